package dev.vireo.testkit;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** One rule of the house each; the numbers are those of its floor plan. */
record HouseRule(String number, String sentence, ArchRule rule) {

    /** A service that has no class a rule speaks of keeps that rule. */
    HouseRule {
        rule = rule.allowEmptyShould(true);
    }

    boolean isForTests() {
        return "R11".equals(number);
    }

    static List<HouseRule> of(String root) {
        return Stream.concat(technologies(root).stream(), structure(root).stream())
                .toList();
    }

    private static List<HouseRule> technologies(String root) {
        return List.of(
                new HouseRule(
                        "R4-http",
                        "HTTP is for controllers, exception handlers, clients, filters and configuration",
                        Technologies.http(root)),
                new HouseRule(
                        "R4-kafka",
                        "Kafka is for listeners, the parts of streams and configuration",
                        Technologies.kafka(root)),
                new HouseRule("R4-jdbc", "JDBC is for classes named Jdbc and configuration", Technologies.jdbc(root)),
                new HouseRule(
                        "R4-s3",
                        "the object store's SDK is for classes named S3 and configuration",
                        Technologies.s3(root)),
                new HouseRule(
                        "R4-elasticsearch",
                        "Elasticsearch's client is for classes named after it and configuration",
                        Technologies.elasticsearch(root)),
                new HouseRule(
                        "R4-netty", "Netty is for servers, their handlers and configuration", Technologies.netty(root)),
                new HouseRule("R4-grpc", "gRPC is for services, clients and configuration", Technologies.grpc(root)));
    }

    private static List<HouseRule> structure(String root) {
        return List.of(
                new HouseRule(
                        "R1",
                        "a service imports itself, contracts, kit and libraries, never another service",
                        Dependencies.ownServiceOnly(root)),
                new HouseRule("R2", "the capabilities of a service have no cycles", Dependencies.noCycles(root)),
                new HouseRule(
                        "R3",
                        "contract types stay in listeners, gRPC classes, mappers and events",
                        Dependencies.contractsAtTheEdge(root)),
                new HouseRule(
                        "R5",
                        "inbound adapters are package-private and nobody depends on them",
                        Dependencies.inboundAdaptersAreEnds(root)),
                new HouseRule(
                        "R6", "child processes are started by classes named Process", Technologies.processes(root)),
                new HouseRule("R7", "time comes from an injected clock", Habits.injectedClock(root)),
                new HouseRule("R8", "nothing is injected into fields", Habits.noFieldInjection(root)),
                new HouseRule(
                        "R9",
                        "configuration properties are records named Properties",
                        Habits.propertiesAreRecords(root)),
                new HouseRule("R10", "names say what a class is for", Habits.telltaleNames(root)),
                new HouseRule("R11", "tests use no mocking library", Habits.noMocks()));
    }
}
