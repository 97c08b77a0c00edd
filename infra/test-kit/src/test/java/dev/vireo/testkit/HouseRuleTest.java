package dev.vireo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class HouseRuleTest {
    private static final String BAD = "dev.vireo.example.bad";
    private static final String GOOD = "dev.vireo.example.good";
    private static final Map<String, String> OFFENDERS = Map.ofEntries(
            Map.entry("R1", "ImportsAnotherService"),
            Map.entry("R2", "Left"),
            Map.entry("R3", "KnowsContracts"),
            Map.entry("R4-http", "SpeaksHttp"),
            Map.entry("R4-kafka", "ReadsKafka"),
            Map.entry("R4-jdbc", "QueriesTables"),
            Map.entry("R4-s3", "StoresObjects"),
            Map.entry("R4-elasticsearch", "SearchesDocuments"),
            Map.entry("R4-netty", "ReadsChannels"),
            Map.entry("R4-grpc", "CallsGrpc"),
            Map.entry("R5", "OpenController"),
            Map.entry("R6", "StartsPrograms"),
            Map.entry("R7", "AsksTheSystemForTime"),
            Map.entry("R8", "HasAnInjectedField"),
            Map.entry("R9", "Settings"),
            Map.entry("R10", "VideoManager"),
            Map.entry("R11", "UsesAMock"));

    @TestFactory
    Stream<DynamicTest> everyRuleRejectsItsExample() {
        JavaClasses classes = new ClassFileImporter().importPackages(BAD, "org.mockito");
        return HouseRule.of(BAD).stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.number(),
                        () -> assertThat(rule.rule()
                                        .evaluate(classes)
                                        .getFailureReport()
                                        .getDetails())
                                .anyMatch(line -> line.contains(OFFENDERS.getOrDefault(rule.number(), "?")))));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleAcceptsWhatKeepsIt() {
        JavaClasses classes = new ClassFileImporter().importPackages(GOOD);
        return HouseRule.of(GOOD).stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.number(), () -> rule.rule().check(classes)));
    }

    @Test
    void everyRuleHasAnExample() {
        assertThat(HouseRule.of(BAD).stream().map(HouseRule::number))
                .containsExactlyInAnyOrderElementsOf(OFFENDERS.keySet());
    }
}
