package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.simulator.TelephoneNetwork.Webhooks;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.MovableClock;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.work.Worker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Base of the phone scripts. Each has a district with a line of its own; the pool is what the script puts into it. Time
 * passes only when the script says so, and then everything that falls due happens, in order.
 */
abstract class PhoneScriptIT extends HotlineIT {

    static final MovableClock CLOCK = TestTelephony.CLOCK;
    static final TelephoneNetwork NETWORK = TestTelephony.NETWORK;

    @Autowired
    private Worker worker;

    @LocalServerPort
    private int port;

    private UUID district = new UUID(0, 0);
    String line = "";
    private Instant began = Instant.MIN;
    private int violationsBefore;

    @BeforeEach
    void openALine() {
        // Apart from what earlier scripts left behind.
        CLOCK.pass(Duration.ofHours(1));
        settle();
        began = CLOCK.instant();
        violationsBefore = NETWORK.violations().size();
        NETWORK.interfere(Interference.NONE);
        NETWORK.route(url -> here(url));
        district = district();
        line = Numbers.landline();
        created(
                "/api/v1/lines",
                Body.of("districtId", district, "number", line, "languages", List.of("ar", "uk", "ti")));
        NETWORK.own(
                line,
                new Webhooks(
                        URI.create(TestTelephony.PUBLIC_URL + "/twilio/voice"),
                        null,
                        URI.create(TestTelephony.PUBLIC_URL + "/twilio/voice/status"),
                        null));
    }

    private URI here(URI url) {
        return URI.create(url.toString().replace(TestTelephony.PUBLIC_URL, "http://127.0.0.1:" + port));
    }

    @AfterEach
    void theNetworkHadNothingToObjectTo() {
        var violations = NETWORK.violations();
        assertThat(violations.subList(violationsBefore, violations.size())).isEmpty();
    }

    /** A practice that is recognised by its number. */
    Person practice() {
        var number = Numbers.landline();
        organisation("practice", List.of(number), null);
        return person(number);
    }

    UUID organisation(String kind, List<String> numbers, @Nullable String pin) {
        return created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        district,
                        "name",
                        "Einrichtung " + UUID.randomUUID(),
                        "kind",
                        kind,
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        numbers,
                        "pin",
                        pin));
    }

    /** Somebody whose number is registered nowhere. */
    Person stranger() {
        return person(Numbers.landline());
    }

    /** An interpreter on duty. */
    Person interpreter(String... languages) {
        var interpreter = interpreterOffDuty(languages);
        interpreter.goesOnDuty();
        return interpreter;
    }

    Person interpreterOffDuty(String... languages) {
        var number = Numbers.mobile();
        var id = created(
                "/api/v1/interpreters",
                Body.of(
                        "districtId",
                        district,
                        "name",
                        "Dolmetscherin " + number,
                        "phoneNumber",
                        number,
                        "gender",
                        "female",
                        "dateOfBirth",
                        "1985-03-01",
                        "municipality",
                        "Helmstedt",
                        "roles",
                        List.of("volunteer"),
                        "languages",
                        Stream.of(languages)
                                .map(tag -> Map.of("tag", tag, "level", "native"))
                                .toList(),
                        "subjects",
                        List.of("medical"),
                        "secrecyDeclaredOn",
                        "2026-01-10",
                        "status",
                        "active"));
        return new Person(this, phone(number), id);
    }

    private Person person(String number) {
        return new Person(this, phone(number), new UUID(0, 0));
    }

    private static Phone phone(String number) {
        var phone = NETWORK.phone(number);
        phone.behaves(Behaviour.manual());
        return phone;
    }

    void setAvailability(UUID interpreter, Body availability) {
        put("/api/v1/interpreters/" + interpreter + "/availability", availability)
                .hasStatus(200);
    }

    /** Lets everything happen that is due now. */
    void settle() {
        boolean something;
        do {
            something = NETWORK.runDue();
            something |= Objects.requireNonNullElse(worker.drain().block(), 0L) > 0;
        } while (something);
    }

    /** Lets time pass, stopping at every instant at which something falls due. */
    void pass(Duration time) {
        var end = CLOCK.instant().plus(time);
        settle();
        for (var next = nextDue(); next.isPresent() && !next.get().isAfter(end); next = nextDue()) {
            CLOCK.moveTo(next.get());
            settle();
        }
        CLOCK.moveTo(end);
        settle();
    }

    void seconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    private Optional<Instant> nextDue() {
        return Stream.concat(NETWORK.nextDue().stream(), worker.nextDue().blockOptional().stream())
                .min(Instant::compareTo);
    }

    /** The session log of this script, newest call first. */
    Sessions sessions() {
        return new Sessions(get("/api/v1/sessions?from=" + began));
    }
}
