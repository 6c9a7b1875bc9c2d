package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A process dies between two steps. What it held in the database is what another one, or itself after a restart, finds:
 * work under a lease that nobody renews.
 */
class CrashIT extends PhoneScriptIT {

    /** How long news of a leg is awaited that may or may not have been ordered, see {@code hotline.call.doubt}. */
    private static final Duration DOUBT = Duration.ofSeconds(6);

    private Instant began = Instant.MAX;

    @BeforeEach
    void begin() {
        began = CLOCK.instant();
    }

    @Test
    void betweenCommitAndDialTheCallGoesOn() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line);
        chooses(doctor, "1");
        dieWithTheWorkInHand();

        seconds(LEASE.toSeconds() - 1);
        amina.isIdle();
        seconds(2);

        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted");
        assertThat(dialled()).isEqualTo(1);
        endsWell(doctor, amina);
    }

    @Test
    void afterTheDialWasBegunItIsNotOrderedAgainAndSomebodyElseIsAsked() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line);
        chooses(doctor, "1");
        sql("update offer set dial = 'sending' where dial = 'due'");
        dieWithTheWorkInHand();

        seconds(LEASE.toSeconds() + 1);
        amina.isIdle();
        amina.goesOffDuty();
        var berta = interpreter("ar");
        seconds(DOUBT.toSeconds() + 2);

        assertThat(sessions().fatesOf(amina)).containsExactly("unclear");
        amina.isIdle();
        berta.isRinging().accepts();
        seconds(5);
        doctor.talksWith(berta);
        assertThat(dialled()).as("orders to dial").isEqualTo(1);
        endsWell(doctor, amina, berta);
    }

    @Test
    void withATimerInHandTheDeadlineIsKeptALittleLater() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        amina.isRinging();
        CLOCK.pass(Duration.ofMinutes(3));
        dieWithTheWorkInHand();

        seconds(LEASE.toSeconds() + 1);
        doctor.heard("niemand");
        seconds(60);

        doctor.isIdle();
        amina.isIdle();
        sessions().latestHas("outcome", "nobody_answered");
        endsWell(doctor, amina);
    }

    @Test
    void inTheMiddleOfHangingUpNobodyStaysOnTheLine() {
        var amina = interpreter("ar");
        var berta = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        doctor.phone().hangUp();
        NETWORK.runDue();
        dieWithTheWorkInHand();

        seconds(LEASE.toSeconds() + 1);

        amina.isIdle();
        berta.isIdle();
        seconds(60);
        sessions().latestHas("outcome", "abandoned_waiting");
        endsWell(doctor, amina, berta);
    }

    /** Presses a key; what follows is committed, but not yet done. */
    private static void chooses(Person caller, String key) {
        caller.phone().press(key);
        NETWORK.runDue();
    }

    private long dialled() {
        return number("select count(*) from offer o join call c on c.id = o.call_id join line l on l.id = c.line_id"
                + " where o.dial = 'placed' and l.number = '" + line + "'");
    }

    private void endsWell(Person... people) {
        List.of(people).forEach(Person::hangsUp);
        seconds(60);
        Invariants.nothingIsLeft(
                database(), began, Stream.of(people).map(Person::phone).toList());
    }

    private long number(String sql) {
        return database().sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
    }

    private void sql(String statement) {
        database().sql(statement).then().block();
    }
}
