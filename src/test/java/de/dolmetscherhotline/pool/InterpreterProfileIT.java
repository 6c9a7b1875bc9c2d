package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.testsupport.Body;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a coordinator may record beyond the least: direction and dialects, qualification, obligations, exclusions, notes. */
class InterpreterProfileIT extends PoolIT {

    @Test
    void whatIsRecordedIsReturnedAndMayBeSentBackAsItIs() {
        var practice = practice();
        var samira = samira().with(
                        "languages",
                        List.of(Map.of(
                                "tag",
                                "ar",
                                "level",
                                "native",
                                "direction",
                                "to_german",
                                "dialects",
                                "Levantinisch, etwas Darija")))
                .with("subjects", List.of("school", "medical"))
                .with(
                        "subjectQualifications",
                        List.of(Map.of("subject", "medical", "qualification", "Kurs", "since", "2025-03-01")))
                .with("obligations", List.of(proof("criminal_record", "2026-02-01", "2028-02-01", "liegt vor")))
                .with("doNotPair", List.of(Map.of("organisationId", practice, "reason", "Schwester arbeitet dort")))
                .with("notes", "  Ruft gern zurück. ");
        var path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        var read = get(path)
                .has("languages[0].direction", "to_german")
                .has("languages[0].dialects", "Levantinisch, etwas Darija")
                .has("subjects", List.of("medical", "school"))
                .has("subjectQualifications[0].subject", "medical")
                .has("subjectQualifications[0].qualification", "Kurs")
                .has("subjectQualifications[0].since", "2025-03-01")
                .has("subjectQualifications[1].subject", "school")
                .has("subjectQualifications[1].qualification", null)
                .has("obligations[0].kind", "criminal_record")
                .has("obligations[0].issuedOn", "2026-02-01")
                .has("obligations[0].validUntil", "2028-02-01")
                .has("obligations[0].note", "liegt vor")
                .has("obligations[1].kind", "secrecy")
                .has("obligations[1].issuedOn", "2026-01-10")
                .has("doNotPair[0].organisationId", practice.toString())
                .has("doNotPair[0].reason", "Schwester arbeitet dort")
                .has("notes", "Ruft gern zurück.")
                .has("version", 1);
        var sentBack = Body.of();
        for (var field : Arrays.asList(
                "districtId",
                "name",
                "phoneNumber",
                "gender",
                "dateOfBirth",
                "municipality",
                "roles",
                "languages",
                "subjects",
                "subjectQualifications",
                "secrecyDeclaredOn",
                "obligations",
                "doNotPair",
                "notes",
                "status",
                "emergencyOptIn",
                "calloutOptIn")) {
            sentBack = sentBack.with(field, read.value(field));
        }
        put(path, sentBack)
                .hasStatus(200)
                .has("languages", read.value("languages"))
                .has("subjectQualifications", read.value("subjectQualifications"))
                .has("obligations", read.value("obligations"))
                .has("doNotPair", read.value("doNotPair"))
                .has("version", 2);
    }

    @Test
    void whatIsLeftOutIsNoLongerRecorded() {
        var path = INTERPRETERS + "/"
                + created(
                        INTERPRETERS,
                        samira().with("obligations", List.of(proof("training", "2026-02-01", null, null)))
                                .with(
                                        "subjectQualifications",
                                        List.of(Map.of("subject", "medical", "qualification", "Kurs")))
                                .with("doNotPair", List.of(Map.of("organisationId", practice(), "reason", "Nachbarn")))
                                .with("notes", "Notiz"));
        put(path, samira().with("secrecyDeclaredOn", null))
                .hasStatus(200)
                .has("subjects", List.of("medical"))
                .has("subjectQualifications[0].qualification", null)
                .has("obligations", List.of())
                .has("secrecyDeclaredOn", null)
                .has("doNotPair", List.of())
                .has("notes", null);
    }

    @Test
    void secrecyMayBeNamedEitherWayButNotDifferently() {
        var declared = List.of(proof("secrecy", "2026-03-01", "2027-03-01", null));
        var samira = samira().with("obligations", declared);
        post(INTERPRETERS, samira).rejects("secrecyDeclaredOn");
        var id = created(INTERPRETERS, samira.with("secrecyDeclaredOn", null));
        get(INTERPRETERS + "/" + id)
                .has("secrecyDeclaredOn", "2026-03-01")
                .has("obligations.length()", 1)
                .has("obligations[0].validUntil", "2027-03-01");
        put(INTERPRETERS + "/" + id, samira.with("secrecyDeclaredOn", "2026-03-01"))
                .hasStatus(200)
                .has("obligations[0].validUntil", "2027-03-01");
    }

