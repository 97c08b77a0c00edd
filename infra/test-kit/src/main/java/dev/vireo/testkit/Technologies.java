package dev.vireo.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Which names may touch which technology. */
final class Technologies {
    private Technologies() {}

    static ArchRule http(String root) {
        return only(
                root,
                Named.anyOf("*Controller", "*ExceptionHandler", "*HttpClient", "*Filter", "*Valve", "*Config"),
                resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..",
                        "org.apache.catalina..",
                        "org.apache.coyote..",
                        "java.net.http..",
                        "org.apache.hc.."));
    }

    static ArchRule kafka(String root) {
        return only(
                root,
                // A stream has processors with their stores, a topology, and somebody who runs it.
                Named.anyOf("*Listener", "*Processor", "*Stores", "*Topology", "*Streams", "*Config"),
                resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka.."));
    }

    static ArchRule jdbc(String root) {
        return only(
                root,
                Named.anyOf("Jdbc*", "*Config"),
                resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc.."));
    }

    static ArchRule s3(String root) {
        return only(root, Named.anyOf("S3*", "*Config"), resideInAnyPackage("io.minio.."));
    }

    static ArchRule elasticsearch(String root) {
        return only(root, Named.anyOf("Elasticsearch*", "*Config"), resideInAnyPackage("co.elastic.clients.."));
    }

    static ArchRule grpc(String root) {
        return only(
                root,
                // An error code names the gRPC status that tells it.
                Named.anyOf("*GrpcService", "*GrpcClient", "*ErrorCode", "*Config"),
                resideInAnyPackage("io.grpc.."));
    }

    static ArchRule netty(String root) {
        return only(root, Named.anyOf("*Server", "*Handler", "*Config"), resideInAnyPackage("io.netty.."));
    }

    static ArchRule processes(String root) {
        return only(root, Named.anyOf("*Process"), type(ProcessBuilder.class));
    }

    private static ArchRule only(
            String root, DescribedPredicate<JavaClass> allowed, DescribedPredicate<JavaClass> technology) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .and(not(allowed))
                .should()
                .dependOnClassesThat(technology);
    }
}
