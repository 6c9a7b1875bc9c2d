package de.dolmetscherhotline.callout;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.text.OptOuts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is asked to help although off duty, and who gets the call. */
class CallOutsIT extends HotlineIT {

    private static final List<Language> DARI_OR_FARSI = List.of(new Language("prs"), new Language("fa"));

    @Autowired
    private CallOuts callOuts;

    @Autowired
    private OptOuts optOuts;

    private final List<CallId> calls = new ArrayList<>();
    private DistrictId district = new DistrictId(new UUID(0, 0));

    @BeforeEach
    void aDistrict() {
        district = new DistrictId(district());
        // Texts of earlier tests are forgotten by then.
        TestTelephony.CLOCK.pass(Duration.ofHours(1));
    }

    @AfterEach
    void nothingStays() {
        calls.forEach(call -> sql("delete from call where id = '" + call + "'"));
        sql("delete from work where kind = 'text'");
    }

    @Test
    void tenSayYesAtOnceAndExactlyOneHasTheCall() {
        var ten = volunteers(10);
        var call = call();
        assertThat(begin(call)).isEqualTo(10);
        var code = code(call);

        var claims = Objects.requireNonNull(Flux.fromIterable(ten)
                .flatMap(who -> callOuts.claim(who, code), 10)
                .collectList()
                .block());

        assertThat(claims).hasSize(10);
        assertThat(claims.stream().filter(Claim.Won.class::isInstance)).containsExactly(new Claim.Won(call));
        assertThat(claims.stream().filter(Claim.TooLate.class::isInstance)).hasSize(9);
    }

    @Test
    void whoHasTheCallMaySayYesAgain() {
        var first = volunteers(2).getFirst();
        var call = call();
        begin(call);

        assertThat(claim(first, code(call))).isEqualTo(new Claim.Won(call));
        assertThat(claim(first, code(call))).isEqualTo(new Claim.Won(call));
    }

    @Test
    void callThatIsReleasedGoesToTheNextWhoSaysYes() {
        var two = volunteers(2);
        var call = call();
        begin(call);
        claim(two.getFirst(), code(call));

        wait(callOuts.release(call, two.getLast()));
        assertThat(claim(two.getLast(), code(call))).isEqualTo(new Claim.TooLate());
        wait(callOuts.release(call, two.getFirst()));

        assertThat(claim(two.getLast(), code(call))).isEqualTo(new Claim.Won(call));
        assertThat(claim(two.getFirst(), code(call))).isEqualTo(new Claim.TooLate());
    }

    @Test
    void yesAfterTheCallWasSettledIsTooLate() {
        var one = volunteers(1).getFirst();
        var call = call();
        begin(call);
        wait(callOuts.settle(call));

        assertThat(claim(one, code(call))).isEqualTo(new Claim.TooLate());
    }

    @Test
    void yesOfSomebodyWhoWasNotAskedIsUnknown() {
        volunteers(1);
        var call = call();
        begin(call);
        var stranger = volunteers(1).getFirst();

        assertThat(claim(stranger, code(call))).isEqualTo(new Claim.Unknown());
        assertThat(callOuts.decline(stranger, code(call)).block()).isFalse();
    }

    @Test
    void whoDidNotAnswerOrWasNotRungIsToldOnceThatItIsSettled() {
        var four = volunteers(4);
        var call = call();
        begin(call);
        claim(four.get(0), code(call));
        claim(four.get(1), code(call));
        wait(callOuts.decline(four.get(2), code(call)));

        wait(callOuts.settle(call));
        wait(callOuts.settle(call));

        assertThat(told("callout.settled")).containsExactlyInAnyOrder(four.get(0), four.get(3));
    }

    @Test
    void callHasOneCallOutOnly() {
        volunteers(3);
        var call = call();

        assertThat(begin(call)).isEqualTo(3);
        volunteers(1);
        assertThat(begin(call)).isZero();
        assertThat(told("callout.invite")).hasSize(3);
    }

    @Test
    void codesOfOpenCallOutsDifferAndAreUsedAgainOnlyWhenAllHaveBeenUsed() {
        IntStream.range(0, 90).forEach(n -> call());
        Flux.fromIterable(calls)
                .flatMap(call -> callOuts.begin(call, district, Need.of(DARI_OR_FARSI.getFirst()), DARI_OR_FARSI), 8)
                .blockLast();
        var codes = calls.stream().map(this::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code >= 10 && code <= 99);

        var oneTooMany = call();
        assertThat(begin(oneTooMany)).isZero();
        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        wait(callOuts.settle(calls.get(17)));
        var next = call();
        begin(next);
        assertThat(code(next)).isEqualTo(code(calls.get(17)));
    }

