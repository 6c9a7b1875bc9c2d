package de.dolmetscherhotline.dashboard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coordinators enter appointments for organisations that ring them. */
class AppointmentBookingIT extends StaffIT {

    private static final String APPOINTMENTS = "/dashboard/appointments";
    private static final String NEW = APPOINTMENTS + "/new";

    private String number = "";
    private UUID practice = new UUID(0, 0);

    @BeforeEach
    void practice() {
        number = Numbers.landline();
        practice = created("/api/v1/organisations", organisation("Praxis Dr. Lindner"));
    }

    private Body organisation(String name) {
        return Body.of(
                "districtId",
                itsDistrict(),
                "name",
                name,
                "kind",
                "practice",
                "municipality",
                "Helmstedt",
                "phoneNumbers",
                List.of(number),
                "favouriteLanguages",
                List.of("ar"),
                "contacts",
                List.of(Map.of("name", "Petra Lindner", "mail", "lindner@praxis.example")));
    }

    /** What is left of them would text or ring people in other tests. */
    @AfterEach
    void nothingIsLeft() {
        sql("delete from appointment");
        sql("delete from work where kind like 'appointment-%' or kind = 'text'");
    }

    @Test
    void anAppointmentOnSiteIsEnteredOnceHoweverOftenItIsSent() {
        created(
                "/api/v1/interpreters",
                Bodies.interpreter(itsDistrict())
                        .with("languages", List.of(Map.of("tag", "ar", "level", "native")))
                        .with("status", "active"));
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(APPOINTMENTS).body()).contains(NEW);
        assertThat(browser.opens("/dashboard/organisations/" + practice).body()).contains(of(practice));
        assertThat(browser.opens(NEW).hasStatus(200).body()).contains("Praxis Dr. Lindner", practice.toString());
        assertThat(browser.opens(of(practice)).hasStatus(200).body())
                .contains("Neuer Termin für Praxis Dr. Lindner", "value=\"Helmstedt\"", number);
        var booked = sends(browser).hasStatus(303);
        var id = id(booked);
        assertThat(sends(browser).hasStatus(303).headers().getLocation())
                .isEqualTo(booked.headers().getLocation());
        get("/api/v1/appointments/" + id)
                .has("organisationId", practice.toString())
                .has("kind", "on_site")
                .has("address", "Südertor 6")
                .has("language", "ar")
                .has("status", "asking");
        assertThat(count("appointment where organisation_id = '" + practice + "'"))
                .isEqualTo(1);
        assertThat(count("audit_entry where action = 'added' and detail = 'POST " + NEW + "' and district_id = '"
                        + itsDistrict() + "'"))
                .isEqualTo(1);
        assertThat(count("appointment_letter where appointment_id = '" + id + "'"))
                .as("its first contact is told what becomes of it")
                .isEqualTo(1);
        assertThat(browser.opens(APPOINTMENTS + "/" + id + "?done=booked")
                        .hasStatus(200)
                        .body())
                .contains("Der Termin ist eingetragen.", "Koordination")
                .doesNotContain("sagen Sie das der Einrichtung");
    }

    @Test
    void sentTwiceAtOnceASeriesIsOne() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(of(practice)).hasStatus(200);
        var other = CompletableFuture.supplyAsync(() -> sends(browser, "repeatWeekly", "3"));
        var one = sends(browser, "repeatWeekly", "3").hasStatus(303);
        assertThat(id(other.join().hasStatus(303))).isEqualTo(id(one));
        assertThat(count("appointment where organisation_id = '" + practice + "'"))
                .isEqualTo(3);
    }

    @Test
    void byTelephoneInALanguageThatNobodySpeaksItSaysSo() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(of(practice)).hasStatus(200);
        var id = id(sends(browser, "kind", "phone", "phoneNumber", number, "language", "ti")
                .hasStatus(303));
        get("/api/v1/appointments/" + id).has("kind", "phone").has("language", "ti");
        assertThat(browser.opens(APPOINTMENTS + "/" + id + "?done=booked").body())
                .contains("sagen Sie das der Einrichtung");
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(of(practice)).hasStatus(200);
        assertThat(sends(browser, "time", "halb drei", "language", "", "caseReference", "2026/0815")
                        .hasStatus(422)
                        .body())
                .contains("id=\"time-problem\"", "id=\"language-problem\"")
                .contains("value=\"halb drei\"", "value=\"Südertor 6\"", "value=\"2026/0815\"");
        assertThat(sends(browser, "date", "2020-01-01", "address", "")
                        .hasStatus(422)
                        .body())
                .contains("id=\"date-problem\"");
        assertThat(sends(browser, "address", "").hasStatus(422).body()).contains("id=\"address-problem\"");
        assertThat(count("appointment where organisation_id = '" + practice + "'"))
                .isZero();
        assertThat(count("audit_entry where action = 'added' and district_id = '" + itsDistrict() + "'"))
                .isZero();
    }

    @Test
    void forABlockedOrganisationThereIsNone() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(of(practice)).hasStatus(200);
        sql("update organisation set blocked = true where id = '" + practice + "'");
        assertThat(sends(browser).hasStatus(422).body()).contains("ist gesperrt", "value=\"Südertor 6\"");
        assertThat(browser.opens(NEW).hasStatus(200).body()).doesNotContain("Lindner");
        assertThat(browser.opens("/dashboard/organisations/" + practice).body()).doesNotContain(of(practice));
        assertThat(count("appointment where organisation_id = '" + practice + "'"))
                .isZero();
    }

    @Test
    void onlyCoordinatorsOfItsDistrictEnterOne() {
        var elsewhere = signedInElsewhere();
        assertThat(elsewhere.opens(NEW).hasStatus(200).body()).doesNotContain("Lindner");
        elsewhere.opens(of(practice)).hasStatus(404);
        sends(elsewhere).hasStatus(404);
        elsewhere.opens(NEW + "?organisation=keine").hasStatus(404);
        var viewer = signedIn(Role.VIEWER);
        assertThat(viewer.opens(APPOINTMENTS).hasStatus(200).body()).doesNotContain(NEW);
        viewer.opens(NEW).hasStatus(403);
        sends(viewer).hasStatus(403);
        assertThat(count("appointment where organisation_id = '" + practice + "'"))
                .isZero();
    }

    private static String of(UUID organisation) {
        return NEW + "?organisation=" + organisation;
    }

    /** A form that is right, but for what is changed. */
    private Answer sends(FormBrowser browser, String... changed) {
        var day = LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZoneId.of("Europe/Berlin"))
                .plusDays(10);
        var fields = new LinkedHashMap<>(Map.of(
                "kind", "on_site",
                "date", day.toString(),
                "time", "14:00",
                "minutes", "60",
                "municipality", "Helmstedt",
                "address", "Südertor 6",
                "language", "ar",
                "repeatWeekly", "1"));
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return browser.sends(
                of(practice),
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private static UUID id(Answer booked) {
        URI page = Objects.requireNonNull(booked.headers().getLocation());
        return UUID.fromString(page.getPath().substring(APPOINTMENTS.length() + 1));
    }

    private int count(String from) {
        return database()
                .sql("select count(*)::int from " + from)
                .mapValue(Integer.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }
}
