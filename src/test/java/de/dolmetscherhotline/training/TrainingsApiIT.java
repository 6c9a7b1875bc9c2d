package de.dolmetscherhotline.training;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrainingsApiIT extends HotlineIT {

    private static final String TRAININGS = "/api/v1/trainings";
    private static final String INTERPRETERS = "/api/v1/interpreters";
    private static final Map<String, Object> MEDICAL = Map.of("subject", "medical");
    private static final Map<String, Object> PROOF = Map.of("training", true, "validMonths", 24);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    private Clock clock;

    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    private Body training(String title, Duration ago, @Nullable Object confers) {
        return Body.of(
                "districtId",
                district,
                "title",
                title,
                "description",
                null,
                "places",
                null,
                "dates",
                List.of(date(ago)),
                "confers",
                confers);
    }

    private Map<String, Object> date(Duration ago) {
        return Map.of(
                "startsAt",
                start(ago).toString(),
                "endsAt",
                start(ago).plus(Duration.ofHours(3)).toString(),
                "place",
                "Kreishaus Helmstedt, Raum 2");
    }

    private Instant start(Duration ago) {
        return clock.instant().minus(ago).truncatedTo(ChronoUnit.SECONDS);
    }

    private LocalDate dayOf(Duration ago) {
        return LocalDate.ofInstant(start(ago).plus(Duration.ofHours(3)), BERLIN);
    }

    private Body aMember() {
        return Body.of(
                "districtId",
                district,
                "name",
                "Amina Haddad",
                "phoneNumber",
                Numbers.mobile(),
                "dateOfBirth",
                "1985-03-01",
                "roles",
                List.of("volunteer"),
                "languages",
                List.of(Map.of("tag", "ar", "level", "native")),
                "subjects",
                List.of(),
                "secrecyDeclaredOn",
                "2026-01-10",
                "status",
                "active");
    }

    private UUID member() {
        return created(INTERPRETERS, aMember());
    }

    private Answer register(UUID training, UUID who) {
        return put(TRAININGS + "/" + training + "/participants/" + who, Body.of());
    }

    private Answer attended(UUID training, UUID who, boolean attended) {
        return put(TRAININGS + "/" + training + "/attendance/" + who, Body.of("attended", attended));
    }

    private Answer profile(UUID who) {
        return get(INTERPRETERS + "/" + who).hasStatus(200);
    }

    private static void hasNoTraining(Answer profile) {
        profile.has("obligations[?(@.kind=='training')].length()", List.of());
    }

    private static void hasTraining(Answer profile, LocalDate issued, @Nullable LocalDate until) {
        profile.has("obligations[?(@.kind=='training')].issuedOn", List.of(issued.toString()));
        profile.has(
                "obligations[?(@.kind=='training')].validUntil",
                Collections.singletonList(until == null ? null : until.toString()));
    }

    @Test
    void aNewTrainingIsReturnedAsSent() {
        var confers = Map.of("subject", "medical", "training", true, "validMonths", 24);
        var id = created(
                TRAININGS,
                training("Grundkurs Arztpraxis", Duration.ofDays(-10), confers)
                        .with("places", 12)
                        .with("description", "Mit Rollenspielen.")
                        .with("dates", List.of(date(Duration.ofDays(-17)), date(Duration.ofDays(-10)))));

        get(TRAININGS + "/" + id)
                .hasStatus(200)
                .has("districtId", district.toString())
                .has("title", "Grundkurs Arztpraxis")
                .has("description", "Mit Rollenspielen.")
                .has("places", 12)
                .has("dates.length()", 2)
                .has("dates[0].startsAt", start(Duration.ofDays(-10)).toString())
                .has("dates[0].place", "Kreishaus Helmstedt, Raum 2")
                .has("confers.subject", "medical")
                .has("confers.training", true)
                .has("confers.validMonths", 24)
                .has("registered", 0)
                .has("attended", 0);
    }

    @Test
    void badInputIsNamedFieldByField() {
        var body = training("Kurs", Duration.ofDays(1), null);
        post(TRAININGS, Body.of()).rejects("districtId", "title", "dates");
        post(TRAININGS, body.with("districtId", UUID.randomUUID())).rejects("districtId");
        post(TRAININGS, body.with("title", " ")).rejects("title");
        post(TRAININGS, body.with("title", "x".repeat(201))).rejects("title");
        post(TRAININGS, body.with("places", 0)).rejects("places");
        post(TRAININGS, body.with("dates", List.of())).rejects("dates");
        post(TRAININGS, body.with("dates", List.of(Map.of("startsAt", "2026-11-01"))))
                .rejects("dates[0].startsAt");
        post(TRAININGS, body.with("dates", List.of(backwards()))).rejects("dates[0].endsAt");
        post(TRAININGS, body.with("dates", List.of(date(Duration.ZERO), date(Duration.ofHours(1)))))
                .rejects("dates");
        post(TRAININGS, body.with("confers", Map.of())).rejects("confers");
        post(TRAININGS, body.with("confers", Map.of("subject", "medical", "validMonths", 3)))
                .rejects("confers.validMonths");
        post(TRAININGS, body.with("confers", Map.of("subject", "cooking"))).rejects("confers.subject");
        post(TRAININGS, body.with("confers", Map.of("training", true, "validMonths", 0)))
                .rejects("confers.validMonths");
    }

    private Map<String, Object> backwards() {
        var at = start(Duration.ZERO).toString();
        return Map.of("startsAt", at, "endsAt", at, "place", "Kreishaus");
    }

    @Test
    void trainingsAreFoundByDistrictTimeAndParticipant() {
        var past = created(TRAININGS, training("Vorbei", Duration.ofDays(30), null));
        var coming = created(TRAININGS, training("Kommt noch", Duration.ofDays(-30), null));
        var amina = member();
        register(coming, amina).hasStatus(200);

        var here = TRAININGS + "?districtId=" + district;
        get(here).has("length()", 2).has("[0].id", coming.toString()).has("[1].id", past.toString());
        get(here).hasHeader("X-Total-Count", "2");
        get(here + "&from=" + clock.instant()).has("length()", 1).has("[0].id", coming.toString());
        get(here + "&to=" + clock.instant()).has("length()", 1).has("[0].id", past.toString());
        get(TRAININGS + "?interpreterId=" + amina).has("length()", 1).has("[0].registered", 1);
        get(TRAININGS + "?from=yesterday").rejects("from");
    }

    @Test
    void noMoreRegisterThanThereArePlaces() {
        var id = created(TRAININGS, training("Kurs", Duration.ofDays(-1), null).with("places", 1));
        var amina = member();
        var omar = member();

        register(id, amina).hasStatus(200).has("name", "Amina Haddad").has("attended", false);
        register(id, amina).hasStatus(200);
        register(id, omar).isProblem(409);
        delete(TRAININGS + "/" + id + "/participants/" + amina).hasStatus(204);
        delete(TRAININGS + "/" + id + "/participants/" + amina).hasStatus(204);
        register(id, omar).hasStatus(200);

        get(TRAININGS + "/" + id + "/participants")
                .hasHeader("X-Total-Count", "1")
                .has("[0].interpreterId", omar.toString());
    }

    @Test
    void placesAreNotTakenAwayFromThoseWhoRegistered() {
        var body = training("Kurs", Duration.ofDays(-1), null);
        var id = created(TRAININGS, body);
        register(id, member()).hasStatus(200);
        register(id, member()).hasStatus(200);

        put(TRAININGS + "/" + id, body.with("places", 1)).isProblem(409);
        put(TRAININGS + "/" + id, body.with("districtId", district())).isProblem(409);
        put(TRAININGS + "/" + id, body.with("places", 2).with("title", "Neuer Titel"))
                .hasStatus(200)
                .has("title", "Neuer Titel")
                .has("registered", 2);
    }

    @Test
    void onlyMembersOfTheDistrictWhoHaveNotLeftTakePart() {
        var id = created(TRAININGS, training("Kurs", Duration.ofDays(1), null));
        var left = created(INTERPRETERS, aMember().with("status", "left"));
        district = district();
        var stranger = member();

        register(id, stranger).isProblem(404);
        attended(id, stranger, true).isProblem(404);
        register(id, left).isProblem(404);
        register(id, UUID.randomUUID()).isProblem(404);
        register(UUID.randomUUID(), stranger).isProblem(404);
        attended(UUID.randomUUID(), stranger, true).isProblem(404);
        delete(TRAININGS + "/" + UUID.randomUUID() + "/participants/" + stranger)
                .isProblem(404);
        get(TRAININGS + "/" + UUID.randomUUID() + "/participants").isProblem(404);
    }

    @Test
    void attendanceConfersTheQualificationOnce() {
        var id = created(TRAININGS, training("Grundkurs Arztpraxis", Duration.ofDays(3), MEDICAL));
        var amina = member();

        attended(id, amina, true)
                .hasStatus(200)
                .has("attended", true)
                .has("gainedQualification", "Grundkurs Arztpraxis")
                .has("gainedProofOn", null);
        attended(id, amina, true).hasStatus(200).has("gainedQualification", "Grundkurs Arztpraxis");

        profile(amina)
                .has("subjects", List.of("medical"))
                .has("subjectQualifications[0].qualification", "Grundkurs Arztpraxis")
                .has("subjectQualifications[0].since", dayOf(Duration.ofDays(3)).toString());
        get(TRAININGS + "/" + id).has("registered", 1).has("attended", 1);
    }

    @Test
    void attendanceRecordedByMistakeIsTakenBackWithWhatItGave() {
        var id = created(TRAININGS, training("Grundkurs", Duration.ofDays(3), MEDICAL));
        var amina = member();
        attended(id, amina, true).hasStatus(200);

        attended(id, amina, false).hasStatus(200).has("attended", false).has("gainedQualification", null);
        attended(id, amina, false).hasStatus(200);

        profile(amina).has("subjects.length()", 0);
        get(TRAININGS + "/" + id).has("registered", 1).has("attended", 0);
    }

    @Test
    void whatSomebodyHadBeforeStays() {
        var id = created(TRAININGS, training("Grundkurs", Duration.ofDays(3), MEDICAL));
        var nurse = created(
                INTERPRETERS,
                aMember()
                        .with("subjects", List.of("medical"))
                        .with(
                                "subjectQualifications",
                                List.of(Map.of("subject", "medical", "qualification", "Krankenschwester"))));

        attended(id, nurse, true).hasStatus(200).has("gainedQualification", null);
        profile(nurse).has("subjectQualifications[0].qualification", "Krankenschwester");
        attended(id, nurse, false).hasStatus(200);
        profile(nurse).has("subjectQualifications[0].qualification", "Krankenschwester");
    }

    @Test
    void whatTheCoordinatorChangedSinceIsHers() {
        var id = created(TRAININGS, training("Grundkurs", Duration.ofDays(3), MEDICAL));
        var member = aMember();
        var amina = created(INTERPRETERS, member);
        attended(id, amina, true).hasStatus(200);
        put(
                        INTERPRETERS + "/" + amina,
                        member.with("subjects", List.of("medical"))
                                .with(
                                        "subjectQualifications",
                                        List.of(Map.of("subject", "medical", "qualification", "Hebamme"))))
                .hasStatus(200);

        attended(id, amina, false).hasStatus(200);

        profile(amina).has("subjectQualifications[0].qualification", "Hebamme");
    }

    @Test
    void anotherTrainingThatQualifiesStepsIn() {
        var first = created(TRAININGS, training("Kurs im Mai", Duration.ofDays(90), MEDICAL));
        var second = created(TRAININGS, training("Kurs im Juni", Duration.ofDays(60), MEDICAL));
        var amina = member();
        attended(first, amina, true).has("gainedQualification", "Kurs im Mai");
        attended(second, amina, true).has("gainedQualification", null);

        attended(first, amina, false).hasStatus(200);

        profile(amina).has("subjectQualifications[0].qualification", "Kurs im Juni");
        attended(second, amina, false).hasStatus(200);
        profile(amina).has("subjects.length()", 0);
    }

    @Test
    void theProofOfTrainingHoldsAsLongAsTheTrainingSays() {
        var ago = Duration.ofDays(3);
        var id = created(TRAININGS, training("Auffrischung", ago, PROOF));
        var amina = member();

        attended(id, amina, true)
                .has("gainedProofOn", dayOf(ago).toString())
                .has("gainedProofUntil", dayOf(ago).plusMonths(24).toString());
        hasTraining(profile(amina), dayOf(ago), dayOf(ago).plusMonths(24));

        attended(id, amina, false).hasStatus(200);
        hasNoTraining(profile(amina));
    }

    @Test
    void anOlderTrainingRecordedLateDoesNotReplaceANewerProof() {
        var older = created(TRAININGS, training("Älter", Duration.ofDays(400), PROOF));
        var newer = created(TRAININGS, training("Neuer", Duration.ofDays(3), PROOF));
        var amina = member();
        attended(newer, amina, true).hasStatus(200);
        attended(older, amina, true).has("gainedProofOn", null);
        hasTraining(
                profile(amina),
                dayOf(Duration.ofDays(3)),
                dayOf(Duration.ofDays(3)).plusMonths(24));

        attended(newer, amina, false).hasStatus(200);

        hasTraining(
                profile(amina),
                dayOf(Duration.ofDays(400)),
                dayOf(Duration.ofDays(400)).plusMonths(24));
        attended(older, amina, false).hasStatus(200);
        hasNoTraining(profile(amina));
    }

    @Test
    void aProofFromElsewhereComesBackWhenTheOneThatReplacedItIsTakenBack() {
        var elsewhere = Map.of("kind", "training", "issuedOn", "2025-02-01", "note", "Kurs der Caritas");
        var amina = created(INTERPRETERS, aMember().with("obligations", List.of(elsewhere)));
        var first = created(TRAININGS, training("Erster", Duration.ofDays(60), PROOF));
        var second = created(TRAININGS, training("Zweiter", Duration.ofDays(3), PROOF));
        attended(first, amina, true).hasStatus(200);
        attended(second, amina, true).hasStatus(200);

        attended(first, amina, false).hasStatus(200);
        hasTraining(
                profile(amina),
                dayOf(Duration.ofDays(3)),
                dayOf(Duration.ofDays(3)).plusMonths(24));
        attended(second, amina, false).hasStatus(200);

        hasTraining(profile(amina), LocalDate.parse("2025-02-01"), null);
        profile(amina).has("obligations[?(@.kind=='training')].note", List.of("Kurs der Caritas"));
    }

    @Test
    void nobodyHasAttendedWhatHasNotBegun() {
        var id = created(
                TRAININGS,
                training("Kurs", Duration.ofDays(1), MEDICAL)
                        .with("dates", List.of(date(Duration.ofDays(1)), date(Duration.ofDays(-6)))));
        var amina = member();

        attended(id, amina, true).isProblem(409);
        profile(amina).has("subjects.length()", 0);
    }

    @Test
    void attendanceHoldsTheTrainingAsItWas() {
        var body = training("Kurs", Duration.ofDays(3), MEDICAL);
        var id = created(TRAININGS, body);
        var amina = member();
        attended(id, amina, true).hasStatus(200);

        put(TRAININGS + "/" + id, body.with("confers", null)).isProblem(409);
        put(TRAININGS + "/" + id, body.with("dates", List.of(date(Duration.ofDays(4)))))
                .isProblem(409);
        put(TRAININGS + "/" + id, body.with("title", "Kurs mit neuem Namen")).hasStatus(200);
        delete(TRAININGS + "/" + id).isProblem(409);
        delete(TRAININGS + "/" + id + "/participants/" + amina).isProblem(409);
        attended(id, amina, false).hasStatus(200);
        profile(amina).has("subjects.length()", 0);
        delete(TRAININGS + "/" + id).hasStatus(204);
        get(TRAININGS + "/" + id).isProblem(404);
        delete(TRAININGS + "/" + id).isProblem(404);
    }

    @Test
    void attendanceIsTrueOrFalse() {
        var id = created(TRAININGS, training("Kurs", Duration.ofDays(3), null));
        put(TRAININGS + "/" + id + "/attendance/" + member(), Body.of()).rejects("attended");
        put(TRAININGS + "/" + id + "/attendance/nobody", Body.of("attended", true))
                .rejects("interpreterId");
    }

    @Test
    void whoNeverTookPartCannotBeMarkedAbsent() {
        var id = created(TRAININGS, training("Kurs", Duration.ofDays(3), null));
        attended(id, member(), false).isProblem(404);
    }
}