    @Test
    void noMoreAreAskedThanAgreedAndThoseTextedLongestAgoComeFirst() {
        var many = volunteers(21);
        begin(call());
        assertThat(told("callout.invite")).hasSize(20);
        var sparedSoFar = many.stream()
                .filter(who -> !told("callout.invite").contains(who))
                .toList();

        TestTelephony.CLOCK.pass(Duration.ofMinutes(20));
        var second = call();
        begin(second);

        assertThat(invited(second)).hasSize(20).containsAll(sparedSoFar);
    }

    @Test
    void whoGotATextJustNowIsSpared() {
        volunteers(2);
        begin(call());
        TestTelephony.CLOCK.pass(Duration.ofMinutes(14));
        var tooSoon = call();
        assertThat(begin(tooSoon)).isZero();

        TestTelephony.CLOCK.pass(Duration.ofMinutes(1));
        assertThat(begin(call())).isEqualTo(2);
    }

    @Test
    void whoStandsInByTheLadderIsAskedToo() {
        var farsi = volunteer("fa");
        volunteer("kmr");
        var call = call();
        begin(call);

        assertThat(invited(call)).containsExactly(farsi);
    }

    @Test
    void whoWasRungInThisCallAlreadyIsNotAsked() {
        var one = volunteers(1).getFirst();
        var call = call();
        sql("insert into offer (id, call_id, interpreter_id, wave, offered_at, closed_at, fate) values ('"
                + UUID.randomUUID() + "', '" + call + "', '" + one + "', 1, now(), now(), 'no_answer')");

        assertThat(begin(call)).isZero();
    }

    static Stream<Arguments> peopleWhoAreNotAsked() {
        return Stream.of(
                Arguments.of("does not allow it", "callout_opt_in = false"),
                Arguments.of("is on duty", "duty = 'on_duty'"),
                Arguments.of("is in another call", "reserved_for = gen_random_uuid()"),
                Arguments.of("is not active", "status = 'resting'"),
                Arguments.of("is a minor", "status = 'applied', date_of_birth = '2015-01-01'"),
                Arguments.of("has a number that fails", "number_failed_at = timestamptz '2126-01-01'"),
                Arguments.of(
                        "is of another district",
                        "district_id = (select id from district where id <> district_id limit 1)"));
    }

    @ParameterizedTest(name = "who {0}")
    @MethodSource("peopleWhoAreNotAsked")
    void isNotAsked(String who, String change) {
        district();
        var one = volunteers(1).getFirst();
        sql("update interpreter set " + change + " where id = '" + one + "'");

        assertThat(begin(call())).isZero();
    }

    static Stream<Arguments> peopleWhoMustNotBeAsked() {
        return Stream.of(
                Arguments.of("has not declared secrecy", "delete from obligation where interpreter_id = '%s'"),
                Arguments.of(
                        "has a declaration that has run out",
                        "update obligation set valid_until = '2026-02-01' where interpreter_id = '%s'"),
                Arguments.of(
                        "has a certificate that has run out",
                        "insert into obligation (interpreter_id, kind, issued_on, valid_until)"
                                + " values ('%s', 'criminal_record', '2020-01-01', '2025-01-01')"),
                Arguments.of(
                        "interprets one way only",
                        "update interpreter_language set direction = 'to_german' where interpreter_id = '%s'"));
    }

    @ParameterizedTest(name = "who {0}")
    @MethodSource("peopleWhoMustNotBeAsked")
    void isNotAskedEither(String who, String change) {
        var one = volunteers(1).getFirst();
        sql(change.formatted(one));

        assertThat(begin(call())).isZero();
    }

    @Test
    void whoIsNotToBePairedWithTheCallingOrganisationIsNotAsked() {
        var two = volunteers(2);
        var practice = created(
                "/api/v1/organisations", Body.of("districtId", district.value(), "name", "Praxis", "kind", "practice"));
        sql("insert into do_not_pair values ('" + two.getFirst() + "', '" + practice + "', 'Nachbarn')");
        var call = call();
        sql("update call set organisation_id = '" + practice + "' where id = '" + call + "'");

        begin(call);

        assertThat(invited(call)).containsExactly(two.getLast());
    }

    @Test
    void whoWantsNoTextsIsNotAsked() {
        var one = volunteers(1).getFirst();
        optOuts.add(district, numberOf(one)).block();

        assertThat(begin(call())).isZero();
    }

