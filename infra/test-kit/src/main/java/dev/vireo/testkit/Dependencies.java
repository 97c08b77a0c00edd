package dev.vireo.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Who may know whom. */
final class Dependencies {
    private static final DescribedPredicate<JavaClass> INBOUND =
            Named.anyOf("*Controller", "*Listener", "*GrpcService");

    private Dependencies() {}

    static ArchRule ownServiceOnly(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.vireo..")
                        .and(not(resideInAnyPackage(root + "..", "dev.vireo.contracts..", "dev.vireo.kit.."))));
    }

    static ArchRule noCycles(String root) {
        return SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule contractsAtTheEdge(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .and(not(Named.anyOf("*Listener", "*GrpcService", "*GrpcClient", "*Mapper", "*Events")))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.vireo.contracts.."));
    }

    static ArchRule inboundAdaptersAreEnds(String root) {
        return classes()
                .that(resideInAPackage(root + ".."))
                .and(INBOUND)
                .and(describe("top level", (JavaClass type) -> type.isTopLevelClass()))
                .should(beEnds());
    }

    private static ArchCondition<JavaClass> beEnds() {
        return new ArchCondition<>("be package-private and known to nobody but configuration") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is public"));
                }
                type.getDirectDependenciesToSelf().stream()
                        .filter(dependency ->
                                !Named.topLevel(dependency.getOriginClass()).equals(type))
                        .filter(dependency -> !Named.anyOf("*Config").test(dependency.getOriginClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }
}