    @Test
    void certificateOfGoodConductHoldsFiveYearsUnlessAnEndIsNamed() {
        var id = created(
                INTERPRETERS,
                samira().with(
                                "obligations",
                                List.of(
                                        proof("criminal_record", "2024-02-29", null, null),
                                        proof("training", "2024-02-29", null, null))));
        get(INTERPRETERS + "/" + id)
                .has("obligations[0].validUntil", "2029-02-28")
                .has("obligations[1].kind", "secrecy")
                .has("obligations[2].validUntil", null);
    }

    @Test
    void subjectsMayBeKnownFromTheirQualificationAlone() {
        var id = created(
                INTERPRETERS,
                samira().without("subjects")
                        .with("subjectQualifications", List.of(Map.of("subject", "police", "qualification", "Kurs"))));
        get(INTERPRETERS + "/" + id).has("subjects", List.of("police"));
    }

    @Test
    void eachWrongEntryIsNamed() {
        var samira = samira();
        var tomorrow = today().plusDays(1).toString();
        post(
                        INTERPRETERS,
                        samira.with("languages", List.of(Map.of("tag", "ar", "level", "b2", "direction", "sideways"))))
                .rejects("languages[0].direction");
        post(INTERPRETERS, samira.with("subjectQualifications", List.of(Map.of("subject", "police"))))
                .rejects("subjectQualifications[0].subject");
        post(
                        INTERPRETERS,
                        samira.with(
                                "subjectQualifications",
                                List.of(Map.of("subject", "medical"), Map.of("subject", "medical"))))
                .rejects("subjectQualifications");
        post(
                        INTERPRETERS,
                        samira.with("subjectQualifications", List.of(Map.of("subject", "medical", "since", tomorrow))))
                .rejects("subjectQualifications[0].since");
        post(INTERPRETERS, samira.with("obligations", List.of(proof("training", "2026-02-01", "2026-01-31", null))))
                .rejects("obligations[0].validUntil");
        post(INTERPRETERS, samira.with("obligations", List.of(proof("training", tomorrow, null, null))))
                .rejects("obligations[0].issuedOn");
        post(INTERPRETERS, samira.with("obligations", List.of(Map.of("kind", "training"))))
                .rejects("obligations[0].issuedOn");
        post(INTERPRETERS, samira.with("obligations", List.of(proof("vaccination", "2026-02-01", null, null))))
                .rejects("obligations[0].kind");
        post(
                        INTERPRETERS,
                        samira.with(
                                "obligations",
                                List.of(
                                        proof("training", "2026-02-01", null, null),
                                        proof("training", "2026-03-01", null, null))))
                .rejects("obligations");
        post(INTERPRETERS, samira.with("notes", "x".repeat(4001))).rejects("notes");
    }

    @Test
    void onlyOrganisationsThatThereAreCanBeKeptAway() {
        var samira = samira();
        var pair = Map.of("organisationId", UUID.randomUUID(), "reason", "Nachbarn");
        post(INTERPRETERS, samira.with("doNotPair", List.of(pair))).rejects("doNotPair");
        post(INTERPRETERS, samira.with("doNotPair", List.of(pair, pair))).rejects("doNotPair");
        post(INTERPRETERS, samira.with("doNotPair", List.of(Map.of("organisationId", practice(), "reason", " "))))
                .rejects("doNotPair[0].reason");
    }

    @Test
    void whatIsBlankIsNotRecorded() {
        var id = created(
                INTERPRETERS,
                samira().with("notes", " ")
                        .with("municipality", "")
                        .with("languages", List.of(Map.of("tag", "ar", "level", "b2", "dialects", "  "))));
        get(INTERPRETERS + "/" + id)
                .has("notes", null)
                .has("municipality", null)
                .has("languages[0].dialects", null);
    }

    private static Map<String, @Nullable Object> proof(
            String kind, String issuedOn, @Nullable String validUntil, @Nullable String note) {
        return Body.of("kind", kind, "issuedOn", issuedOn, "validUntil", validUntil, "note", note)
                .fields();
    }
}
