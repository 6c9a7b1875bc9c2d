package de.dolmetscherhotline.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Word;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

class ReservationsIT extends HotlineIT {

    private static final String INTERPRETERS = "/api/v1/interpreters";

    private final CallId call = CallId.random();

    @Autowired
    private Reservations reservations;

    @Autowired
    private Availabilities availabilities;

    @Autowired
    private Clock clock;

    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    @Test
    void thoseOnDutyAreTakenInTheGivenOrderAndNoMoreThanWanted() {
        var first = onDuty();
        var second = onDuty();
        var third = onDuty();
        assertTaken(Reach.ON_DUTY, List.of(third, first, second), 2, third, first);
    }

    @Test
    void onDutyIsWhoseWordStillHolds() {
        var untilFurtherNotice = onDuty();
        var untilLater = said(true, inOneHour());
        var untilNow = said(true, clock.instant());
        var off = said(false, null);
        var offUntilNow = said(false, clock.instant());
        var silent = interpreter();
        assertTaken(
                Reach.ON_DUTY,
                List.of(off, offUntilNow, silent, untilNow, untilLater, untilFurtherNotice),
                9,
                untilLater,
                untilFurtherNotice);
    }

    @Test
    void anEmergencyAlsoReachesThoseWhoOptedInAndSaidNothingThatStillHolds() {
        var silent = optedIn();
        var untilNow = said(optedIn(), true, clock.instant());
        var offUntilNow = said(optedIn(), false, clock.instant());
        var onDuty = onDuty();
        assertTaken(
                Reach.EMERGENCY,
                List.of(silent, untilNow, offUntilNow, onDuty),
                9,
                silent,
                untilNow,
                offUntilNow,
                onDuty);
    }

    @Test
    void anEmergencyReachesNobodyWhoIsOffOrHasNotOptedIn() {
        var off = said(optedIn(), false, null);
        var offUntilLater = said(optedIn(), false, inOneHour());
        var silentWithoutOptIn = interpreter();
        var untilNowWithoutOptIn = said(true, clock.instant());
        assertTaken(Reach.EMERGENCY, List.of(off, offUntilLater, silentWithoutOptIn, untilNowWithoutOptIn), 9);
    }

    @Test
    void whoIsInvitedIsTakenWhateverSheSaid() {
        var silent = interpreter();
        var off = said(false, inOneHour());
        assertTaken(Reach.INVITED, List.of(silent, off), 9, silent, off);
    }

    @Test
    void nobodyIsTakenWhoIsNotActiveOrIsTakenAlready() {
        var resting = interpreter(interpreterBody().with("status", "resting"));
        var taken = onDuty();
        assertTaken(Reach.INVITED, List.of(taken), 1, taken);
        for (Reach reach : Reach.values()) {
            assertTaken(reach, List.of(said(resting, true, null), taken), 9);
        }
    }

    @Test
    void threeUnansweredOffersInARowSwitchHerOff() {
        var amina = onDuty();
        assertEndsWith(Aftereffect.NONE, amina, Aftermath.UNANSWERED);
        assertEndsWith(Aftereffect.NONE, amina, Aftermath.UNANSWERED);
        assertEndsWith(Aftereffect.PAUSED, amina, Aftermath.UNANSWERED);
        get(path(amina)).has("available", false).has("availableUntil", null).has("pausedAt", now());
        assertTaken(Reach.ON_DUTY, List.of(amina), 1);
        assertThat(figures(amina)).contains("\"unanswered_in_a_row\": 0").contains("\"times_asked\": 3");
    }

    @Test
    void anAnswerBreaksTheRow() {
        var amina = onDuty();
        assertEndsWith(Aftereffect.NONE, amina, Aftermath.UNANSWERED);
        assertEndsWith(Aftereffect.NONE, amina, Aftermath.UNANSWERED);
        assertEndsWith(Aftereffect.NONE, amina, Aftermath.DECLINED);
        assertEndsWith(Aftereffect.NONE, amina, Aftermath.UNANSWERED);
        get(path(amina)).has("available", true).has("pausedAt", null);
    }

    @Test
    void herNextWordEndsThePause() {
        var amina = paused(onDuty());
        said(amina, true, null);
        get(path(amina)).has("available", true).has("pausedAt", null);
        assertEndsWith(Aftereffect.NONE, amina, Aftermath.UNANSWERED);
    }

    @Test
    void aPauseEndsAWordThatHeldForATimeOnly() {
        var amina = paused(said(true, inOneHour()));
        get(path(amina)).has("available", false).has("availableUntil", null);
    }

    @Test
    void anOffThatStillHoldsIsNotReplacedByAPause() {
        var until = inOneHour();
        var amina = said(false, until);
        for (int i = 0; i < 4; i++) {
            assertEndsWith(Aftereffect.NONE, amina, Aftermath.UNANSWERED);
        }
        get(path(amina)).has("availableUntil", until.toString()).has("pausedAt", null);
    }

    @Test
    void whoSaidNothingIsSwitchedOffToo() {
        var amina = paused(interpreter());
        get(path(amina)).has("available", false).has("pausedAt", now());
    }

