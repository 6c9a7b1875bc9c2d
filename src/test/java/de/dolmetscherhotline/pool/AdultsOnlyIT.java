package de.dolmetscherhotline.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import reactor.test.StepVerifier;

/** No minors as interpreters: neither the API nor the database lets anybody be active who is under 18 or of unknown age. */
class AdultsOnlyIT extends PoolIT {

    @Test
    void nobodyUnder18CanBeActive() {
        Body minor = samira().with("dateOfBirth", today().minusYears(18).plusDays(1));
        post(INTERPRETERS, minor).rejects("dateOfBirth");
        UUID trainee = created(INTERPRETERS, minor.with("status", "in_training"));
        put(INTERPRETERS + "/" + trainee, minor).rejects("dateOfBirth");
        get(INTERPRETERS + "/" + trainee).has("status", "in_training");
    }

    @Test
    void whoTurns18TodayCanBeActive() {
        var today = Stream.of(today(), LocalDate.now(BERLIN))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        created(INTERPRETERS, samira().with("dateOfBirth", today.minusYears(18)));
    }

    @Test
    void theDateOfBirthOfSomebodyActiveMustBeKnown() {
        post(INTERPRETERS, samira().with("dateOfBirth", null)).rejects("dateOfBirth");
        post(INTERPRETERS, samira().with("dateOfBirth", today().plusDays(1))).rejects("dateOfBirth");
    }

    @Test
    void theDatabaseRefusesAMinorToo() {
        UUID adult = created(INTERPRETERS, samira());
        UUID trainee = created(
                INTERPRETERS, samira().with("status", "in_training").with("dateOfBirth", today().minusYears(16)));
        assertDatabaseRefuses(
                "update interpreter set date_of_birth = activated_on - interval '17 years' where id = :id", adult);
        assertDatabaseRefuses("update interpreter set date_of_birth = null where id = :id", adult);
        assertDatabaseRefuses(
                "update interpreter set status = 'active', activated_on = current_date where id = :id", trainee);
        assertDatabaseRefuses("update interpreter set status = 'active' where id = :id", trainee);
        assertDatabaseRefuses(
                "update interpreter set status = 'active', activated_on = '2099-01-01' where id = :id", trainee);
        assertDatabaseRefuses(
                "update interpreter set date_of_birth = activated_on, activated_on = '2099-01-01' where id = :id",
                adult);
    }

    @Test
    void whatTheDatabaseRefusesIsAnErrorOfTheDateOfBirth() {
        UUID id = created(INTERPRETERS, samira());
        database()
                .sql("update interpreter set activated_on = '2009-01-01' where id = :id")
                .bind("id", id)
                .then()
                .as(StepVerifier::create)
                .verifyComplete();
        put(INTERPRETERS + "/" + id, samira().with("dateOfBirth", "1995-01-01")).rejects("dateOfBirth");
    }

    @Test
    void whoIsActiveStaysAnAdultWhateverIsCorrected() {
        Body samira = samira();
        String path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        put(path, samira.with("dateOfBirth", today().minusYears(17))).rejects("dateOfBirth");
        put(path, samira.with("dateOfBirth", null)).rejects("dateOfBirth");
        put(path, samira.with("status", "resting").with("dateOfBirth", today().minusYears(17)))
                .hasStatus(200);
        put(path, samira.with("dateOfBirth", today().minusYears(17))).rejects("dateOfBirth");
        get(path).has("status", "resting");
    }

    @Test
    void theDatabaseRefusesToAddAMinorWhoIsActive() {
        database()
                .sql(
                        "insert into interpreter (id, district_id, name, date_of_birth, status, activated_on)"
                                + " values (gen_random_uuid(), :district, 'Minor', current_date - 6000, 'active', '2099-01-01')")
                .bind("district", district)
                .then()
                .as(StepVerifier::create)
                .verifyError(DataIntegrityViolationException.class);
    }

    private void assertDatabaseRefuses(String statement, UUID id) {
        database()
                .sql(statement)
                .bind("id", id)
                .then()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(refusal -> assertThat(refusal)
                        .isInstanceOf(DataIntegrityViolationException.class)
                        .hasMessageContaining("interpreter_is_adult"));
    }
}
