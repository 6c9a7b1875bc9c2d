package de.dolmetscherhotline.call.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.call.api.GuestsApi.Hold;
import de.dolmetscherhotline.call.api.GuestsApi.NewGuest;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Whoever acts for an organisation sees the calls of that organisation, and no others. */
class GuestsApiIT extends HotlineIT {

    private static final UUID GUEST = UUID.randomUUID();

    @Autowired
    private GuestsApi api;

    private final UUID call = UUID.randomUUID();
    private OnBehalf own = () -> new OrganisationId(UUID.randomUUID());

    @BeforeEach
    void aCallOfAnOrganisation() {
        var practice = created(
                "/api/v1/organisations", Body.of("districtId", district(), "name", "Praxis", "kind", "practice"));
        own = () -> new OrganisationId(practice);
        database()
                .sql("""
                        insert into call (id, leg_sid, organisation_id, state_name, state, dialled_at)
                        values (:call, :leg, :organisation, 'New', '{"is": "New"}', now())""")
                .bind("call", call)
                .bind("leg", "CA" + call)
                .bind("organisation", practice)
                .then()
                .block();
    }

    @AfterEach
    void forgetTheCall() {
        database()
                .sql("delete from call where id = :call")
                .bind("call", call)
                .then()
                .block();
    }

    @Test
    void ownCallIsSeen() {
        assertThat(api.list(own, call).block()).isEmpty();
        failsWith(HttpStatus.CONFLICT, () -> api.invite(own, call, someone()).block());
    }

    @Test
    void coordinatorSeesEveryCall() {
        assertThat(api.list(null, call).block()).isEmpty();
        failsWith(HttpStatus.CONFLICT, () -> api.invite(null, call, someone()).block());
    }

    @Test
    void foreignCallIsNotFound() {
        OnBehalf foreign = () -> new OrganisationId(UUID.randomUUID());

        failsWith(HttpStatus.NOT_FOUND, () -> api.list(foreign, call).block());
        failsWith(
                HttpStatus.NOT_FOUND, () -> api.invite(foreign, call, someone()).block());
        failsWith(
                HttpStatus.NOT_FOUND,
                () -> api.hold(foreign, call, GUEST, new Hold(true)).block());
        failsWith(HttpStatus.NOT_FOUND, () -> api.drop(foreign, call, GUEST).block());
    }

    private static NewGuest someone() {
        return new NewGuest(new PhoneNumber(Numbers.landline()));
    }

    private static void failsWith(HttpStatus status, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(status));
    }
}