    @Test
    void anExcuseLeavesNoTrace() {
        var amina = onDuty();
        String before = figures(amina);
        assertEndsWith(Aftereffect.NONE, amina, Aftermath.EXCUSED);
        assertThat(figures(amina)).isEqualTo(before);
        assertEndsWith(Aftereffect.NONE, amina, Aftermath.UNTOUCHED);
        assertThat(figures(amina)).isEqualTo(before);
    }

    @Test
    void everyOtherEndLeavesItsOwnTrace() {
        assertThat(figuresAfter(Aftermath.SERVED))
                .contains("\"times_asked\": 1", "\"times_accepted\": 1")
                .doesNotContain("\"resting_until\": null", "\"last_asked_at\": null");
        assertThat(figuresAfter(Aftermath.ACCEPTED_IN_VAIN)).contains("\"times_asked\": 1", "\"times_accepted\": 1");
        assertThat(figuresAfter(Aftermath.DECLINED)).contains("\"times_asked\": 1", "\"times_accepted\": 0");
        assertThat(figuresAfter(Aftermath.ENGAGED))
                .contains("\"times_asked\": 0", "\"last_asked_at\": null")
                .doesNotContain("\"resting_until\": null");
        assertThat(figuresAfter(Aftermath.UNREACHABLE))
                .contains("\"times_asked\": 0", "\"last_asked_at\": null")
                .doesNotContain("\"number_failed_at\": null");
        assertThat(figuresAfter(Aftermath.SPARED))
                .contains("\"times_asked\": 0", "\"resting_until\": null")
                .doesNotContain("\"last_asked_at\": null");
    }

    @Test
    void anotherCallCannotFreeHer() {
        var amina = onDuty();
        assertTaken(Reach.ON_DUTY, List.of(amina), 1, amina);
        String before = figures(amina);
        for (Aftermath aftermath : Aftermath.values()) {
            assertFrees(Aftereffect.NONE, amina, CallId.random(), aftermath);
        }
        assertThat(figures(amina)).isEqualTo(before);
        assertTaken(Reach.ON_DUTY, List.of(amina), 1);
    }

    private void assertTaken(Reach reach, List<InterpreterId> ranked, int most, InterpreterId... expected) {
        reservations
                .take(ranked, most, call, reach)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(taken -> assertThat(taken).containsExactly(expected))
                .verifyComplete();
    }

    private void assertEndsWith(Aftereffect expected, InterpreterId interpreter, Aftermath aftermath) {
        assertTaken(Reach.INVITED, List.of(interpreter), 1, interpreter);
        assertFrees(expected, interpreter, call, aftermath);
    }

    private void assertFrees(Aftereffect expected, InterpreterId interpreter, CallId by, Aftermath aftermath) {
        reservations
                .free(interpreter, by, aftermath)
                .as(StepVerifier::create)
                .expectNext(expected)
                .verifyComplete();
    }

    private InterpreterId paused(InterpreterId interpreter) {
        assertEndsWith(Aftereffect.NONE, interpreter, Aftermath.UNANSWERED);
        assertEndsWith(Aftereffect.NONE, interpreter, Aftermath.UNANSWERED);
        assertEndsWith(Aftereffect.PAUSED, interpreter, Aftermath.UNANSWERED);
        return interpreter;
    }

    private String figuresAfter(Aftermath aftermath) {
        var amina = onDuty();
        assertEndsWith(Aftereffect.NONE, amina, aftermath);
        return figures(amina);
    }

    private String figures(InterpreterId interpreter) {
        return database()
                .sql("select to_jsonb(i)::text as row from interpreter i where id = :id")
                .bind("id", interpreter.value())
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private InterpreterId onDuty() {
        return said(true, null);
    }

    private InterpreterId said(boolean available, @Nullable Instant until) {
        return said(interpreter(), available, until);
    }

    private InterpreterId said(InterpreterId interpreter, boolean available, @Nullable Instant until) {
        availabilities
                .say(interpreter, new Word(available, clock.instant().minusSeconds(60), until))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        return interpreter;
    }

    private InterpreterId optedIn() {
        return interpreter(interpreterBody().with("emergencyOptIn", true));
    }

    private InterpreterId interpreter() {
        return interpreter(interpreterBody());
    }

    private InterpreterId interpreter(Body body) {
        return new InterpreterId(created(INTERPRETERS, body));
    }

    private Body interpreterBody() {
        return Body.of(
                "districtId",
                district,
                "name",
                "Amina Haddad",
                "phoneNumber",
                Numbers.mobile(),
                "dateOfBirth",
                "1985-03-01",
                "languages",
                List.of(Map.of("tag", "ar", "level", "native")),
                "secrecyDeclaredOn",
                "2026-01-10",
                "status",
                "active");
    }

    private static String path(InterpreterId interpreter) {
        return INTERPRETERS + "/" + interpreter;
    }

    private String now() {
        return clock.instant().toString();
    }

    private Instant inOneHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }
}
