package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of the scripts about appointments. They begin at ten in the morning, and the appointment is at two in three days. */
abstract class AppointmentScriptIT extends TextScriptIT {

    static final String APPOINTMENTS = "/api/v1/appointments";

    private static final Pattern CODE = Pattern.compile("(?:JA|ABSAGE) ([0-9]{2})");

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void itIsTenInTheMorning() {
        today = tomorrow();
        moveTo(today.atTime(10, 0));
    }

    /** What is left of them would text people in scripts about other things. */
    @AfterEach
    void appointmentsAreForgotten() {
        sql("delete from appointment");
        sql("delete from work where kind like 'appointment-%'");
    }

    LocalDate today() {
        return today;
    }

    LocalDate day() {
        return today.plusDays(3);
    }

    /** At the town hall. */
    Body onSite(Person organisation) {
        return Body.of(
                "organisationId",
                organisation.id(),
                "kind",
                "on_site",
                "date",
                day().toString(),
                "time",
                "14:00",
                "minutes",
                60,
                "municipality",
                "Helmstedt",
                "address",
                "Südertor 6",
                "language",
                "ar",
                "caseReference",
                "2026/0815",
                "contactNote",
                "Zimmer 12");
    }

    Body byPhone(Person organisation) {
        return onSite(organisation)
                .with("kind", "phone")
                .without("municipality")
                .without("address")
                .without("contactNote");
    }

    UUID book(Body wanted) {
        var id = created(APPOINTMENTS, wanted);
        settle();
        return id;
    }

    Answer look(UUID appointment) {
        return get(APPOINTMENTS + "/" + appointment).hasStatus(200);
    }

    String status(UUID appointment) {
        return look(appointment).text("status");
    }

    List<String> events(UUID appointment) {
        return JsonPath.read(look(appointment).body(), "$.history[*].event");
    }

    Answer change(UUID appointment, String what, @Nullable String reason) {
        var answer = post(APPOINTMENTS + "/" + appointment + "/" + what, Body.of("reason", reason));
        settle();
        return answer;
    }

    /** The code in the last text that has one. */
    static String code(Person who) {
        var found = who.inbox().reversed().stream()
                .flatMap(text -> CODE.matcher(text).results())
                .findFirst();
        assertThat(found).as("code in %s", who.inbox()).isPresent();
        return found.orElseThrow().group(1);
    }

    static Person saysYes(Person who) {
        return who.texts("JA " + code(who));
    }

    static Person saysNo(Person who) {
        return who.texts("NEIN " + code(who));
    }

    static Person cannotCome(Person who) {
        return who.texts("ABSAGE " + code(who));
    }

    List<Person> members(int many) {
        return Stream.generate(() -> interpreterOffDuty("ar")).limit(many).toList();
    }

    Person memberIn(String municipality) {
        return interpreterWith(aProfile("ar").with("municipality", municipality));
    }

    static List<Person> asked(List<Person> people) {
        return people.stream().filter(one -> !one.inbox().isEmpty()).toList();
    }

    void isAway(Person who, LocalDate first, LocalDate last) {
        post(
                        "/api/v1/interpreters/" + who.id() + "/absences",
                        Body.of("firstDay", first.toString(), "lastDay", last.toString()))
                .hasStatus(201);
        settle();
    }
}
