package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** A browser on the volunteer's page, in German, that sends forms as they are shown. */
final class Guest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"");

    private final WebTestClient client;
    private final String visit;

    private Guest(WebTestClient client, String visit) {
        this.client = client;
        this.visit = visit;
    }

    /** @param visit the cookie of the visit, {@code name=value} */
    static Guest with(WebTestClient client, String visit) {
        return new Guest(client, visit);
    }

    /** Opens a link that works. */
    static Guest opening(WebTestClient client, String link) {
        return new Guest(client, cookieOf(Answer.to(client.get().uri(link)).hasStatus(303)));
    }

    static String cookieOf(Answer answer) {
        var cookie = Objects.requireNonNull(answer.headers().getFirst(HttpHeaders.SET_COOKIE));
        return cookie.substring(0, cookie.indexOf(';'));
    }

    Answer get(String path) {
        return Answer.to(
                client.get().uri(path).header(HttpHeaders.COOKIE, visit).header(HttpHeaders.ACCEPT_LANGUAGE, "de"));
    }

    /** Fills in the form of a page and sends it to its own address; {@code shown} is sent back as it came. */
    Answer submit(String page, String... namesAndValues) {
        return send(page, page, namesAndValues);
    }

    /** Sends a form of a page to another address. */
    Answer send(String page, String path, String... namesAndValues) {
        return send(get(page).hasStatus(200), path, namesAndValues);
    }

    /** Sends the form of a page that was got before. */
    Answer send(Answer page, String path, String... namesAndValues) {
        var csrf = cookieOf(page);
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("_csrf", found(TOKEN, page));
        SHOWN.matcher(page.body()).results().findFirst().ifPresent(shown -> fields.add("shown", shown.group(1)));
        add(fields, namesAndValues);
        return Answer.to(client.post()
                .uri(path)
                .header(HttpHeaders.COOKIE, visit + "; " + csrf)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "de")
                .body(BodyInserters.fromFormData(fields)));
    }

    private static void add(MultiValueMap<String, String> fields, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private static String found(Pattern pattern, Answer page) {
        var match = pattern.matcher(page.body());
        assertThat(match.find()).as(page.body()).isTrue();
        return match.group(1);
    }
}
