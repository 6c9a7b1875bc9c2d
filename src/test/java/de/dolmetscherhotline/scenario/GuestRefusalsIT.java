package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.guest.Guests;
import de.dolmetscherhotline.call.guest.Invitation.Invited;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** Who may not be invited, and by whom. */
class GuestRefusalsIT extends GuestScriptIT {

    @Autowired
    private Guests guests;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private Vault vault;

    @Test
    void onlyOrdinaryNumbersOfAllowedCountriesAreRung() {
        theyTalk();
        for (var special : List.of("+499001234567", "+4918012345678", "+4911833", line)) {
            inviting(special).rejects("number").has("reason", "number");
        }
        inviting("+33142685300").rejects("number").has("reason", "country");
        inviting("+88216123456").rejects("number").has("reason", "country");
        inviting("niemand").rejects("number");
        post(guests(), Body.of()).rejects("number");

        allow(List.of("AT"));
        inviting(Numbers.landline()).rejects("number").has("reason", "country");
        allow(List.of());
        inviting(Numbers.landline()).rejects("number").has("reason", "country");
        assertThat(dials()).hasSize(1);
        assertThat(states()).isEmpty();

        allow(List.of("AT", "DE"));
        talkTogether(doctor, amina, joined());
    }

    private void allow(List<String> countries) {
        put("/api/v1/organisations/" + doctor.id() + "/guest-countries", Body.of("countries", countries))
                .hasStatus(200);
    }

    @Test
    void numberIsLookedAtOnceMoreBeforeItIsRung() {
        theyTalk();
        var before = refusedDials();
        var patient = stranger();
        created(guests(), Body.of("number", patient.phone().number()));
        changeNumber();
        seconds(2);

        patient.wasNeverDialled();
        stateIs("unreachable");
        assertThat(refusedDials()).isEqualTo(before + 1);
    }

    /** Past every check, for instance by hand. */
    private void changeNumber() {
        var guest = UUID.fromString(onlyGuest());
        var sealed = vault.seal(Field.GUEST, guest, new PhoneNumber("+499001234567"));
        database()
                .sql("update guest set number_cipher = :cipher where id = :id")
                .bind("cipher", sealed.cipher())
                .bind("id", guest)
                .then()
                .block();
    }

    private double refusedDials() {
        return metrics.counter("hotline.dials.refused", "reason", "special").count();
    }

    @Test
    void capOfTheDayHoldsForAllCallsOfTheOrganisationAndEndsAtMidnight() {
        theyTalk();
        var before = capped();
        invitedBefore(29);
        created(guests(), Body.of("number", Numbers.landline()));
        inviting(Numbers.landline()).isProblem(429).has("reason", "daily_cap");
        assertThat(capped()).isEqualTo(before + 1);
        doctor.hangsUp();
        seconds(90);

        moveTo(tomorrow().atTime(0, 1));
        theyTalk();
        created(guests(), Body.of("number", Numbers.landline()));
    }

    /** Some that were invited into the call today. */
    private void invitedBefore(int many) {
        database()
                .sql("""
                        insert into guest (id, call_id, organisation_id, state, invited_at, over_at)
                        select gen_random_uuid(), c.id, c.organisation_id, 'left', :now, :now
                        from call c, generate_series(1, :many) where c.id = :call""")
                .bind("now", CLOCK.instant())
                .bind("many", many)
                .bind("call", UUID.fromString(call))
                .then()
                .block();
    }

    private double capped() {
        return metrics.counter("hotline.caps.reached", "cap", "guests").count();
    }

    @Test
    void twoCallsOfAnOrganisationDoNotExceedTheCapTogether() {
        doctor = stranger();
        var colleague = stranger();
        organisationWith("47110815", doctor, colleague);
        theyTalk();
        invitedBefore(29);
        var first = call;
        doctor = colleague;
        amina = interpreter("ar");
        theyTalk();

        var invitations = Flux.just(first, call)
                .flatMap(one ->
                        guests.invite(new CallId(UUID.fromString(one)), null, new PhoneNumber(Numbers.landline())))
                .collectList()
                .block(Duration.ofSeconds(10));

        assertThat(invitations).hasSize(2).filteredOn(Invited.class::isInstance).hasSize(1);
        seconds(60);
    }

    @Test
    void callOfAnotherOrganisationIsNoneAtAll() {
        theyTalk();
        var patient = joined();
        var id = new CallId(UUID.fromString(call));
        var guest = new GuestId(UUID.fromString(onlyGuest()));
        var own = new OrganisationId(doctor.id());
        var foreign = new OrganisationId(practice().id());

        assertThat(guests.of(id, foreign).blockOptional()).isEmpty();
        assertThat(guests.invite(id, foreign, new PhoneNumber(Numbers.landline()))
                        .blockOptional())
                .isEmpty();
        assertThat(guests.hold(id, foreign, guest, true).blockOptional()).isEmpty();
        assertThat(guests.drop(id, foreign, guest).blockOptional()).isEmpty();
        seconds(2);
        talkTogether(doctor, amina, patient);

        assertThat(guests.of(id, own).block()).hasSize(1);
        assertThat(guests.hold(id, own, guest, true).block()).isTrue();
        assertThat(guests.drop(id, own, guest).block()).isTrue();
        seconds(20);
        patient.isIdle();
    }

    @Test
    void guestOfAnotherCallIsNotFound() {
        theyTalk();
        joined();
        var guest = onlyGuest();
        var first = call;
        meet();
        theyTalk();

        assertThat(call).isNotEqualTo(first);
        delete(guests() + "/" + guest).isProblem(404);
        put(guests() + "/" + guest + "/hold", Body.of("held", true)).isProblem(404);
        call = first;
        stateIs("joined");
    }

    @Test
    void callThatDoesNotExistHasNoGuests() {
        call = UUID.randomUUID().toString();

        get(guests()).isProblem(404);
        inviting(Numbers.landline()).isProblem(404);
        delete(guests() + "/" + UUID.randomUUID()).isProblem(404);
        put(guests() + "/" + UUID.randomUUID() + "/hold", Body.of("held", true)).isProblem(404);
        put(guests() + "/" + UUID.randomUUID() + "/hold", Body.of()).rejects("held");
    }

    @Test
    void countriesAreIsoCodesOfAnOrganisation() {
        var practice = "/api/v1/organisations/" + practice().id() + "/guest-countries";
        get(practice).hasStatus(200).has("countries[0]", "DE").has("countries.length()", 1);
        put(practice, Body.of("countries", List.of("DE", "UK"))).rejects("countries[1]");
        put(practice, Body.of("countries", List.of("de"))).rejects("countries[0]");
        put(practice, Body.of()).rejects("countries");
        put(practice, Body.of("countries", List.of("PL", "DE", "PL"))).hasStatus(200);
        get(practice).has("countries.length()", 2).has("countries[0]", "PL");
        get("/api/v1/organisations/" + UUID.randomUUID() + "/guest-countries").isProblem(404);
        put("/api/v1/organisations/" + UUID.randomUUID() + "/guest-countries", Body.of("countries", List.of()))
                .isProblem(404);
    }
}
