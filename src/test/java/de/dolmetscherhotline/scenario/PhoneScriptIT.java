package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.TelephoneNetwork.Webhooks;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Base of the phone scripts. Each has a district with a line of its own; the pool is what the script puts into it.
 */
abstract class PhoneScriptIT extends TimeScriptIT {

    private static final AtomicInteger PORTAL_NETWORKS = new AtomicInteger();
    private static final Instant AFTER_ALL_SCRIPTS = Instant.parse("2999-12-31T00:00:00Z");

    @LocalServerPort
    private int port;

    private final Set<Phone> phones = new LinkedHashSet<>();
    private UUID district = new UUID(0, 0);
    private UUID idOfLine = new UUID(0, 0);
    private Body bodyOfLine = Body.of();
    String line = "";
    private Instant began = Instant.MIN;
    private int violationsBefore;

    @BeforeEach
    void openALine() {
        CLOCK.pass(sinceTheLastScript());
        roundsOfCareAreDue(AFTER_ALL_SCRIPTS);
        settle();
        began = CLOCK.instant();
        violationsBefore = NETWORK.violations().size();
        NETWORK.interfere(Interference.NONE);
        NETWORK.route(url -> here(url));
        openALineInANewDistrict();
    }

    /** So long that what earlier scripts left behind does not matter. */
    Duration sinceTheLastScript() {
        return Duration.ofHours(1);
    }

    /** They visit every district that scripts have left behind, so most scripts do without. */
    void roundsOfCareAreDue(Instant time) {
        database()
                .sql("update work set due_at = :time where kind like 'care-%'")
                .bind("time", time)
                .then()
                .block();
    }

    /** From here on the script plays in another district; those it has met so far stay where they are. */
    void moveToAnotherDistrict() {
        openALineInANewDistrict();
    }

    /** The same, in a district of this state. */
    void moveToADistrictIn(String region) {
        openALineIn(created(
                "/api/v1/districts",
                Body.of("name", "Landkreis " + UUID.randomUUID(), "timeZone", BERLIN.getId(), "region", region)));
    }

    private void openALineInANewDistrict() {
        openALineIn(district());
    }

    private void openALineIn(UUID home) {
        district = home;
        openALineFor("ar", "uk", "ti");
    }

    /** A further line of the district, with a menu of its own; from here on it is the one that is called. */
    void openALineFor(String... languages) {
        line = Numbers.landline();
        bodyOfLine = Body.of("districtId", district, "number", line, "languages", List.of(languages));
        idOfLine = created("/api/v1/lines", bodyOfLine);
        connect(line);
    }

    UUID presentDistrict() {
        return district;
    }

    UUID presentLine() {
        return idOfLine;
    }

    /** Who answers the coordinator's telephone of the line. */
    Person coordinator() {
        return onRecord("coordinatorNumber");
    }

    /** Who answers the telephone of the line's professional provider. */
    Person provider() {
        return onRecord("professionalProviderNumber");
    }

    private Person onRecord(String field) {
        var answers = stranger();
        lineHas(field, answers.phone().number());
        return answers;
    }

    /** Gives the line this setting, besides those it has. */
    void lineHas(String setting, Object value) {
        bodyOfLine = bodyOfLine.with(setting, value);
        put("/api/v1/lines/" + idOfLine, bodyOfLine).hasStatus(200);
    }

    /** A number of the account, with the same webhooks as every other. */
    void connect(String number) {
        NETWORK.own(
                number,
                new Webhooks(
                        URI.create(TestTelephony.PUBLIC_URL + "/twilio/voice"),
                        null,
                        URI.create(TestTelephony.PUBLIC_URL + "/twilio/voice/status"),
                        URI.create(TestTelephony.PUBLIC_URL + "/twilio/sms")));
    }

    Instant began() {
        return began;
    }

    private URI here(URI url) {
        return URI.create(url.toString().replace(TestTelephony.PUBLIC_URL, "http://127.0.0.1:" + port));
    }

