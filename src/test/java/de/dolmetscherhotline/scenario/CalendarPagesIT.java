package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** Appointments in calendars: one as a file, and all of an organisation at an address. */
class CalendarPagesIT extends AppointmentPagesScriptIT {

    private static final Pattern ADDRESS = Pattern.compile("id=\"calendar-address\">([^<]+)<");
    private static final Pattern FEED = Pattern.compile("/calendar/([0-9a-f-]{36})/renewal");
    private static final Pattern NEW_FEED = Pattern.compile("/calendar/([0-9a-f-]{36})\"");

    @Test
    void aCalendarIsReadAtAnAddressThatIsShownOnceRenewedAndRevoked() {
        var browser = memberOf(practice());
        var appointment = id(asks(browser));
        var made = browser.opens(PAGES + "/calendar").hasStatus(200).body();
        var key = found(NEW_FEED, made);
        var first = found(
                ADDRESS,
                browser.sends(PAGES + "/calendar/" + key).hasStatus(200).body());
        assertThat(calendar(first).hasStatus(200).body()).contains("UID:" + appointment);

        var again = found(
                ADDRESS,
                browser.sends(PAGES + "/calendar/" + key).hasStatus(200).body());
        calendar(first).hasStatus(404);
        var list = browser.opens(PAGES + "/calendar").body();
        assertThat(list).doesNotContain(again);
        var feed = found(FEED, list);
        var renewed = found(
                ADDRESS,
                browser.sends(PAGES + "/calendar/" + feed + "/renewal")
                        .hasStatus(200)
                        .body());
        calendar(again).hasStatus(404);
        calendar(renewed).hasStatus(200);
        var stranger = memberOf(practice());
        stranger.opens(PAGES + "/calendar");
        stranger.sends(PAGES + "/calendar/" + feed + "/renewal").isProblem(404);
        stranger.sends(PAGES + "/calendar/" + feed + "/revocation").isProblem(404);
        stranger.sends(PAGES + "/calendar/" + feed).isProblem(404);
        calendar(renewed).hasStatus(200);

        browser.sends(PAGES + "/calendar/" + feed + "/revocation").hasStatus(303);
        calendar(renewed).hasStatus(404);
        assertThat(browser.opens(PAGES + "/calendar?done=revoked").body()).doesNotContain("Adressen in Gebrauch");
    }

    @Test
    void whoHasVeryManyAddressesMustRevokeOneFirst() {
        var practice = practice();
        var browser = memberOf(practice);
        for (int i = 0; i < 50; i++) {
            post(
                            "/api/v1/calendar-feeds",
                            Body.of("organisationId", practice.id().toString()))
                    .hasStatus(201);
        }
        post("/api/v1/calendar-feeds", Body.of("organisationId", practice.id().toString()))
                .isProblem(409);
        var page = browser.opens(PAGES + "/calendar").body();

        browser.sends(PAGES + "/calendar/" + found(NEW_FEED, page))
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, PAGES + "/calendar?done=full");
        assertThat(browser.opens(PAGES + "/calendar?done=full").body()).contains("Widerrufen Sie zuerst eine");
        browser.sends(PAGES + "/calendar/" + found(FEED, page) + "/revocation").hasStatus(303);
        browser.sends(PAGES + "/calendar/" + found(NEW_FEED, page)).hasStatus(200);
    }

    private Answer calendar(String address) {
        return Answer.to(anonymous().get().uri(URI.create(address).getPath()));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    @Test
    void anAppointmentIsACalendarFileAndOnlyOfItsOwnOrganisation() {
        var browser = memberOf(practice());
        var path = asks(browser);
        var file = browser.opens(path + ".ics").hasStatus(200);
        assertThat(file.headers().getFirst("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(file.body()).contains("UID:" + id(path));

        var stranger = memberOf(practice());
        stranger.opens(path).isProblem(404);
        stranger.opens(path + ".ics").isProblem(404);
        stranger.opens(PAGES + "/new");
        stranger.sends(path + "/cancellation").isProblem(404);
        stranger.sends(path + "/substitution", "round", "1").isProblem(404);
        stranger.sends(path + "/no-show", "absent", "person").isProblem(404);
        assertThat(stranger.opens(PAGES + "/new?like=" + id(path))
                        .hasStatus(200)
                        .body())
                .doesNotContain("2026/0815");
        assertThat(status(id(path))).isEqualTo("open");
    }
}
