package dev.vireo.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** How code is written everywhere. */
final class Habits {
    private static final List<String> INJECTIONS = List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");
    private static final Set<String> SYSTEM_CLOCKS = Set.of("system", "systemUTC", "systemDefaultZone");

    private Habits() {}

    static ArchRule injectedClock(String root) {
        DescribedPredicate<JavaCall<?>> systemTime = describe("system time", Habits::readsSystemTime);
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .and(not(Named.anyOf("*Config")))
                .should()
                .callCodeUnitWhere(systemTime);
    }

    private static boolean readsSystemTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        boolean plain = call.getTarget().getRawParameterTypes().isEmpty();
        return ("java.lang.System".equals(owner) && "currentTimeMillis".equals(method))
                || ("java.time.Clock".equals(owner) && SYSTEM_CLOCKS.contains(method))
                || (owner.startsWith("java.time.") && "now".equals(method) && plain);
    }

    static ArchRule noFieldInjection(String root) {
        return noFields()
                .that(describe(
                        "in " + root,
                        (JavaField field) -> resideInAPackage(root + "..").test(field.getOwner())))
                .should()
                .beAnnotatedWith(describe(
                        "an injecting annotation",
                        annotation ->
                                INJECTIONS.contains(annotation.getRawType().getName())));
    }

    static ArchRule propertiesAreRecords(String root) {
        return classes()
                .that(resideInAPackage(root + ".."))
                .and(describe(
                        "annotated with ConfigurationProperties",
                        (JavaClass type) -> type.isAnnotatedWith(
                                "org.springframework.boot.context.properties.ConfigurationProperties")))
                .should()
                .beRecords()
                .andShould()
                .haveSimpleNameEndingWith("Properties");
    }

    static ArchRule telltaleNames(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Base|Common)");
    }

    static ArchRule noMocks() {
        return noClasses().should().dependOnClassesThat(resideInAPackage("org.mockito.."));
    }
}
