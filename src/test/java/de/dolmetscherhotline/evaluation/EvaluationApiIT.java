package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.sheet.SheetFile;
import de.dolmetscherhotline.sheet.SheetFile.Reading;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Figures, report and hours by REST. A district of its own with a few calls in May 2025, and fewer in April. */
class EvaluationApiIT extends HotlineIT {

    private static final String EVALUATION = "/api/v1/evaluation";

    /** A Monday, 10:00 in Berlin. */
    private static final Instant MONDAY = Instant.parse("2025-05-05T08:00:00Z");

    private UUID district = new UUID(0, 0);
    private UUID practice = new UUID(0, 0);
    private UUID amina = new UUID(0, 0);

    @BeforeEach
    void aDistrictWithCalls() {
        district = district();
        practice = created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        district,
                        "name",
                        "Praxis Dr. Geheim",
                        "kind",
                        "practice",
                        "municipality",
                        "=Helmstedt",
                        "phoneNumbers",
                        List.of(),
                        "pin",
                        null));
        amina = member("Amina Haddad");
        for (int i = 0; i < 6; i++) {
            calls().talk(MONDAY.plusSeconds(i * 600L), "ar", 10 + i * 10);
        }
        calls().unserved(MONDAY.plusSeconds(7200), "ti", "no_coverage", null);
        calls().unserved(MONDAY.plusSeconds(7300), "ar", "nobody_answered", "no_answer");
        calls().attempt(MONDAY.plusSeconds(7400));
        calls().talk(MONDAY.minus(Duration.ofDays(20)), "ar", 25);
    }

    @Test
    void figuresStandBesideTheirDefinitionsAndThoseOfThePeriodBefore() {
        figures("de")
                .has("period.from", "2025-05-01")
                .has("before.from", "2025-04-01")
                .has("before.to", "2025-04-30")
                .has(value("calls"), List.of(8))
                .has(before("calls"), List.of(1))
                .has(value("attempts"), List.of(1))
                .has(value("sessions"), List.of(6))
                .has(value("minutes"), List.of(12))
                .has(value("wanted"), List.of(8))
                .has(value("uncovered"), List.of(1))
                .has(value("median_seconds"), List.of(30))
                .has(value("seconds_95"), List.of(60))
                // Of seven for whom somebody could be asked.
                .has(value("within_30"), List.of(42.9))
                .has(value("within_60"), List.of(85.7))
                .has("figures[0].name", "Anrufe")
                .has("rungBack.sessions", 0);
        figures("en").has("figures[0].name", "Calls");
    }

    @Test
    void figuresAreBrokenDown() {
        get(path("/breakdown", "&by=language"))
                .hasStatus(200)
                // The third is none: an attempt.
                .has("rows.length()", 3)
                .has("rows[2].figures.attempts", 1)
                .has("rows[0].value", "ar")
                .has("rows[0].name", "Arabic")
                .has("rows[0].figures.calls", 7)
                .has("rows[0].figures.median_seconds", 30)
                .has("rows[0].before.calls", 1)
                .has("rows[1].figures.uncovered", 1)
                .has("definitions[0].figure", "calls");
        get(path("/breakdown", "&by=organisation_kind")).has("rows[0].value", "practice");
        get(path("/breakdown", "&by=outcome")).has("rows[0].name", "connected");
        get(path("/breakdown", "&by=weekday")).has("rows[0].value", "1").has("rows[0].name", "Monday");
        get(path("/breakdown", "&by=hour")).has("rows[0].value", "10").has("rows[0].figures.calls", 6);
        get(path("/breakdown", "&by=colour")).isProblem(400);
    }

    @Test
    void demandStandsAgainstPlans() {
        put(
                        "/api/v1/interpreters/" + amina + "/plan",
                        Body.of("shifts", List.of(Map.of("day", "monday", "starts", "10:00", "ends", "12:00"))))
                .hasStatus(200);
        get(path("/heat-map", ""))
                .has("[?(@.language=='ar')].week.monday[10].calls", List.of(6))
                .has("[?(@.language=='ar')].week.monday[10].planned", List.of(1))
                .has("[?(@.language=='ti')].week.monday[12].uncovered", List.of(1))
                .has("[?(@.language=='ti')].week.monday[12].planned", List.of(0));
    }

    @Test
    void offersAndLoadsAreTold() {
        var zeynep = member("Zeynep Kaya");
        get(path("/offers", ""))
                .has("[?(@.fate=='accepted')].offers", List.of(6))
                .has("[?(@.fate=='accepted')].before", List.of(1))
                .has("[?(@.fate=='no_answer')].offers", List.of(1));
        var fairness = get(path("/fairness", ""))
                .has("members", 2)
                .has("neverAsked", 1)
                .has("withoutSession", 1)
                .has("topTenthPercent", 100.0)
                .has("gini", 0.5)
                .has("loads[0].interpreterId", amina.toString())
                .has("loads[0].sessions", 6)
                .has("loads[0].asked", 7);
        assertThat(fairness.body()).doesNotContain(zeynep.toString());
    }

    @Test
    void filesHoldTheSameFiguresAndNoFormulas() {
        var csv = get(path("/export", "&format=csv")).hasStatus(200);
        assertThat(csv.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .contains("auswertung-2025-05-01-2025-05-31.csv");
        assertThat(csv.body())
                .contains("Calls;8;1;", "\r\n'=Helmstedt;", "Monday;10;6;0;0")
                .doesNotContain(";=Helm");
        var xlsx = SheetFile.read(
                get(path("/export", "&format=xlsx")).hasStatus(200).bytes());
        assertThat(xlsx).isInstanceOf(Reading.Read.class);
        assertThat(get(path("/export", "&format=pdf")).status()).isEqualTo(400);
    }

    @Test
    void theReportLeavesSmallCountsOut() {
        var report = get(path("/report", ""))
                .hasStatus(200)
                .has("figures[?(@.figure=='calls')].value", List.of(8))
                .has("tables[0].lines[-1].counts[0]", 8);
        // Two without session: whoever knows 8 calls and 6 sessions would know.
        report.has("tables[0].lines[-1].counts[1]", null).has("tables[0].lines[-1].counts[2]", null);
        report.has("figures[?(@.figure=='sessions')].value", Collections.singletonList(null));
        report.has("figures[?(@.figure=='wanted')]", List.of());
        assertThat(report.body()).doesNotContain("Geheim", "Amina", amina.toString());
        var csv = get(path("/report/export", "&format=csv")).hasStatus(200).body();
        assertThat(csv).contains("All;8;•;•", "A dot (•)").doesNotContain("Geheim");
        assertThat(get(path("/report/export", "&format=xlsx")).hasStatus(200).bytes())
                .hasSizeGreaterThan(2_000);
    }

    @Test
    void theReportIsPrintedSoThatItCanBeReadAloud() throws IOException {
        var printed = get(path("/report/pdf", "")).hasStatus(200);
        assertThat(printed.headers().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        try (var document = Loader.loadPDF(printed.bytes())) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Interpreter hotline and pool");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid", "This report covers the time");
            for (var page : document.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
            assertThat(charts(catalog.getStructureTreeRoot().getKids()))
                    .hasSize(6)
                    .anySatisfy(chart -> assertThat(chart)
                            .contains("Calls by municipality", "=Helmstedt: 8")
                            .doesNotContain("null"));
            assertThat(new PDFTextStripper().getText(document))
                    .contains("This report covers the time from", "Calls by municipality", "=Helmstedt", "•")
                    .doesNotContain("Geheim", "Amina", "#");
        }
    }

    /** What charts show, for those who do not see them. */
    private static List<String> charts(List<Object> nodes) {
        return nodes.stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(element -> "Figure".equals(element.getStructureType())
                        ? Stream.of(element.getAlternateDescription())
                        : charts(element.getKids()).stream())
                .toList();
    }

    @Test
    void theDistrictsOwnTextsStandInItsReportOfThePeriod() throws IOException {
        var texts = path("/report/texts", "");
        put(texts, Body.of("introduction", "First.\n\nSecond,\nin two lines.", "conclusion", ""))
                .hasStatus(200);
        put(texts, Body.of("introduction", "x".repeat(8_001), "conclusion", null))
                .rejects("introduction", "conclusion");
        get(path("/report", ""))
                .has("introduction", List.of("First.", "Second,\nin two lines."))
                .has("conclusion", List.of());
        get(EVALUATION + "/report?districtId=" + district + "&from=2025-05-01&to=2025-05-30")
                .has("introduction", List.of());
        put(texts, Body.of("introduction", "", "conclusion", "We need\u0001 Tigrinya."))
                .hasStatus(200);
        try (var document = Loader.loadPDF(get(path("/report/pdf", "")).bytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Assessment and outlook", "We need Tigrinya.")
                    .doesNotContain("First.");
        }
        assertThat(get(path("/report/export", "&format=csv")).body()).contains("We need Tigrinya.");
    }

    @Test
    void hoursArePrintedToBeSigned() throws IOException {
        try (var document =
                Loader.loadPDF(get(path("/hours/pdf", "")).hasStatus(200).bytes())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Statement of hours: Amina Haddad", "May 5, 2025", "Date, signature")
                    .doesNotContain("Geheim", "Helmstedt");
        }
        var nobody = get(path("/hours/pdf", "&interpreterId=" + UUID.randomUUID()));
        try (var document = Loader.loadPDF(nobody.hasStatus(200).bytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("no sessions");
        }
    }

    @Test
    void hoursAreToldByDayWithoutCallers() {
        appointment("on_site", "held", MONDAY.plus(Duration.ofDays(1)), 90);
        appointment("on_site", "no_show", MONDAY.plus(Duration.ofDays(2)), 60);
        var hours = get(path("/hours", ""))
                .hasStatus(200)
                .has("length()", 1)
                .has("[0].name", "Amina Haddad")
                .has("[0].sessions", 6)
                .has("[0].minutes", 12)
                .has("[0].appointments", 1)
                .has("[0].onSiteMinutes", 90)
                .has("[0].days.length()", 2)
                .has("[0].days[0].day", "2025-05-05")
                .has("[0].days[0].sessions", 6)
                .has("[0].days[1].onSiteMinutes", 90);
        assertThat(hours.body()).doesNotContain("Geheim", "Helmstedt", practice.toString(), "\"ar\"");
        var csv = get(path("/hours/export", "")).hasStatus(200);
        assertThat(csv.body()).contains("Amina Haddad;6;12;1;90;102", "Amina Haddad;05.05.2025;6;12;0;0;12");
        get(path("/hours", "&interpreterId=" + UUID.randomUUID())).has("length()", 0);
        assertThat(get(path("/hours/export", "&format=xlsx")).hasStatus(200).bytes())
                .isNotEmpty();
    }

    @Test
    void aConversationThatBeganBeforeMidnightBelongsToThatDay() {
        calls().talk(Instant.parse("2025-05-31T21:59:00Z"), "ar", 10);
        calls().talk(Instant.parse("2025-05-31T22:00:30Z"), "ar", 10);
        get(path("/hours", "")).has("[0].sessions", 7).has("[0].days[1].day", "2025-05-31");
        figures("en").has(value("sessions"), List.of(7));
    }

    @Test
    void periodsThatMakeNoSenseAreRefused() {
        for (var what : List.of(
                "",
                "/heat-map",
                "/offers",
                "/fairness",
                "/export",
                "/report",
                "/report/export",
                "/report/pdf",
                "/hours",
                "/hours/export",
                "/hours/pdf")) {
            var path = EVALUATION + what + "?districtId=" + district;
            get(path + "&from=2025-05-02&to=2025-05-01").rejects("to");
            get(path + "&from=1999-05-02&to=2025-05-01").rejects("from");
            get(path + "&from=2025-05-02&to=9999-05-01").rejects("to");
            get(path + "&from=yesterday&to=2025-05-01").rejects("from");
            get(path).rejects("from", "to");
            get(EVALUATION + what + "?from=2025-05-01&to=2025-05-02&districtId=" + UUID.randomUUID())
                    .rejects("districtId");
            Answer.to(anonymous().get().uri(path + "&from=2025-05-01&to=2025-05-02"))
                    .isProblem(401);
        }
    }

    private Answer figures(String language) {
        return Answer.to(api().get().uri(path("", "")).header(HttpHeaders.ACCEPT_LANGUAGE, language))
                .hasStatus(200);
    }

    private static String value(String figure) {
        return "figures[?(@.figure=='" + figure + "')].value";
    }

    private static String before(String figure) {
        return "figures[?(@.figure=='" + figure + "')].before";
    }

    private String path(String what, String more) {
        return EVALUATION + what + "?districtId=" + district + "&from=2025-05-01&to=2025-05-31" + more;
    }

    private UUID member(String name) {
        return created(
                "/api/v1/interpreters",
                Bodies.interpreter(district)
                        .with("name", name)
                        .with("subjects", List.of())
                        .with("secrecyDeclaredOn", "2025-01-10"));
    }

    private FewCalls calls() {
        return new FewCalls(database(), district, practice, amina);
    }

    private void appointment(String kind, String status, Instant starts, int minutes) {
        database()
                .sql("""
                        insert into appointment (id, district_id, organisation_id, kind, starts_at, ends_at, municipality, address,
                                                 language, status, absent, next_wave_at, interpreter_id, confirmed_at, created_at)
                        values (gen_random_uuid(), :district, :organisation, :kind, :starts, :ends, 'Helmstedt', 'Südertor 6',
                                'ar', :status, case when :status = 'no_show' then 'person' end, :starts, :who, :created, :created)""")
                .bind("district", district)
                .bind("organisation", practice)
                .bind("kind", kind)
                .bind("starts", starts)
                .bind("ends", starts.plusSeconds(minutes * 60L))
                .bind("status", status)
                .bind("who", amina)
                .bind("created", starts.minusSeconds(86_400))
                .then()
                .block();
    }
}
