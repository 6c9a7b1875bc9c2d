package de.dolmetscherhotline.dashboard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile;
import de.dolmetscherhotline.sheet.SheetFile.Reading;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of organisations, requests, appointments and unmet demand as spreadsheets. */
class ListFilesIT extends StaffIT {

    private static final String ORGANISATIONS = "/dashboard/organisations";
    private static final String REQUESTS = "/dashboard/requests";
    private static final String APPOINTMENTS = "/dashboard/appointments";
    private static final String UNMET = "/dashboard/unmet-demand";

    private final String number = Numbers.landline();
    private UUID practice = new UUID(0, 0);

    @BeforeEach
    void practice() {
        practice = organisation("Praxis Dr. Lindner", number);
    }

    /** What is left of them would text or ring people in other tests. */
    @AfterEach
    void nothingIsLeft() {
        sql("delete from request");
        sql("delete from appointment");
        sql("delete from work where kind like 'appointment-%' or kind = 'text'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void theListOfRequestsIsAFileOfWhatIsSought(String format) {
        requests(60, "ar");
        requests(1, "ti");
        var all = rows(REQUESTS + "/export?format=" + format);
        assertThat(all).hasSize(62);
        assertThat(all.getFirst()).containsExactly("Tag", "Uhrzeit", "Sprache", "Notfall", "Einrichtung", "Stand");
        var some = rows(REQUESTS + "/export?format=" + format + "&language=ti&show=searching");
        assertThat(some).hasSize(2);
        assertThat(some.getLast()).contains("Tigrinya", "Praxis Dr. Lindner", "Wir suchen", "nein");
        assertThat(all.toString()).doesNotContain(number, number.substring(4));
        assertThat(trail()).contains("exported");
    }

    @Test
    void theListOfAppointmentsIsAFileOfWhatIsSought() {
        book("ar");
        book("vi");
        var rows = rows(APPOINTMENTS + "/export?format=csv&language=vi");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).contains("Tag", "Uhrzeit", "Bis", "Wer kommt");
        assertThat(rows.getLast()).contains("14:00", "15:00", "Vietnamesisch", "Praxis Dr. Lindner", "Helmstedt");
        assertThat(rows(APPOINTMENTS + "/export?format=csv&from=" + today().plusDays(11)))
                .hasSize(1);
    }

    @Test
    void theListOfOrganisationsIsAFileInWhichNobodyCanHideAFormula() {
        organisation("=HYPERLINK(1)", Numbers.landline());
        var file = signedIn(Role.VIEWER)
                .opens(ORGANISATIONS + "/export?format=csv")
                .hasStatus(200)
                .body();
        assertThat(file)
                .contains("Praxis Dr. Lindner", "'=HYPERLINK(1)")
                .doesNotContain("\n=HYPERLINK", number, number.substring(4));
        assertThat(rows(ORGANISATIONS + "/export?format=xlsx&name=lindner")).hasSize(2);
        assertThat(rows(ORGANISATIONS + "/export?format=csv&blocked=yes")).hasSize(1);
    }

    @Test
    void theListOfUnmetDemandIsAFileOfAllItsPages() {
        unmetCalls(110, "ti");
        unmetCalls(1, "so");
        assertThat(rows(UNMET + "/export?format=csv")).hasSize(112);
        var some = rows(UNMET + "/export?format=xlsx&language=so&page=3");
        assertThat(some).hasSize(2);
        assertThat(some.getLast()).contains("Somali", "Anruf", "Praxis Dr. Lindner");
        assertThat(rows(UNMET + "/export?format=csv&show=settled")).hasSize(1);
    }

    @Test
    void whatIsTooMuchForAFileIsNotExportedInPart() {
        requests(ListFiles.MOST + 1, "ar");
        var browser = signedIn(Role.VIEWER);
        browser.opens(REQUESTS + "/export?format=csv").hasStatus(422);
        assertThat(browser.opens(REQUESTS).body())
                .contains("Für eine Datei ist das zu viel")
                .doesNotContain(REQUESTS + "/export");
        assertThat(browser.opens(REQUESTS + "?language=ti").body()).doesNotContain(REQUESTS + "/export");
    }

    @Test
    void everyListLeadsToItsFile() {
        requests(1, "ar");
        book("ar");
        unmetCalls(1, "ti");
        var browser = signedIn(Role.VIEWER);
        for (var list : List.of(ORGANISATIONS, REQUESTS, APPOINTMENTS, UNMET)) {
            assertThat(browser.opens(list).hasStatus(200).body())
                    .contains("href=\"" + list + "/export?format=xlsx", "href=\"" + list + "/export?format=csv");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ORGANISATIONS, REQUESTS, APPOINTMENTS, UNMET})
    void whatAnotherDistrictHasIsInNoFile(String list) {
        requests(1, "ar");
        book("ar");
        unmetCalls(1, "ti");
        assertThat(signedInElsewhere()
                        .opens(list + "/export?format=csv")
                        .hasStatus(200)
                        .body())
                .doesNotContain("Lindner");
        isOut(browser().opens(list + "/export?format=csv"));
        signedIn(Role.VIEWER).opens(list + "/export?format=pdf").hasStatus(400);
    }

    private List<List<String>> rows(String address) {
        var file = signedIn(Role.VIEWER).opens(address).hasStatus(200);
        assertThat(file.headers().getContentDisposition().isAttachment()).isTrue();
        assertThat(SheetFile.read(file.bytes())).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) SheetFile.read(file.bytes()))
                .sheet().rows().stream()
                        .map(row -> row.cells().stream()
                                .map(cell -> cell instanceof Cell.Text text ? text.text() : cell.toString())
                                .toList())
                        .toList();
    }

    private UUID organisation(String name, String itsNumber) {
        return created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        name,
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of(itsNumber)));
    }

    private void requests(int count, String language) {
        sql("""
                insert into request (id, organisation_id, language, phone_number, status, requested_at, status_since)
                select gen_random_uuid(), '%s', '%s', '%s', 'searching', '%s', '%s' from generate_series(1, %d)
                """.formatted(
                practice, language, number, TestTelephony.CLOCK.instant(), TestTelephony.CLOCK.instant(), count));
    }

    private void unmetCalls(int count, String language) {
        var at = TestTelephony.CLOCK.instant().minus(Duration.ofDays(4));
        sql("""
                insert into call (id, district_id, organisation_id, state_name, state, dialled_at, ended_at, origin, emergency,
                                  language, outcome)
                select gen_random_uuid(), '%s', '%s', 'Ended', '{}', '%s', '%s', 'phone', false, '%s', 'no_coverage'
                from generate_series(1, %d)
                """.formatted(itsDistrict(), practice, at, at.plusSeconds(60), language, count));
    }

    /** In ten days. */
    private void book(String language) {
        created(
                "/api/v1/appointments",
                Body.of(
                        "organisationId",
                        practice,
                        "kind",
                        "on_site",
                        "date",
                        today().plusDays(10).toString(),
                        "time",
                        "14:00",
                        "minutes",
                        60,
                        "municipality",
                        "Helmstedt",
                        "address",
                        "Südertor 6",
                        "language",
                        language));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZoneId.of("Europe/Berlin"));
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }
}
