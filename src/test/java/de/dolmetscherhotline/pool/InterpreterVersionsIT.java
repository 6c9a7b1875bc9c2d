package de.dolmetscherhotline.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Nobody overwrites what she has not seen. */
class InterpreterVersionsIT extends PoolIT {

    @Autowired
    private Credentials credentials;

    @Autowired
    private Availabilities availabilities;

    @Test
    void whoChangesWhatSomebodyElseChangedIsToldSo() {
        var samira = samira();
        var path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        var first = tag(get(path));

        putIf(first, path, samira.with("name", "Samira One")).hasStatus(200).hasHeader("ETag", "\"2\"");
        putIf(first, path, samira.with("name", "Samira Two")).isProblem(412);

        get(path).has("name", "Samira One").hasHeader("ETag", "\"2\"");
        putIf("\"7\", \"2\"", path, samira.with("name", "Samira Two")).hasStatus(200);
        putIf("W/\"3\"", path, samira.with("name", "Samira Three")).hasStatus(200);
        putIf("*", path, samira.with("name", "Samira Four")).hasStatus(200);
        put(path, samira.with("name", "Samira Five")).hasStatus(200).has("version", 6);
        putIf("6", path, samira).isProblem(412);
        putIf("nonsense", path, samira).isProblem(412);
    }

    @Test
    void whatSheAgreesToByItselfIsNotUndoneByAnOlderProfile() {
        var samira = samira().with("emergencyOptIn", false).with("calloutOptIn", false);
        var id = created(INTERPRETERS, samira);
        var path = INTERPRETERS + "/" + id;
        var who = new InterpreterId(id);
        var seen = tag(get(path));
        put(path + "/preferences", preferences(false).with("callsPerDay", 3)).hasStatus(200);
        assertThat(tag(get(path))).isEqualTo(seen);
        put(path + "/preferences", preferences(true)).hasStatus(200);
        putIf(seen, path, samira).isProblem(412);
        get(path).has("calloutOptIn", true).has("version", 2);
        availabilities.setEmergencyOptIn(who, true).block();
        availabilities.setEmergencyOptIn(who, true).block();
        get(path).has("emergencyOptIn", true).has("version", 3);
    }

    private static Body preferences(boolean calloutOptIn) {
        return Body.of("emergencyOptIn", false, "calloutOptIn", calloutOptIn, "shiftReminder", false);
    }

    @Test
    void nobodyIsRemovedWhoWasChangedSince() {
        var samira = samira();
        var path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        var seen = tag(get(path));
        put(path, samira).hasStatus(200);

        removeIf(seen, path).isProblem(412);
        removeIf(tag(get(path)), path).hasStatus(204);
        removeIf(seen, path).isProblem(404);
    }

    @Test
    void nobodyIsRemovedOutOfACall() {
        var id = created(INTERPRETERS, samira());
        sql("update interpreter set reserved_for = gen_random_uuid() where id = :id", id);
        delete(INTERPRETERS + "/" + id).isProblem(409);
        sql("update interpreter set reserved_for = null where id = :id", id);
        delete(INTERPRETERS + "/" + id).hasStatus(204);
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneSucceeds() {
        var samira = samira();
        var path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        var statuses =
                Objects.requireNonNull(Flux.fromStream(IntStream.range(0, 8).boxed())
                        .flatMap(
                                n -> Mono.fromCallable(() -> putIf("\"1\"", path, samira.with("notes", "n" + n))
                                                .status())
                                        .subscribeOn(Schedulers.boundedElastic()),
                                8)
                        .collectList()
                        .block());
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(7);
    }

    @Test
    void ofManyWhoReplaceBlindlyTheLastOneWinsAsAWhole() {
        var samira = samira();
        var path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        var tags = List.of("ar", "fa", "ti", "so", "tr", "ru");
        Flux.fromIterable(tags)
                .flatMap(
                        tag -> Mono.fromCallable(() -> put(path, samira.with("languages", List.of(skill(tag, "c1"))))
                                        .hasStatus(200))
                                .subscribeOn(Schedulers.boundedElastic()),
                        6)
                .blockLast();
        get(path).has("languages.length()", 1).has("version", 7);
    }

    @Test
    void whatIsGainedOneAtATimeCountsAsAChange() {
        var id = created(INTERPRETERS, samira());
        var who = new InterpreterId(id);
        gains(true, who, new Obligation(ObligationKind.TRAINING, LocalDate.of(2026, 5, 1), null, "Kurs"));
        gains(true, who, new Obligation(ObligationKind.TRAINING, LocalDate.of(2025, 5, 1), null, "Alter Kurs"));
        gains(true, who, Obligation.of(ObligationKind.CRIMINAL_RECORD, LocalDate.of(2026, 5, 2)));
        gains(true, who, new SubjectSkill(Subject.POLICE, "Kurs", LocalDate.of(2026, 5, 1)));
        gains(true, who, new SubjectSkill(Subject.POLICE, null, LocalDate.of(2026, 8, 1)));
        gains(false, InterpreterId.random(), SubjectSkill.of(Subject.POLICE));

        get(INTERPRETERS + "/" + id)
                .has("version", 6)
                .has("obligations[0].validUntil", "2031-05-02")
                .has("obligations[2].issuedOn", "2026-05-01")
                .has("obligations[2].note", "Kurs")
                .has("subjects", List.of("medical", "police"))
                .has("subjectQualifications[1].qualification", "Kurs")
                .has("subjectQualifications[1].since", "2026-05-01");
    }

    private void gains(boolean there, InterpreterId who, Obligation obligation) {
        credentials
                .record(who, obligation)
                .as(StepVerifier::create)
                .expectNext(there)
                .verifyComplete();
    }

    private void gains(boolean there, InterpreterId who, SubjectSkill skill) {
        credentials
                .record(who, skill)
                .as(StepVerifier::create)
                .expectNext(there)
                .verifyComplete();
    }

    private Answer removeIf(String tag, String path) {
        return Answer.to(api().delete().uri(path).header(HttpHeaders.IF_MATCH, tag));
    }

    private static String tag(Answer answer) {
        return Objects.requireNonNull(answer.headers().getETag());
    }
}
