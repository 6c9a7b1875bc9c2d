package de.dolmetscherhotline.recruiting.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.BodyInserters;

/** A list comes into the pool as a whole or not at all, and out again in the same shape. */
class RosterApiIT extends HotlineIT {

    private static final String INTERPRETERS = "/api/v1/interpreters";
    private static final String IMPORT = INTERPRETERS + "/import";
    private static final String PREVIEW = IMPORT + "/preview";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final String HEADER = "Name;Telefon;Geschlecht;Geburtsdatum;Gemeinde;Rollen;Sprachen;Fachgebiete;"
            + "Schweigepflicht am;Status;Notizen\n";

    private final String aminas = Numbers.mobile();
    private final String omars = Numbers.mobile();
    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    @Test
    void aListIsSeenBeforeItIsImported() {
        send(PREVIEW, twoPeople())
                .hasStatus(200)
                .has("created", 2)
                .has("people[0].row", 2)
                .has("people[0].action", "create")
                .has("people[0].name", "Amina Haddad")
                .has("people[0].phoneNumber", aminas)
                .has("errors.length()", 0);
        assertThat(pool()).isZero();

        send(IMPORT, twoPeople()).hasStatus(200).has("created", 2);
        get(INTERPRETERS + "?sort=name&districtId=" + district)
                .has("[0].name", "Amina Haddad")
                .has("[0].status", "active")
                .has("[0].secrecyDeclaredOn", "2026-01-10")
                .has("[0].languages[0].level", "native")
                .has("[1].name", "Omar Haddad")
                .has("[1].status", "in_training");
    }

    @Test
    void theSameListAgainChangesNothing() {
        send(IMPORT, twoPeople()).hasStatus(200);
        send(IMPORT, twoPeople())
                .hasStatus(200)
                .has("created", 0)
                .has("updated", 0)
                .has("unchanged", 2);
        assertThat(pool()).isEqualTo(2);
    }

    @Test
    void onlyWhatTheListHasColumnsForIsChanged() {
        send(IMPORT, twoPeople()).hasStatus(200);
        var moved = "Telefon;Gemeinde\n" + aminas + ";Lehre\n";
        send(PREVIEW, moved)
                .has("updated", 1)
                .has("people[0].changes.length()", 1)
                .has("people[0].changes[0].column", "Gemeinde")
                .has("people[0].changes[0].before", "Helmstedt")
                .has("people[0].changes[0].after", "Lehre");
        send(IMPORT, moved).hasStatus(200).has("updated", 1);
        get(INTERPRETERS + "?sort=name&districtId=" + district)
                .has("[0].municipality", "Lehre")
                .has("[0].subjects[0]", "medical")
                .has("[0].status", "active");
    }

    @Test
    void withAnyErrorNothingIsImportedAndEachIsNamed() {
        var list = twoPeople() + "Zoran;0900 1234567;;31.02.1990;;;Arabisch;;;fertig;\n";
        var refused = send(IMPORT, list).isProblem(422);

        assertThat(JsonPath.<List<String>>read(refused.body(), "$.errors[*].column"))
                .containsExactly("Telefon");
        refused.has("errors[0].row", 4).has("errors[0].code", "not-dialable");
        assertThat(pool()).isZero();
        send(PREVIEW, list).hasStatus(200).has("created", 2).has("errors.length()", 1);
    }

    @Test
    void errorsAreInTheLanguageOfWhoeverAsks() {
        var list = HEADER + "A;" + aminas + ";;;;;Arabisch;;;;\n";
        send(PREVIEW, list)
                .has(
                        "errors[0].message",
                        "“Arabisch” lacks how well the language is spoken: Muttersprache"
                                + " (native), C2, C1, B2, B1, A2 or A1");
        Answer.to(api().post()
                        .uri(PREVIEW + "?districtId=" + district)
                        .contentType(CSV)
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                        .bodyValue(list.getBytes(StandardCharsets.UTF_8)))
                .has(
                        "errors[0].message",
                        "bei „Arabisch“ fehlt, wie gut die Sprache gesprochen wird: Muttersprache, C2,"
                                + " C1, B2, B1, A2 oder A1");
    }

    @Test
    void nobodyUnderEighteenBecomesActive() {
        var list = HEADER + "A;" + aminas + ";;1.1.2015;;;ar: B2;;;aktiv;\n";
        send(IMPORT, list).isProblem(422).has("errors[0].code", "minor").has("errors[0].column", "Geburtsdatum");
    }

    @Test
    void aWorkbookIsAsGoodAsAList() {
        var file = SheetFile.write(
                Format.XLSX,
                List.of(
                        List.of(Cell.text("Name"), Cell.text("Telefon"), Cell.text("Sprachen")),
                        List.of(Cell.text("Amina"), Cell.text(aminas), Cell.text("Arabisch: Muttersprache"))));
        Answer.to(api().post()
                        .uri(IMPORT + "?districtId=" + district)
                        .contentType(MediaType.parseMediaType(Format.XLSX.mediaType()))
                        .bodyValue(file))
                .hasStatus(200)
                .has("created", 1);
    }

