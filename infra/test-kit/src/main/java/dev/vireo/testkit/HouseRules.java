package dev.vireo.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The house's rules as tests. A service extends this class and names its root package:
 *
 * <pre>
 * final class HouseTest extends HouseRules {
 *     HouseTest() {
 *         super("dev.vireo.upload");
 *     }
 * }
 * </pre>
 */
public abstract class HouseRules {
    private final String root;

    protected HouseRules(String root) {
        this.root = root;
    }

    @TestFactory
    final Stream<DynamicTest> theRulesOfTheHouseHold() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(root);
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages(root);
        return HouseRule.of(root).stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.number() + ": " + rule.sentence(),
                        () -> rule.rule().check(rule.isForTests() ? tests : main)));
    }
}
