package de.dolmetscherhotline.callout;

import de.dolmetscherhotline.availability.Availabilities;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** Base of the tests about asking by text: a district of its own, calls that wait, and volunteers. */
abstract class CallOutIT extends HotlineIT {

    /** After that, somebody who got a text may be asked. */
    static final Duration SPARED = Duration.ofMinutes(15);

    static final List<Language> DARI_OR_FARSI = List.of(new Language("prs"), new Language("fa"));

    @Autowired
    CallOuts callOuts;

    @Autowired
    OptOuts optOuts;

    @Autowired
    Availabilities availabilities;

    final List<CallId> calls = new ArrayList<>();
    DistrictId district = new DistrictId(new UUID(0, 0));

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

    PhoneNumber numberOf(InterpreterId one) {
        return new PhoneNumber(get("/api/v1/interpreters/" + one).text("phoneNumber"));
    }

    List<InterpreterId> volunteers(int count) {
        return IntStream.range(0, count).mapToObj(n -> volunteer("prs")).toList();
    }

    /** Off duty, and may be asked nevertheless. */
    InterpreterId volunteer(String language) {
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

    CallId call() {
        var call = CallId.random();
        sql("insert into call (id, leg_sid, district_id, state_name, state, dialled_at) values ('" + call + "', '"
                + call + "', '" + district + "', 'New', '{}', '" + TestTelephony.CLOCK.instant() + "')");
        calls.add(call);
        return call;
    }

    int ask(CallId call) {
        return ask(call, Need.of(DARI_OR_FARSI.getFirst()));
    }

    int ask(CallId call, Need need) {
        return Objects.requireNonNull(
                callOuts.ask(call, district, need, DARI_OR_FARSI).block());
    }

    Claim claim(InterpreterId who, int code) {
        return Objects.requireNonNull(callOuts.claim(who, code).block());
    }

    int code(CallId call) {
        return number("select code from callout where call_id = '" + call + "'");
    }

    List<InterpreterId> invited(CallId call) {
        return ids("select interpreter_id from callout_invitation where call_id = '" + call + "'");
    }

    /** Who was sent this text, in this test. */
    List<InterpreterId> told(String key) {
        return ids("select t.interpreter_id from text_message t join interpreter i on i.id = t.interpreter_id"
                + " where t.key = '" + key + "' and i.district_id = '" + district + "'");
    }

    List<InterpreterId> ids(String sql) {
        return Objects.requireNonNull(database()
                .sql(sql)
                .mapValue(UUID.class)
                .all()
                .map(InterpreterId::new)
                .collectList()
                .block());
    }

    int number(String sql) {
        return Objects.requireNonNull(
                database().sql(sql).mapValue(Integer.class).one().block());
    }

    void sql(String sql) {
        wait(database().sql(sql).then());
    }

    static void wait(Mono<?> deed) {
        deed.block();
    }
}