    @Test
    void whoTextedAusMayStillBeAskedByText() {
        var one = volunteers(1).getFirst();
        put("/api/v1/interpreters/" + one + "/availability", Body.of("available", false))
                .hasStatus(200);

        assertThat(begin(call())).isEqualTo(1);
    }

    @Test
    void whoIsAwayIsNotAsked() {
        var one = volunteers(1).getFirst();
        var today = LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZoneId.of("Europe/Berlin"))
                .toString();
        post("/api/v1/interpreters/" + one + "/absences", Body.of("firstDay", today, "lastDay", today))
                .hasStatus(201);

        assertThat(begin(call())).isZero();
    }

    @Test
    void whoHasHadTheCallsSheAgreedToIsNotAsked() {
        var one = volunteers(1).getFirst();
        sql("update interpreter set calls_per_day = 1 where id = '" + one + "'");
        sql("insert into offer (id, call_id, interpreter_id, wave, offered_at, decided_at, closed_at, fate) select '"
                + UUID.randomUUID() + "', '" + call() + "', '" + one + "', 1, at, at, at, 'accepted' from (select '"
                + TestTelephony.CLOCK.instant() + "'::timestamptz as at) a");

        assertThat(begin(call())).isZero();
    }

    @Test
    void inQuietHoursOnlyWhoOptedInToEmergenciesIsAskedAndOnlyInOne() {
        var two = volunteers(2);
        sql("update interpreter set quiet_from = time '00:00', quiet_to = time '23:59' where district_id = '" + district
                + "'");
        sql("update interpreter set emergency_opt_in = true where id = '" + two.getFirst() + "'");
        var ordinary = call();
        assertThat(begin(ordinary)).isZero();

        var emergency = call();
        begin(emergency, Need.of(DARI_OR_FARSI.getFirst()).inAnEmergency());
        assertThat(invited(emergency)).containsExactly(two.getFirst());
    }

    private PhoneNumber numberOf(InterpreterId one) {
        return new PhoneNumber(get("/api/v1/interpreters/" + one).text("phoneNumber"));
    }

    private List<InterpreterId> volunteers(int count) {
        return IntStream.range(0, count).mapToObj(n -> volunteer("prs")).toList();
    }

    /** Off duty, and may be asked nevertheless. */
    private InterpreterId volunteer(String language) {
        var number = Numbers.mobile();
        var id = created(
                "/api/v1/interpreters",
                Body.of(
                        "districtId",
                        district.value(),
                        "name",
                        "Dolmetscherin " + number,
                        "phoneNumber",
                        number,
                        "dateOfBirth",
                        "1985-03-01",
                        "languages",
                        List.of(Map.of("tag", language, "level", "native")),
                        "secrecyDeclaredOn",
                        "2026-01-10",
                        "status",
                        "active"));
        sql("update interpreter set callout_opt_in = true where id = '" + id + "'");
        return new InterpreterId(id);
    }

    private CallId call() {
        var call = CallId.random();
        sql("insert into call (id, leg_sid, district_id, state_name, state, dialled_at) values ('" + call + "', '"
                + call + "', '" + district + "', 'New', '{}', '" + TestTelephony.CLOCK.instant() + "')");
        calls.add(call);
        return call;
    }

    private int begin(CallId call) {
        return begin(call, Need.of(DARI_OR_FARSI.getFirst()));
    }

    private int begin(CallId call, Need need) {
        return Objects.requireNonNull(
                callOuts.begin(call, district, need, DARI_OR_FARSI).block());
    }

    private Claim claim(InterpreterId who, int code) {
        return Objects.requireNonNull(callOuts.claim(who, code).block());
    }

    private int code(CallId call) {
        return number("select code from callout where call_id = '" + call + "'");
    }

    private List<InterpreterId> invited(CallId call) {
        return ids("select interpreter_id from callout_invitation where call_id = '" + call + "'");
    }

    /** Who was sent this text, in this test. */
    private List<InterpreterId> told(String key) {
        return ids("select t.interpreter_id from text_message t join interpreter i on i.id = t.interpreter_id"
                + " where t.key = '" + key + "' and i.district_id = '" + district + "'");
    }

    private List<InterpreterId> ids(String sql) {
        return Objects.requireNonNull(database()
                .sql(sql)
                .mapValue(UUID.class)
                .all()
                .map(InterpreterId::new)
                .collectList()
                .block());
    }

    private int number(String sql) {
        return Objects.requireNonNull(
                database().sql(sql).mapValue(Integer.class).one().block());
    }

    private void sql(String sql) {
        wait(database().sql(sql).then());
    }

    private static void wait(Mono<?> deed) {
        deed.block();
    }
}
