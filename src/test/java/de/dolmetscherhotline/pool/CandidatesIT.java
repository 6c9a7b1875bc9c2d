package de.dolmetscherhotline.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What a search learns about the pool. */
class CandidatesIT extends HotlineIT {

    private static final String INTERPRETERS = "/api/v1/interpreters";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Language> ARABIC = List.of(new Language("ar"));

    @Autowired
    private Candidates candidates;

    @Autowired
    private TransactionalOperator transaction;

    private DistrictId district = new DistrictId(new UUID(0, 0));

    @BeforeEach
    void aDistrict() {
        district = new DistrictId(district());
    }

    @Test
    void thoseOnDutyComeFirstWhoeverWasAskedLongestAgo() {
        var off = person();
        var recently = onDuty(person());
        var longAgo = onDuty(person());
        sql("update interpreter set last_asked_at = '2026-11-01T10:00:00Z' where id = '" + recently + "'");
        sql("update interpreter set last_asked_at = '2026-10-01T10:00:00Z' where id = '" + longAgo + "'");

        assertThat(found()).extracting(Candidate::id).containsExactly(longAgo, recently, off);
    }

    @Test
    void wordThatHasRunOutDoesNotCountAlthoughNobodyHasNoticed() {
        var amina = person();
        var until = TestTelephony.CLOCK.instant().plusSeconds(60);
        put(path(amina) + "/availability", Body.of("available", true, "until", until.toString()))
                .hasStatus(200);
        assertThat(found()).extracting(Candidate::duty).containsExactly(Duty.ON_DUTY);

        TestTelephony.CLOCK.pass(Duration.ofSeconds(60));

        assertThat(found()).extracting(Candidate::duty).containsExactly(Duty.NOT_ON_DUTY);
        get(path(amina)).has("duty", "not_on_duty").has("dutyUntil", null);
    }

    @Test
    void dutyIsRightAlsoWhileAnotherTransactionWorksItOut() {
        var amina = person();
        var from = TestTelephony.CLOCK.instant().plusSeconds(60);
        put(path(amina) + "/availability", Body.of("available", true, "from", from.toString()))
                .hasStatus(200);
        TestTelephony.CLOCK.pass(Duration.ofSeconds(60));

        var seen = database()
                .sql("select id from interpreter where id = :id for update")
                .bind("id", amina.value())
                .then()
                .then(Mono.defer(() -> Mono.fromFuture(speaking().toFuture())))
                .as(transaction::transactional)
                .block();

        assertThat(seen).extracting(Candidate::duty).containsExactly(Duty.ON_DUTY);
        get(path(amina)).has("duty", "not_on_duty");
    }

    @Test
    void callsOfTodayAreConversationsSinceMidnightAlsoForOtherDistricts() {
        var amina = person();
        prefer(amina, Body.of("callsPerDay", 2));
        var midnight = LocalDate.ofInstant(TestTelephony.CLOCK.instant(), BERLIN)
                .atStartOfDay(BERLIN)
                .toInstant();
        var first = call();
        talked(amina, first, midnight, "accepted");
        talked(amina, first, midnight.plusSeconds(1), "accepted");
        talked(amina, call(), midnight.plusSeconds(1), "accepted");
        talked(amina, call(), midnight.minusSeconds(1), "accepted");
        talked(amina, call(), midnight.plusSeconds(1), "declined");
        talked(amina, call(), midnight.plusSeconds(1), "in_vain");

        assertThat(found()).singleElement().satisfies(candidate -> {
            assertThat(candidate.callsToday()).isEqualTo(2);
            assertThat(candidate.maxCallsPerDay()).isEqualTo(2);
        });
    }

    @Test
    void quietHoursHoldForWhoIsOnUntilFurtherNoticeButNotForWhoSaysSoInThem() {
        var amina = onDuty(person());
        TestTelephony.CLOCK.pass(Duration.ofHours(2));
        var here = LocalTime.ofInstant(TestTelephony.CLOCK.instant(), BERLIN);
        prefer(
                amina,
                Body.of("quietHours", Map.of("from", written(here.minusHours(1)), "to", written(here.plusHours(1)))));
        assertThat(found()).extracting(Candidate::quietNow).containsExactly(true);

        onDuty(amina);

        assertThat(found()).extracting(Candidate::quietNow).containsExactly(false);
    }

    private static String written(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    private List<Candidate> found() {
        return Objects.requireNonNull(speaking().block());
    }

    private Mono<List<Candidate>> speaking() {
        return candidates.speaking(ARABIC, district, null, Set.of()).collectList();
    }

    private void prefer(InterpreterId who, Body preferences) {
        put(
                        path(who) + "/preferences",
                        preferences
                                .with("emergencyOptIn", false)
                                .with("calloutOptIn", false)
                                .with("shiftReminder", false))
                .hasStatus(200);
    }

    private UUID call() {
        var call = UUID.randomUUID();
        sql("insert into call (id, leg_sid, state_name, state, dialled_at, ended_at, outcome) values ('" + call + "', '"
                + call + "', 'Ended', '{}', '2026-01-01T10:00:00Z', '2026-01-01T10:00:00Z', 'connected')");
        return call;
    }

    private void talked(InterpreterId who, UUID call, Instant at, String fate) {
        sql("insert into offer (id, call_id, interpreter_id, wave, offered_at, decided_at, closed_at, fate) values ('"
                + UUID.randomUUID() + "', '" + call + "', '" + who + "', 1, '" + at + "', '" + at + "', '" + at + "', '"
                + fate + "')");
    }

    private InterpreterId onDuty(InterpreterId who) {
        put(path(who) + "/availability", Body.of("available", true)).hasStatus(200);
        return who;
    }

    private static String path(InterpreterId who) {
        return INTERPRETERS + "/" + who;
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }

    private InterpreterId person() {
        return new InterpreterId(created(
                INTERPRETERS,
                Body.of(
                        "districtId",
                        district.value(),
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
                        "active")));
    }
}
