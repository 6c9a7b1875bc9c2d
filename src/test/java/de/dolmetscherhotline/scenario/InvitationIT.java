package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** Somebody is invited by text, and finds her number confirmed. */
class InvitationIT extends ApplicationScriptIT {

    @Test
    void whoIsInvitedFindsHerNumberConfirmedAndUsesTheLinkOnce() {
        var leyla = applicant();
        post(INVITATIONS, invitation(leyla).with("name", "Leyla Yılmaz")).hasStatus(201);
        settle();
        var link = linkTo(leyla);
        var browser = browser();
        assertThat(browser.opens(link).hasStatus(200).body())
                .contains("value=\"Leyla Yılmaz\"", leyla.phone().number())
                .doesNotContain("name=\"phone\"");

        browser.sends(link, formWithoutNumber("Leyla Yılmaz")).hasStatus(303).hasHeader(HttpHeaders.LOCATION, DONE);
        browser.sends(link, formWithoutNumber("Leyla Yılmaz")).hasStatus(303).hasHeader(HttpHeaders.LOCATION, DONE);
        assertThat(pool()).containsExactly(leyla.phone().number());
        assertThat(leyla.inbox()).hasSize(1);
        application().has("[0].name", "Leyla Yılmaz");
        assertThat(browser().opens(link).hasStatus(410).body()).contains("gilt nicht mehr");
        post(INVITATIONS, invitation(leyla)).isProblem(409);
    }

    @Test
    void whatIsWrongInAnInvitedFormDoesNotCostTheLink() {
        var leyla = applicant();
        post(INVITATIONS, invitation(leyla)).hasStatus(201);
        settle();
        var browser = browser();
        browser.opens(linkTo(leyla));

        assertThat(browser.sends(linkTo(leyla), "name", "Leyla").hasStatus(400).body())
                .contains("Geburtsdatum", "value=\"Leyla\"");
        browser.sends(linkTo(leyla), formWithoutNumber("Leyla")).hasStatus(303);
    }

    @Test
    void aNewInvitationReplacesTheOldOneAndAllEndAfterTwoWeeks() {
        var leyla = applicant();
        post(INVITATIONS, invitation(leyla)).hasStatus(201);
        settle();
        var first = linkTo(leyla);
        pass(Duration.ofMinutes(2));
        post(INVITATIONS, invitation(leyla)).hasStatus(201);
        settle();
        var second = linkTo(leyla);

        browser().opens(first).hasStatus(410);
        browser().opens(second).hasStatus(200);
        get(INVITATIONS + "?districtId=" + presentDistrict()).has("length()", 1);
        later(Duration.ofDays(14));
        browser().opens(second).hasStatus(410);
        get(INVITATIONS + "?districtId=" + presentDistrict()).has("length()", 0);
    }

    @Test
    void anInvitationCanBeWithdrawn() {
        var leyla = applicant();
        var id = post(INVITATIONS, invitation(leyla)).hasStatus(201).text("id");
        settle();
        delete(INVITATIONS + "/" + id).hasStatus(204);
        delete(INVITATIONS + "/" + id).isProblem(404);

        browser().opens(linkTo(leyla)).hasStatus(410);
    }

    @Test
    void onlyGermanMobileTelephonesAreInvited() {
        for (var number : List.of("+493023125000", "+33612345678", "+4990012345678")) {
            post(INVITATIONS, Body.of("districtId", presentDistrict(), "phoneNumber", number))
                    .rejects("phoneNumber");
        }
        post(INVITATIONS, Body.of("districtId", UUID.randomUUID(), "phoneNumber", Numbers.mobile()))
                .rejects("districtId");
    }
}
