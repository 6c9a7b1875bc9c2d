package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members set the address of their organisation's own system, try it out, see how it goes, and switch it off. */
class WebhookPageIT extends HotlineIT {

    private static final String PAGE = WebhookPage.PATH;
    private static final Pattern SECRET = Pattern.compile("id=\"new-secret\">(whsec_[^<]+)<");

    private final OwnSystem system = OwnSystem.start();

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void addressIsSetItsSecretShownOnceTriedOutAndSwitchedOff() {
        var browser = member();
        assertThat(browser.opens("/portal/organisation").body()).contains(PAGE);
        assertThat(browser.opens(PAGE).hasStatus(200).body())
                .contains("Adresse eintragen")
                .doesNotContain("Nichts mehr melden");

        var secret = SECRET.matcher(browser.sends(PAGE, "url", " " + system.url() + " ")
                .hasStatus(200)
                .body());
        assertThat(secret.find()).isTrue();
        assertThat(browser.opens(PAGE).body())
                .contains(system.url(), "in Ordnung", "Noch nichts.")
                .doesNotContain("whsec_");

        browser.sends(PAGE + "/test").hasStatus(303).hasHeader("Location", PAGE + "?done=delivered");
        system.told().getFirst().isSignedWith(secret.group(1));
        assertThat(browser.opens(PAGE + "?done=delivered").body())
                .contains("Die Testnachricht ist angekommen.", "<code>ping</code>", "angekommen</span>");

        system.answersAlways(503);
        browser.sends(PAGE + "/test").hasStatus(303).hasHeader("Location", PAGE + "?done=failed");
        assertThat(browser.opens(PAGE + "?done=failed").body())
                .contains("Nachrichten kommen nicht an", "Antwort 503", "Die Testnachricht ist nicht angekommen.");

        browser.sends(PAGE + "/removal").hasStatus(303).hasHeader("Location", PAGE + "?done=removed");
        assertThat(browser.opens(PAGE).body()).contains("Adresse eintragen").doesNotContain(system.url());
        browser.sends(PAGE + "/test").hasStatus(303).hasHeader("Location", PAGE);
        assertThat(system.told()).hasSize(2);
    }

    @Test
    void addressThatMustNotBeIsRefusedBesideItsFieldAndStays() {
        var browser = member();
        browser.opens(PAGE);
        for (var wrong :
                new String[] {"", "his.example.org", "https://192.168.1.1/hooks", "http://example.org/hooks"}) {
            assertThat(browser.sends(PAGE, "url", wrong).hasStatus(422).body())
                    .contains("id=\"url-problem\"", "value=\"" + wrong + "\"", "aria-invalid=\"true\"");
        }
        browser.sends(PAGE, "url", "https://example.org/" + "x".repeat(2000)).hasStatus(422);
        assertThat(browser.opens(PAGE + "?done=nonsense&lang=en").hasStatus(200).body())
                .contains("Enter the address");
    }

    @Test
    void whoeverSaidThatItWantsNothingIsNotTriedUntilItIsSetAnew() {
        var browser = member();
        browser.opens(PAGE);
        browser.sends(PAGE, "url", system.url()).hasStatus(200);
        system.answersAlways(410);
        browser.sends(PAGE + "/test").hasStatus(303);

        assertThat(browser.opens(PAGE).body())
                .contains("will nichts mehr (410)")
                .doesNotContain("Testnachricht schicken");
        browser.sends(PAGE + "/test").hasStatus(303).hasHeader("Location", PAGE);
        assertThat(system.told()).hasSize(1);
    }

    @Test
    void itIsTriedOutTenTimesAMinute() {
        var browser = member();
        browser.opens(PAGE);
        browser.sends(PAGE, "url", system.url()).hasStatus(200);
        for (int n = 0; n < Trial.MOST; n++) {
            browser.sends(PAGE + "/test").hasHeader("Location", PAGE + "?done=delivered");
        }
        browser.sends(PAGE + "/test").hasHeader("Location", PAGE + "?done=not-now");
        TestTelephony.CLOCK.pass(Trial.WINDOW);
        browser.sends(PAGE + "/test").hasHeader("Location", PAGE + "?done=delivered");
    }

    @Test
    void nobodySeesTheSystemOfAnotherOrganisation() {
        var browser = member();
        browser.opens(PAGE);
        browser.sends(PAGE, "url", system.url()).hasStatus(200);
        assertThat(member().opens(PAGE).hasStatus(200).body()).doesNotContain(system.url());
        new FormBrowser(anonymous()).opens(PAGE).hasStatus(303);
    }

    /** A browser in which somebody of a new practice has signed in. */
    private FormBrowser member() {
        var practice = created(
                "/api/v1/organisations", Body.of("districtId", district(), "name", "Praxis", "kind", "practice"));
        var code = post(
                        "/api/v1/organisations/" + practice + "/members",
                        Body.of("name", "Petra Lindner", "mail", "m" + UUID.randomUUID() + "@praxis.example"))
                .hasStatus(201)
                .text("invitationCode");
        return new FormBrowser(anonymous()
                        .mutate()
                        .defaultHeader("Accept-Language", "de")
                        .build())
                .accepts(code);
    }
}