    /** Whatever the script was about: in the end everything is over and nobody is left behind. */
    @AfterEach
    void everythingComesToAnEnd() {
        NETWORK.interfere(Interference.NONE);
        NETWORK.dialActionAfterHangUp(false);
        phones.forEach(Phone::hangUp);
        pass(Duration.ofMinutes(2));
        var violations = NETWORK.violations();
        assertThat(violations.subList(violationsBefore, violations.size()))
                .as("what the network objected to")
                .isEmpty();
        nobodyIsReserved();
        assertThat(rows("select id, state_name, outcome from call where dialled_at >= :began"
                        + " and (outcome is null or state_name <> 'Ended')"))
                .as("calls that did not end")
                .isEmpty();
        assertThat(rows("select id, fate from offer where offered_at >= :began and closed_at is null"))
                .as("offers that were not closed")
                .isEmpty();
        assertThat(rows("select id, state from guest where invited_at >= :began and over_at is null"))
                .as("guests who are not gone")
                .isEmpty();
        assertThat(rows("select kind, payload::text, last_error from work where created_at >= :began"
                        + " and given_up_at is not null"))
                .as("work that was given up")
                .isEmpty();
    }

    Memory memoryOf(UUID interpreter) {
        return Memory.of(database(), interpreter);
    }

    void nobodyIsReserved() {
        assertThat(reserved()).as("people who are still reserved").isEmpty();
    }

    List<Map<String, Object>> reserved() {
        return rows("select id, name, reserved_for from interpreter"
                + " where reserved_for is not null and district_id = :district and :began::timestamptz is not null");
    }

    /** What the database has; {@code :began} is when the script began, {@code :district} its district. */
    List<Map<String, Object>> rows(String sql) {
        var query = database().sql(sql).bind("began", began);
        return sql.contains(":district") ? all(query.bind("district", district)) : all(query);
    }

    /** The newest call of this script. */
    String newestCall() {
        return String.valueOf(sessions().latest("callId"));
    }

    /** How the coordinator's list has this call; empty if it is not there. */
    List<String> unmet(String call) {
        var last = Math.max(0, (unmetCount() - 1) / 100);
        return Stream.of(Math.max(0, last - 1), last)
                .distinct()
                .flatMap(page -> outcomes("/api/v1/unmet-demand?size=100&page=" + page, call))
                .toList();
    }

    private int unmetCount() {
        return Integer.parseInt(
                Objects.requireNonNull(get("/api/v1/unmet-demand").headers().getFirst("X-Total-Count")));
    }

    private Stream<String> outcomes(String page, String call) {
        return JsonPath.<List<String>>read(get(page).body(), "$[?(@.callId=='" + call + "')].outcome").stream();
    }

    private static List<Map<String, Object>> all(DatabaseClient.GenericExecuteSpec query) {
        return Objects.requireNonNull(query.fetch().all().collectList().block());
    }

    /** A practice that is recognised by its number. */
    Person practice() {
        return practiceThatOftenNeeds();
    }

    /** The same, with favourite languages of its own. */
    Person practiceThatOftenNeeds(String... languages) {
        return practiceWith("favouriteLanguages", List.of(languages));
    }

    /** The same, with these settings; names and values in turn. */
    Person practiceWith(Object... settings) {
        var number = Numbers.landline();
        var body = anOrganisation().with("phoneNumbers", List.of(number));
        for (int i = 0; i < settings.length; i += 2) {
            body = body.with(String.valueOf(settings[i]), settings[i + 1]);
        }
        return new Person(this, phone(number), created("/api/v1/organisations", body));
    }

    /** An organisation that is recognised by its PIN only. */
    UUID organisationWithPin(String pin) {
        return created("/api/v1/organisations", anOrganisation().with("pin", pin));
    }

    /** An organisation that is recognised by the numbers of these telephones, and by its PIN. */
    void organisationWith(String pin, Person... telephones) {
        var numbers =
                Stream.of(telephones).map(person -> person.phone().number()).toList();
        created("/api/v1/organisations", anOrganisation().with("pin", pin).with("phoneNumbers", numbers));
    }

    /** A practice whose callers are asked for more than the language. */
    Person practiceThat(String setting) {
        var number = Numbers.landline();
        created(
                "/api/v1/organisations",
                anOrganisation().with("phoneNumbers", List.of(number)).with(setting, true));
        return person(number);
    }

    private Body anOrganisation() {
        return Body.of(
                "districtId",
                district,
                "name",
                "Einrichtung " + UUID.randomUUID(),
                "kind",
                "practice",
                "municipality",
                "Helmstedt",
                "phoneNumbers",
                List.of(),
                "pin",
                null);
    }

