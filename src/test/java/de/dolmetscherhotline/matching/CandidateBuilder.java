package de.dolmetscherhotline.matching;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.Subject;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds members of the pool who may take any call, except for what a test says about them. */
final class CandidateBuilder {

    private InterpreterId id;
    private boolean active = true;
    private @Nullable LanguageLevel level = LanguageLevel.NATIVE;
    private boolean exactLanguage = true;
    private boolean bothWays = true;
    private Set<Subject> subjects = Set.of(Subject.values());
    private @Nullable Gender gender = Gender.FEMALE;
    private Duty duty = Duty.ON_DUTY;
    private boolean adult = true;
    private Set<ObligationKind> missing = Set.of();
    private Set<ObligationKind> runOut = Set.of();
    private boolean doNotPair;
    private boolean quietNow;
    private boolean emergencyOptIn;
    private int callsToday;
    private @Nullable Integer maxCallsPerDay;
    private boolean reserved;
    private @Nullable Instant restingUntil;
    private boolean askedBefore;
    private @Nullable Instant numberFailedAt;
    private int timesAsked;
    private int timesAccepted;
    private @Nullable Instant lastAskedAt;

    private CandidateBuilder(InterpreterId id) {
        this.id = id;
    }

    static CandidateBuilder interpreter(int number) {
        return new CandidateBuilder(new InterpreterId(new UUID(0, number)));
    }

    /** Somebody of whom any fact may be anything; most facts are mostly harmless, so that some people are eligible. */
    static CandidateBuilder anybody(int number, Random random, Instant now) {
        var somebody = interpreter(number);
        somebody.active = mostly(random);
        somebody.level = mostly(random) ? oneOf(random, LanguageLevel.values()) : null;
        somebody.exactLanguage = random.nextBoolean();
        somebody.bothWays = mostly(random);
        somebody.subjects = random.nextBoolean() ? Set.of(Subject.values()) : Set.of(oneOf(random, Subject.values()));
        somebody.gender = mostly(random) ? oneOf(random, Gender.values()) : null;
        somebody.duty = mostly(random) ? Duty.ON_DUTY : oneOf(random, Duty.values());
        somebody.adult = mostly(random);
        somebody.missing = mostly(random) ? Set.of() : Set.of(oneOf(random, ObligationKind.values()));
        somebody.runOut = mostly(random) ? Set.of() : Set.of(oneOf(random, ObligationKind.values()));
        somebody.doNotPair = !mostly(random);
        somebody.quietNow = !mostly(random);
        somebody.emergencyOptIn = random.nextBoolean();
        somebody.callsToday = random.nextInt(3);
        somebody.maxCallsPerDay = random.nextBoolean() ? null : 1 + random.nextInt(5);
        somebody.reserved = !mostly(random);
        somebody.restingUntil = mostly(random) ? null : now.plusSeconds(random.nextInt(-60, 60));
        somebody.askedBefore = !mostly(random);
        somebody.numberFailedAt = mostly(random) ? null : now.minusSeconds(random.nextInt(172_800));
        somebody.timesAsked = random.nextInt(3);
        somebody.timesAccepted = random.nextInt(somebody.timesAsked + 1);
        somebody.lastAskedAt = random.nextBoolean() ? null : now.minusSeconds(3600L * random.nextInt(4));
        return somebody;
    }

    private static boolean mostly(Random random) {
        return random.nextInt(30) != 0;
    }

    static <T> T oneOf(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    CandidateBuilder notActive() {
        active = false;
        return this;
    }

    CandidateBuilder speaks(@Nullable LanguageLevel newLevel) {
        level = newLevel;
        return this;
    }

    CandidateBuilder speaksTheFallback() {
        exactLanguage = false;
        return this;
    }

    CandidateBuilder qualifiedFor(Subject... newSubjects) {
        subjects = Set.of(newSubjects);
        return this;
    }

    CandidateBuilder gender(@Nullable Gender newGender) {
        gender = newGender;
        return this;
    }

    CandidateBuilder duty(Duty newDuty) {
        duty = newDuty;
        return this;
    }

    CandidateBuilder minor() {
        adult = false;
        return this;
    }

    CandidateBuilder withoutSecrecyDeclaration() {
        return lacking(ObligationKind.SECRECY);
    }

    CandidateBuilder lacking(ObligationKind... kinds) {
        missing = Set.of(kinds);
        return this;
    }

    CandidateBuilder whereHasRunOut(ObligationKind... kinds) {
        runOut = Set.of(kinds);
        return this;
    }

    CandidateBuilder interpretsOneWay() {
        bothWays = false;
        return this;
    }

    CandidateBuilder notToBePaired() {
        doNotPair = true;
        return this;
    }

    CandidateBuilder inQuietHours() {
        quietNow = true;
        return this;
    }

    CandidateBuilder optedInToEmergencies() {
        emergencyOptIn = true;
        return this;
    }

    CandidateBuilder callsToday(int calls, @Nullable Integer limit) {
        callsToday = calls;
        maxCallsPerDay = limit;
        return this;
    }

    CandidateBuilder reserved() {
        reserved = true;
        return this;
    }

    CandidateBuilder restingUntil(Instant end) {
        restingUntil = end;
        return this;
    }

    CandidateBuilder askedBefore() {
        askedBefore = true;
        return this;
    }

    CandidateBuilder numberFailedAt(Instant instant) {
        numberFailedAt = instant;
        return this;
    }

    CandidateBuilder accepted(int accepted, int asked) {
        timesAccepted = accepted;
        timesAsked = asked;
        return this;
    }

    CandidateBuilder lastAskedAt(Instant instant) {
        lastAskedAt = instant;
        return this;
    }

    Candidate build() {
        return new Candidate(
                id,
                active,
                level,
                exactLanguage,
                bothWays,
                subjects,
                gender,
                duty,
                adult,
                missing,
                runOut,
                doNotPair,
                quietNow,
                emergencyOptIn,
                callsToday,
                maxCallsPerDay,
                reserved,
                restingUntil,
                askedBefore,
                numberFailedAt,
                timesAsked,
                timesAccepted,
                lastAskedAt);
    }
}
