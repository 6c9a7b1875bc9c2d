package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Preferences;
import de.dolmetscherhotline.availability.QuietHours;
import de.dolmetscherhotline.availability.Shift;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Who gets to the pages, and what she says about now. */
class OwnPageIT extends VolunteerIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    private Availabilities availabilities;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/volunteer",
                "/volunteer/plan",
                "/volunteer/absences",
                "/volunteer/preferences",
                "/volunteer/languages",
                "/volunteer/sessions",
                "/volunteer/data"
            })
    void everyPageNeedsAVisitAndHasAllItsWords(String path) {
        Answer.to(anonymous().get().uri(path)).hasStatus(403);
        for (String language : List.of("de", "en")) {
            var page = guest().get(path + "?lang=" + language).hasStatus(200);
            assertThat(page.body()).contains("<html lang=\"" + language + "\">").doesNotContain("??");
            assertThat(page.headers().getFirst(HttpHeaders.SET_COOKIE)).isNotNull();
        }
    }

    @Test
    void nothingIsChangedWithoutAVisitOrWithoutTheTokenOfAForm() {
        var visit = Guest.cookieOf(Answer.to(anonymous().get().uri(newLink())));
        for (var path : List.of(
                "/volunteer/now",
                "/volunteer/plan",
                "/volunteer/absences",
                "/volunteer/preferences",
                "/volunteer/languages")) {
            Answer.to(anonymous().post().uri(path).header(HttpHeaders.COOKIE, visit))
                    .isProblem(403);
        }
        var refused = Answer.to(anonymous()
                        .post()
                        .uri("/volunteer/now")
                        .accept(MediaType.TEXT_HTML)
                        .header(HttpHeaders.COOKIE, visit))
                .hasStatus(403);
        assertThat(refused.body()).contains("Bitte noch einmal", "nothing was saved");
        var nobody = Guest.with(anonymous(), "visit=" + Secret.random().text());
        nobody.send(guest().get("/volunteer"), "/volunteer/now", "say", "on").hasStatus(403);
    }

    @Test
    void sheSwitchesHerselfOnAndOff() {
        var guest = guest();
        assertThat(guest.get("/volunteer").body()).contains("In Ihrer Woche stehen keine Zeiten");
        guest.send("/volunteer", "/volunteer/now", "say", "on", "until", "")
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/volunteer?done=said");
        assertThat(guest.get("/volunteer?done=said").body())
                .contains("Sie sind erreichbar, bis Sie etwas anderes sagen.");
        duty("on_duty");
        guest.send("/volunteer", "/volunteer/now", "say", "off", "hours", "2").hasStatus(303);
        duty("said_off");
        assertThat(guest.get("/volunteer").body()).contains("Sie sind nicht erreichbar bis ");
        guest.send("/volunteer", "/volunteer/now", "say", "plan").hasStatus(303);
        duty("not_on_duty");
    }

    @Test
    void whatSaysNothingSwitchesNobody() {
        var guest = guest();
        guest.send("/volunteer", "/volunteer/now", "say", "perhaps").hasStatus(422);
        guest.send("/volunteer", "/volunteer/now").hasStatus(422);
        guest.send("/volunteer", "/volunteer/now", "say", "off", "hours", "99").hasStatus(422);
        duty("not_on_duty");
    }

    @Test
    void aFormOfALinkThatHasEndedChangesNothing() {
        var guest = guest();
        var open = guest.get("/volunteer");
        newLink();
        assertThat(guest.send(open, "/volunteer/now", "say", "on")
                        .hasStatus(403)
                        .body())
                .contains("Dieser Link gilt nicht mehr");
        duty("not_on_duty");
        var late = guest();
        var seen = late.get("/volunteer");
        TestTelephony.CLOCK.pass(Duration.ofHours(12));
        late.send(seen, "/volunteer/now", "say", "on").hasStatus(403);
        duty("not_on_duty");
    }

    @Test
    void sheIsToldOfAPauseAndEndsItWithOneButton() {
        availabilities.pause(new InterpreterId(amina())).block();
        var guest = guest();
        assertThat(guest.get("/volunteer").body())
                .contains("Wir haben Sie mehrmals nicht erreicht", "Jetzt erreichbar sein");
        guest.send("/volunteer", "/volunteer/now", "say", "on").hasStatus(303);
        assertThat(guest.get("/volunteer").body())
                .contains("Ab jetzt nicht mehr anrufen")
                .doesNotContain("mehrmals");
    }

    @Test
    void sheIsToldWhatKeepsCallsAway() {
        assertThat(guest().get("/volunteer").body()).doesNotContain("Wir rufen Sie");
        put(
                        "/api/v1/interpreters/" + amina(),
                        member("Amina Haddad").with("status", "resting").with("secrecyDeclaredOn", null))
                .hasStatus(200);
        assertThat(guest().get("/volunteer").hasStatus(200).body())
                .contains("noch nicht freigeschaltet", "Ihre Verschwiegenheitserklärung fehlt");
    }

    @Test
    void sheIsToldThatHerQuietHoursKeepCallsAway() {
        var guest = guest();
        var now = TestTelephony.CLOCK.instant().atZone(BERLIN).toLocalTime().truncatedTo(ChronoUnit.HOURS);
        var week = Arrays.stream(DayOfWeek.values())
                .map(day -> new Shift(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .toList();
        availabilities.replacePlan(new InterpreterId(amina()), week).block();
        var quiet = new QuietHours(now.minusHours(1), now.plusHours(2));
        wish(new Preferences(quiet, null, false, false, false));
        assertThat(guest.get("/volunteer").body()).contains("sind Ihre Ruhezeiten: Solange rufen wir nicht an.");
        wish(new Preferences(quiet, null, true, false, false));
        assertThat(guest.get("/volunteer").body()).contains("Solange rufen wir nur in Notfällen an.");
        guest.send("/volunteer", "/volunteer/now", "say", "on", "hours", "1").hasStatus(303);
        assertThat(guest.get("/volunteer").body()).doesNotContain("Ruhezeiten: ");
    }

    @Test
    void sheIsAvailableUntilTheTimeThatSheGives() {
        var guest = guest();
        var end = TestTelephony.CLOCK
                .instant()
                .plus(Duration.ofHours(3))
                .atZone(BERLIN)
                .toLocalTime()
                .withSecond(0)
                .withNano(0);
        guest.send("/volunteer", "/volunteer/now", "say", "on", "until", end.toString())
                .hasStatus(303);
        assertThat(guest.get("/volunteer").body())
                .contains("Sie sind erreichbar bis ", end.toString().replaceFirst("^0", "") + " Uhr");
    }

    @Test
    void whatIsNoTimeIsSaidBesideTheFieldAndStays() {
        var page = guest().send("/volunteer", "/volunteer/now", "say", "on", "until", "abends<")
                .hasStatus(422);
        assertThat(page.body())
                .contains("id=\"on-until-problem\"", "Das ist keine Uhrzeit", "value=\"abends&lt;\"")
                .doesNotContain("off-until-problem\"");
        duty("not_on_duty");
    }

    private void wish(Preferences wishes) {
        availabilities.setPreferences(new InterpreterId(amina()), wishes).block();
    }

    private void duty(String duty) {
        get("/api/v1/interpreters/" + amina() + "/availability").has("duty", duty);
    }
}