    /** A browser of a new member of this organisation, in a network of its own. */
    FormBrowser memberOf(Person organisation) {
        return memberOf(organisation, "m" + UUID.randomUUID() + "@praxis.example");
    }

    /** The same for a member with this mail address. */
    FormBrowser memberOf(Person organisation, String mail) {
        var code = post(
                        "/api/v1/organisations/" + organisation.id() + "/members",
                        Body.of("name", "Petra Lindner", "mail", mail))
                .hasStatus(201)
                .text("invitationCode");
        return new FormBrowser(anonymous()
                        .mutate()
                        .defaultHeader("X-Forwarded-For", "203.0.113." + PORTAL_NETWORKS.incrementAndGet())
                        .defaultHeader("Accept-Language", "de")
                        .responseTimeout(Duration.ofSeconds(30))
                        .build())
                .accepts(code);
    }

    /** Whoever calls from there is refused. */
    UUID block(Person caller) {
        return created(
                "/api/v1/blocked-numbers",
                Body.of("districtId", district, "number", caller.phone().number(), "reason", "Scherzanrufe"));
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

    /** An interpreter who never said anything about being on duty. */
    Person interpreterOffDuty(String... languages) {
        return interpreterWith(aProfile(languages));
    }

    Person interpreterWith(Body profile) {
        var id = created("/api/v1/interpreters", profile);
        return new Person(this, phone(String.valueOf(profile.fields().get("phoneNumber"))), id);
    }

    /** Somebody who may be asked for everything, once on duty. */
    Body aProfile(String... languages) {
        var number = Numbers.mobile();
        return Bodies.interpreter(district)
                .with("name", "Dolmetscherin " + number)
                .with("phoneNumber", number)
                .with(
                        "languages",
                        Stream.of(languages)
                                .map(tag -> Map.of("tag", tag, "level", "native"))
                                .toList());
    }

    private Person person(String number) {
        return new Person(this, phone(number), new UUID(0, 0));
    }

    private Phone phone(String number) {
        var phone = NETWORK.phone(number);
        phone.behaves(Behaviour.manual());
        phones.add(phone);
        return phone;
    }

    /** A conversation that has just begun. */
    void talk(Person caller, String languageKeys, Person interpreter) {
        caller.dials(line).presses(languageKeys);
        seconds(2);
        interpreter.accepts();
        seconds(5);
        caller.talksWith(interpreter);
    }

    void setAvailability(UUID interpreter, Body availability) {
        put("/api/v1/interpreters/" + interpreter + "/availability", availability)
                .hasStatus(200);
    }

    /** Tables in which this text stands, in whichever column. */
    List<String> tablesThatMention(String text) {
        return names("select table_name from information_schema.tables where table_schema = 'public'").stream()
                .filter(table -> !names("select '" + table + "' from \"" + table + "\" t where t::text ilike '%" + text
                                + "%' limit 1")
                        .isEmpty())
                .toList();
    }

    private List<String> names(String sql) {
        return Objects.requireNonNull(
                database().sql(sql).mapValue(String.class).all().collectList().block());
    }

    /** The session log of this script, newest call first. */
    Sessions sessions() {
        return new Sessions(get("/api/v1/sessions?from=" + began));
    }

    /** What the application and the network said to each other in this script, in this order. */
    List<Exchange> exchanges() {
        return NETWORK.exchanges().stream()
                .filter(exchange -> !exchange.at().isBefore(began))
                .toList();
    }

    List<Exchange> exchanges(Exchange.Kind... kinds) {
        return exchanges().stream()
                .filter(exchange -> List.of(kinds).contains(exchange.kind()))
                .toList();
    }

    /** The documents that legs were given. */
    List<Exchange> documents() {
        return exchanges(Kind.VOICE, Kind.GATHER_ACTION, Kind.DIAL_ACTION, Kind.WAIT);
    }

    /** Our orders to dial. */
    List<Exchange> dials() {
        return exchanges(Kind.REST).stream().filter(Mishap::isDial).toList();
    }

    List<Exchange> dialsTo(Person interpreter) {
        return dials().stream()
                .filter(dial ->
                        interpreter.phone().number().equals(dial.params().get("To")))
                .toList();
    }

    static long ringing(List<Person> people) {
        return people.stream().filter(Person::rings).count();
    }
}
