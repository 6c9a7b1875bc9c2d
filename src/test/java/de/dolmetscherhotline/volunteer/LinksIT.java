package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;

/** The link in a text: who it lets in, for how long, and who ends it. */
class LinksIT extends VolunteerIT {

    @Test
    void aLinkIsShortAndUnderThePublicAddress() {
        var link = links().newLink(new InterpreterId(amina())).block();
        assertThat(link)
                .asString()
                .startsWith(TestTelephony.PUBLIC_URL + "/v/")
                .hasSize(TestTelephony.PUBLIC_URL.length() + 46);
    }

    @Test
    void itIsExchangedForACookieAndStaysOutOfTheAddress() {
        var opened = open(newLink());
        opened.hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/volunteer").hasHeader("Referrer-Policy", "no-referrer");
        assertThat(opened.headers().getFirst(HttpHeaders.SET_COOKIE))
                .startsWith("visit=")
                .contains("Path=/volunteer", "HttpOnly", "Secure", "SameSite=Lax", "Max-Age=43200");
        var page = page(cookieOf(opened)).hasStatus(200).hasHeader("Referrer-Policy", "no-referrer");
        assertThat(page.body()).contains("Amina Haddad");
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void aPreviewDoesNotUseItUp() {
        var link = newLink();
        IntStream.range(0, 3).forEach(i -> open(link).hasStatus(303));
        page(cookieOf(open(link))).hasStatus(200);
    }

    @Test
    void onlySoManyBrowsersStayOpen() {
        var link = newLink();
        var first = cookieOf(open(link));
        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        var last = IntStream.range(0, Visits.MOST)
                .mapToObj(i -> cookieOf(open(link)))
                .reduce("", (before, cookie) -> cookie);
        page(first).hasStatus(403);
        page(last).hasStatus(200);
    }

    @Test
    void onlyItsHashIsStored() {
        var token = newLink().substring("/v/".length());
        var cookie = cookieOf(open("/v/" + token));
        var everything = database()
                .sql(
                        "select l::text || v::text from volunteer_link l join volunteer_visit v on v.link_hash = l.token_hash"
                                + " where l.interpreter_id = :who")
                .bind("who", amina())
                .mapValue(String.class)
                .one()
                .block();
        assertThat(everything).isNotBlank().doesNotContain(token, cookie.substring("visit=".length()));
    }

    @Test
    void aNewerLinkEndsTheOneBeforeAndWhatWasOpenedWithIt() {
        var before = newLink();
        var cookie = cookieOf(open(before));
        var link = newLink();
        assertClosed(open(before));
        assertClosed(page(cookie));
        open(link).hasStatus(303);
    }

    @Test
    void twoLinksMadeAtOnceLeaveOneThatWorks() {
        var made = Flux.range(0, 6)
                .flatMap(i -> links().newLink(new InterpreterId(amina())))
                .collectList()
                .block();
        assertThat(made).hasSize(6);
        assertThat(current()).isEqualTo(1L);
    }

    @Test
    void aLinkExpires() {
        var link = newLink();
        TestTelephony.CLOCK.pass(Duration.ofDays(7).minusHours(1));
        var cookie = cookieOf(open(link));
        page(cookie).hasStatus(200);
        TestTelephony.CLOCK.pass(Duration.ofHours(1));
        assertClosed(open(link));
        assertClosed(page(cookie));
    }

    @Test
    void aVisitEndsBeforeItsLink() {
        var link = newLink();
        var cookie = cookieOf(open(link));
        TestTelephony.CLOCK.pass(Duration.ofHours(12));
        assertClosed(page(cookie));
        open(link).hasStatus(303);
    }

    @Test
    void theCoordinatorLocksALink() {
        var link = newLink();
        var cookie = cookieOf(open(link));
        delete("/api/v1/interpreters/" + amina() + "/links").hasStatus(204);
        delete("/api/v1/interpreters/" + amina() + "/links").hasStatus(204);
        assertClosed(open(link));
        assertClosed(page(cookie));
        delete("/api/v1/interpreters/" + UUID.randomUUID() + "/links").isProblem(404);
    }

    @Test
    void whoHasLeftIsNotLetInAndGetsNoLink() {
        var link = newLink();
        var cookie = cookieOf(open(link));
        put("/api/v1/interpreters/" + amina(), member("Amina Haddad").with("status", "left"))
                .hasStatus(200);
        assertClosed(open(link));
        assertClosed(page(cookie));
        assertThat(links().newLink(new InterpreterId(amina())).blockOptional()).isEmpty();
    }

    @Test
    void whoIsRemovedIsNotLetInAndGetsNoLink() {
        var link = newLink();
        var cookie = cookieOf(open(link));
        delete("/api/v1/interpreters/" + amina()).hasStatus(204);
        assertClosed(open(link));
        assertClosed(page(cookie));
        assertThat(links().newLink(new InterpreterId(amina())).blockOptional()).isEmpty();
    }

    @Test
    void aForgedLinkOrCookieOpensNothing() {
        assertClosed(open("/v/" + Secret.random().text()));
        assertClosed(open("/v/x"));
        assertClosed(page("visit=" + Secret.random().text()));
        assertClosed(page("visit=x"));
        assertClosed(page(null));
        assertThat(newLink()).isNotBlank();
        assertClosed(page("visit=" + newLink().substring(3)));
    }

    @Test
    void whoGuessesIsSoonToldToStopButALinkThatWorksIsNotKeptOut() {
        var link = newLink();
        TestTelephony.CLOCK.pass(Duration.ofMinutes(11));
        var refusals = IntStream.range(0, 31)
                .mapToObj(i -> open("/v/" + Secret.random().text()))
                .toList();
        refusals.getLast().hasStatus(429);
        open(link).hasStatus(303);
        TestTelephony.CLOCK.pass(Duration.ofMinutes(11));
    }

    @Test
    void shePutsAnEndToItHerself() {
        var link = newLink();
        var cookie = cookieOf(open(link));
        Guest.with(anonymous(), cookie)
                .send("/volunteer", "/volunteer/lock")
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/volunteer/locked");
        assertClosed(page(cookie));
        assertClosed(open(link));
        assertThat(Answer.to(anonymous().get().uri("/volunteer/locked"))
                        .hasStatus(200)
                        .body())
                .contains("PLAN");
    }

    @Test
    void aFormOfAnotherSiteLocksNothing() {
        var cookie = cookieOf(open(newLink()));
        Answer.to(anonymous().post().uri("/volunteer/lock").header(HttpHeaders.COOKIE, cookie))
                .hasStatus(403);
        page(cookie).hasStatus(200);
    }

    private @Nullable Long current() {
        return database()
                .sql("select count(*) from volunteer_link where interpreter_id = :who and revoked_at is null")
                .bind("who", amina())
                .mapValue(Long.class)
                .one()
                .block();
    }

    private Answer open(String path) {
        return Answer.to(anonymous().get().uri(path));
    }

    private Answer page(@Nullable String cookie) {
        var request = anonymous().get().uri("/volunteer").header(HttpHeaders.ACCEPT_LANGUAGE, "de");
        return Answer.to(cookie == null ? request : request.header(HttpHeaders.COOKIE, cookie));
    }

    private static String cookieOf(Answer opened) {
        return Guest.cookieOf(opened.hasStatus(303));
    }

    private static void assertClosed(Answer answer) {
        answer.hasStatus(403).hasHeader("Referrer-Policy", "no-referrer");
        assertThat(answer.body()).contains("PLAN").doesNotContain("Amina", "??");
    }
}
