package de.dolmetscherhotline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Arrows point one way, and each technology stays in the room that is meant for it. */
@AnalyzeClasses(packages = "de.dolmetscherhotline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "de.dolmetscherhotline.";
    private static final String CALL = BASE + "call";
    private static final String FLOW = CALL + ".flow..";
    private static final String MATCHING = BASE + "matching..";
    private static final String KERNEL = BASE + "kernel..";

    /** Classes that start something of their own and therefore wait for it or let it run. */
    private static final Set<String> RUNNERS =
            Set.of(BASE + "work.Worker", BASE + "live.RedisAtStart", BASE + "demo.DemoStart");

    private static final DescribedPredicate<JavaClass> OUTSIDE_THE_CALL =
            not(JavaClass.Predicates.resideInAPackage(CALL + ".."));

    @Test
    void modulesDependOnlyOnWhatTheirPackagesAllow() {
        ApplicationModules.of(HotlineApplication.class).verify();
    }

    @ArchTest
    static final ArchRule FLOW_AND_MATCHING_ARE_PURE = classes()
            .that()
            .resideInAnyPackage(FLOW, MATCHING)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    FLOW, MATCHING, KERNEL, "java..", "org.jspecify.annotations..", "org.springframework.modulith..")
            .as("the flow and the matching policy see only java and the kernel");

    @ArchTest
    static final ArchRule FLOW_AND_MATCHING_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage(FLOW)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MATCHING);

    /** The rooms of a call (ADR 18): the desk in the middle, what tells it things above, what it works with below. */
    @ArchTest
    static final ArchRule ROOMS_OF_A_CALL_ARE_ENTERED_FROM_ABOVE = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(CALL + "..")
            .layer("api")
            .definedBy(CALL + ".api")
            .layer("board")
            .definedBy(CALL + ".board")
            .layer("sweep")
            .definedBy(CALL + ".sweep")
            .layer("guest")
            .definedBy(CALL + ".guest")
            .layer("telephony")
            .definedBy(CALL + ".telephony")
            .layer("desk")
            .definedBy(CALL)
            .layer("admission")
            .definedBy(CALL + ".admission")
            .layer("search")
            .definedBy(CALL + ".search")
            .layer("store")
            .definedBy(CALL + ".store")
            .layer("flow")
            .definedBy(CALL + ".flow")
            .whereLayer("api")
            .mayOnlyAccessLayers("guest", "desk", "search", "flow")
            .whereLayer("board")
            .mayOnlyAccessLayers("search", "store", "flow")
            .whereLayer("sweep")
            .mayOnlyAccessLayers("guest", "desk", "store", "flow")
            .whereLayer("guest")
            .mayOnlyAccessLayers("telephony", "desk", "search", "store", "flow")
            .whereLayer("telephony")
            .mayOnlyAccessLayers("desk", "search", "store", "flow")
            .whereLayer("desk")
            .mayOnlyAccessLayers("admission", "search", "store", "flow")
            .whereLayer("admission")
            .mayOnlyAccessLayers("store", "flow")
            .whereLayer("search")
            .mayOnlyAccessLayers("store", "flow")
            .whereLayer("store")
            .mayOnlyAccessLayers("flow")
            .whereLayer("flow")
            .mayNotAccessAnyLayer()
            .ensureAllClassesAreContainedInArchitectureIgnoring(OUTSIDE_THE_CALL);

    @ArchTest
    static final ArchRule TWILIO_STAYS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "twilio..", BASE + "simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.twilio..");

    @ArchTest
    static final ArchRule REDIS_STAYS_IN_LIVE = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "live..", BASE + "platform.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..", "redis.embedded..");

    @ArchTest
    static final ArchRule NOBODY_DEPENDS_ON_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "twilio..", BASE + "demo..", BASE + "simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "twilio..", BASE + "demo..", BASE + "simulator..");

    @ArchTest
    static final ArchRule TIME_IS_INJECTED = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "platform..")
            .should()
            .callCodeUnitWhere(target(nameMatching("now|systemUTC|systemDefaultZone"))
                    .and(withoutArguments())
                    .and(onJavaTime()));

    @ArchTest
    static final ArchRule NOBODY_BLOCKS_BUT_RUNNERS = noClasses()
            .that(describe("are no runners", type -> !RUNNERS.contains(type.getName())))
            .and()
            .resideOutsideOfPackage(BASE + "simulator..")
            .should()
            .callCodeUnitWhere(target(nameMatching("block|blockOptional|blockFirst|blockLast|subscribe"))
                    .and(onReactor()));

    private static DescribedPredicate<JavaCall<?>> withoutArguments() {
        return describe(
                "without arguments",
                call -> call.getTarget().getRawParameterTypes().isEmpty());
    }

    private static DescribedPredicate<JavaCall<?>> onJavaTime() {
        return describe("of java.time", call -> ownerIsIn(call.getTarget(), "java.time"));
    }

    private static DescribedPredicate<JavaCall<?>> onReactor() {
        return describe("of Reactor", call -> ownerIsIn(call.getTarget(), "reactor.core"));
    }

    private static boolean ownerIsIn(CodeUnitCallTarget target, String packageName) {
        return target.getOwner().getPackageName().startsWith(packageName);
    }
}