    @Test
    void aFormMaySendTheFileAsAPart() {
        var form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(twoPeople().getBytes(Charset.forName("windows-1252"))))
                .filename("liste.csv");
        Answer.to(api().post()
                        .uri(IMPORT + "?districtId=" + district)
                        .body(BodyInserters.fromMultipartData(form.build())))
                .hasStatus(200)
                .has("created", 2);
        Answer.to(api().post()
                        .uri(IMPORT + "?districtId=" + district)
                        .body(BodyInserters.fromMultipartData("other", "x")))
                .rejects("file");
    }

    @Test
    void whatIsTooLargeOrNoTableIsRefused() {
        send(IMPORT, "x".repeat(Upload.MOST_BYTES + 1)).isProblem(413);
        var form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(new byte[Upload.MOST_BYTES + 1]))
                .filename("liste.csv");
        Answer.to(api().post()
                        .uri(IMPORT + "?districtId=" + district)
                        .body(BodyInserters.fromMultipartData(form.build())))
                .isProblem(413);
        send(IMPORT, "").isProblem(422).has("errors[0].code", "empty");
        send(IMPORT, "\u0000\u0001").isProblem(422).has("errors[0].code", "no-table");
        Answer.to(api().post().uri(IMPORT + "?districtId=" + district).bodyValue("{}"))
                .isProblem(415);
    }

    @Test
    void aListNeedsADistrict() {
        Answer.to(upload(IMPORT + "?districtId=" + UUID.randomUUID(), twoPeople()))
                .rejects("districtId");
        Answer.to(api().get().uri(INTERPRETERS + "/export?districtId=" + UUID.randomUUID()))
                .rejects("districtId");
    }

    @Test
    void twoPeopleMayExchangeTheirNumbersForTexts() {
        var first = Numbers.mobile();
        var second = Numbers.mobile();
        var header = "Name;Telefon;Sprachen;Telefon für SMS\n";
        send(IMPORT, header + "A;" + aminas + ";ar: B2;" + first + "\nB;" + omars + ";ar: B2;" + second + "\n")
                .hasStatus(200);
        send(IMPORT, header + "A;" + aminas + ";ar: B2;" + second + "\nB;" + omars + ";ar: B2;" + first + "\n")
                .hasStatus(200)
                .has("updated", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatIsExportedCanBeImportedAndChangesNothing(String format) {
        send(IMPORT, twoPeople()).hasStatus(200);
        var exported = Answer.to(api().get().uri(INTERPRETERS + "/export?districtId=" + district + "&format=" + format))
                .hasStatus(200);

        assertThat(exported.headers().getContentDisposition().getFilename()).endsWith("." + format);
        Answer.to(api().post()
                        .uri(IMPORT + "?districtId=" + district)
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .bodyValue(exported.bytes()))
                .hasStatus(200)
                .has("unchanged", 2)
                .has("updated", 0)
                .has("ignoredColumns.length()", 0);
        Answer.to(api().post()
                        .uri(IMPORT + "?districtId=" + district())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .bodyValue(exported.bytes()))
                .hasStatus(200)
                .has("created", 2);
    }

    @Test
    void theSameListTwiceAtOnceIsImportedOnce() {
        var answers = Stream.of(twoPeople(), twoPeople())
                .map(list -> CompletableFuture.supplyAsync(() -> send(IMPORT, list)))
                .toList();
        answers.forEach(answer -> answer.join().hasStatus(200));
        assertThat(pool()).isEqualTo(2);
    }

    @Test
    void thousandsOfPeopleAreImportedAtOnce() {
        var list = new StringBuilder(HEADER);
        for (int n = 0; n < 1000; n++) {
            list.append("Person ")
                    .append(n)
                    .append(";+4930%07d;;1.3.1985;;;Arabisch: C1;;;beworben;\n".formatted(2_000_000 + n));
        }
        send(IMPORT, list.toString()).hasStatus(200).has("created", 1000);
        send(IMPORT, list.toString()).hasStatus(200).has("unchanged", 1000);
    }

    private String twoPeople() {
        return HEADER
                + "Amina Haddad;" + aminas
                + ";weiblich;01.03.1985;Helmstedt;Integrationslotsin;Arabisch: Muttersprache, Englisch: B2"
                + ";Medizin;10.01.2026;aktiv;=Notiz\n"
                + "Omar Haddad;" + omars + ";m;1990-12-31;Königslutter;;Arabisch: C1;;;in Ausbildung;\n";
    }

    private Answer send(String path, String list) {
        return Answer.to(upload(path + "?districtId=" + district, list));
    }

    private RequestHeadersSpec<?> upload(String uri, String list) {
        return api().post().uri(uri).contentType(CSV).bodyValue(list.getBytes(StandardCharsets.UTF_8));
    }

    private int pool() {
        return Integer.parseInt(String.valueOf(get(INTERPRETERS + "?sort=name&districtId=" + district)
                .headers()
                .getFirst("X-Total-Count")));
    }
}
