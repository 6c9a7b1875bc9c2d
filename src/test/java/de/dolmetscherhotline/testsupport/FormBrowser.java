package de.dolmetscherhotline.testsupport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** A browser without JavaScript: keeps its cookies, and sends with a form what the page has hidden in it. */
public final class FormBrowser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final WebTestClient client;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();

    public FormBrowser(WebTestClient client) {
        this.client = client;
    }

    /** Somebody who was invited to the portal sets a password with this code, and is signed in. */
    public FormBrowser accepts(String invitationCode) {
        opens("/portal/invitation").hasStatus(200);
        sends("/portal/invitation", "code", invitationCode, "password", "vier Worte und ein Fisch")
                .hasStatus(303);
        return this;
    }

    /** Opens a page; what stands for the variables of its address may be anything. */
    public Answer opens(String path, Object... variables) {
        return kept(Answer.to(client.get().uri(path, variables).header(HttpHeaders.COOKIE, cookieHeader())));
    }

    /** Sends a form of the page that was opened last; names and values in turn, a name may come more than once. */
    public Answer sends(String path, String... namesAndValues) {
        var fields = new LinkedMultiValueMap<String, String>();
        hidden.forEach(fields::add);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return sends(path, fields);
    }

    /** The same with fields that are complete. */
    public Answer sends(String path, MultiValueMap<String, String> fields) {
        return kept(Answer.to(client.post()
                .uri(path)
                .header(HttpHeaders.COOKIE, cookieHeader())
                .body(BodyInserters.fromFormData(fields))));
    }

    /** Sends a form with a file; fields replace what the page has hidden. */
    public Answer sendsFile(String path, String part, byte[] file, String... namesAndValues) {
        var fields = new LinkedHashMap<>(hidden);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        var form = new MultipartBodyBuilder();
        fields.forEach(form::part);
        form.part(part, new ByteArrayResource(file)).filename("pool.csv");
        return kept(Answer.to(client.post()
                .uri(path)
                .header(HttpHeaders.COOKIE, cookieHeader())
                .body(BodyInserters.fromMultipartData(form.build()))));
    }

    /** What the page that was opened last has hidden in its forms. */
    public Map<String, String> hidden() {
        return Map.copyOf(hidden);
    }

    private Answer kept(Answer answer) {
        answer.cookies().forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        var matcher = HIDDEN.matcher(answer.body());
        while (matcher.find()) {
            hidden.put(matcher.group(1), matcher.group(2));
        }
        return answer;
    }

    private String cookieHeader() {
        var header = new StringBuilder();
        cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ")
                .append(name)
                .append('=')
                .append(value));
        return header.toString();
    }
}
