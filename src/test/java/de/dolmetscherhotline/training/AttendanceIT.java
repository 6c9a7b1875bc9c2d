package de.dolmetscherhotline.training;

import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What attendance confers, and takes back. */
class AttendanceIT extends TrainingIT {

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
