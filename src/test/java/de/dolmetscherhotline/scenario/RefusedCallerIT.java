package de.dolmetscherhotline.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Branch 1: who is refused, and who is not known although a number was sent. */
class RefusedCallerIT extends PhoneScriptIT {

    private static final String PIN = "482913";
    private static final int CALLS_OF_AN_ORGANISATION = 200;

    @Test
    void blockedNumberIsToldSoAndNobodyIsDisturbed() {
        var amina = interpreter("ar");
        var prankster = stranger();
        var block = block(prankster);

        prankster.dials(line).hears("Mit dieser Nummer können Sie die Dolmetscher-Hotline nicht nutzen");
        prankster.neverHeard("PIN");
        seconds(20);
        prankster.isIdle();
        amina.wasNeverDialled();
        sessions()
                .count(1)
                .latestHas("outcome", "refused_blocked")
                .latestHas("organisationId", null)
                .latestHas("language", null);

        delete("/api/v1/blocked-numbers/" + block).hasStatus(204);
        prankster.dials(line).hears("geben Sie die PIN");
    }

    @Test
    void blockedNumberOfAnOrganisationIsRefusedAsWell() {
        var doctor = practice();
        block(doctor);

        doctor.dials(line).hears("können Sie die Dolmetscher-Hotline nicht nutzen");

        sessions().count(1).latestHas("outcome", "refused_blocked");
    }

    @Test
    void numberIsBlockedInItsDistrictOnly() {
        var caller = stranger();
        block(caller);
        moveToAnotherDistrict();

        caller.dials(line).hears("geben Sie die PIN");
    }

    @Test
    void blockedOrganisationIsRefused() {
        var doctor = practiceWith("blocked", true);

        doctor.dials(line).hears("wenden Sie sich an Ihren Landkreis").neverHeard("PIN");
        seconds(20);

        doctor.isIdle();
        sessions().count(1).latestHas("outcome", "refused_blocked");
    }

    @Test
    void pinOfABlockedOrganisationIsNoPin() {
        practiceWith("blocked", true, "pin", PIN);

        stranger().dials(line).presses(PIN + "#").hears("nicht verstanden").hears("geben Sie die PIN");

        sessions().count(1).latestHas("organisationId", null);
    }

    @Test
    void organisationThatHasUsedUpItsDayIsRefusedUntilMidnight() {
        interpreter("ar");
        var doctor = practiceWith("pin", PIN);
        moveTo(tomorrow().atTime(12, 0));
        hasCalled(doctor.id(), CALLS_OF_AN_ORGANISATION - 1);
        doctor.dials(line).hears("Welche Sprache").hangsUp();
        seconds(1);

        doctor.dials(line).hears("Für heute ist die vereinbarte Zahl der Anrufe erreicht");
        sessions().latestHas("outcome", "refused_limit").latestHas("organisationId", null);
        seconds(20);
        doctor.isIdle();
        stranger().dials(line).presses(PIN + "#").hears("Für heute ist die vereinbarte Zahl");
        sessions().latestHas("outcome", "refused_limit");
        practice().dials(line).hears("Welche Sprache");

        moveTo(tomorrow().atTime(0, 0));
        doctor.dials(line).hears("Welche Sprache");
    }

    /** Calls of this day that are over. */
    private void hasCalled(UUID organisation, int times) {
        Instant then = CLOCK.instant().minus(Duration.ofHours(3));
        database()
                .sql("""
                        insert into call (id, leg_sid, organisation_id, state_name, state, dialled_at, ended_at, outcome)
                        select gen_random_uuid(), 'CA' || gen_random_uuid(), :organisation, 'Ended', '{}', :then, :then, 'failed'
                        from generate_series(1, :times)""")
                .bind("organisation", organisation)
                .bind("then", then)
                .bind("times", times)
                .then()
                .block();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anonymous",
                "Anonymous",
                "+266696687",
                "+86282452253",
                "unavailable",
                "+",
                "+49",
                "0",
                "sip:praxis@example.org",
                "client:praxis",
                "+4930231250000000000000",
                "' or 1=1 --"
            })
    void whoeverSendsNoNumberThatMakesSenseIsAskedForThePin(String from) {
        organisationWithPin(PIN);
        var amina = interpreter("ar");

        var doctor = practice().dialsAs(from, line).hears("geben Sie die PIN");
        doctor.presses(PIN + "#").hears("Welche Sprache").presses("1");
        seconds(2);
        amina.accepts();
        seconds(5);

        doctor.talksWith(amina);
        sessions().count(1).latestHas("outcome", null);
    }
}
