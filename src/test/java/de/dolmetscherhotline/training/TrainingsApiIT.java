package de.dolmetscherhotline.training;

import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Trainings and who registers for them. */
class TrainingsApiIT extends TrainingIT {

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
    void aChangeOfAnOlderVersionIsRefused() {
        var body = training("Kurs", Duration.ofDays(-7), null);
        var path = TRAININGS + "/" + created(TRAININGS, body);
        get(path).hasHeader("ETag", "\"0\"");
        putIf("\"0\"", path, body.with("title", "Grundkurs")).hasStatus(200).hasHeader("ETag", "\"1\"");
        putIf("\"0\"", path, body.with("title", "Aufbaukurs")).isProblem(412);
        get(path).has("title", "Grundkurs");
        put(path, body).hasStatus(200).hasHeader("ETag", "\"2\"");
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
}
