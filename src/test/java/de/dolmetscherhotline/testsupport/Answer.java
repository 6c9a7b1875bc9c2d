package de.dolmetscherhotline.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the application answered. */
public final class Answer {

    private final EntityExchangeResult<byte[]> result;

    private Answer(EntityExchangeResult<byte[]> result) {
        this.result = result;
    }

    /** Sends the request. Where it succeeds, the answer has a status that the description of the API names. */
    public static Answer to(WebTestClient.RequestHeadersSpec<?> request) {
        var result = request.exchange().expectBody().returnResult();
        if (result.getStatus().is2xxSuccessful()) {
            DescribedStatuses.contain(result.getMethod(), result.getUrl().getPath(), result.getStatus());
        }
        return new Answer(result);
    }

    public Answer hasStatus(int status) {
        assertThat(result.getStatus().value()).as(body()).isEqualTo(status);
        return this;
    }

    /** A problem detail with this status. */
    public Answer isProblem(int status) {
        hasStatus(status);
        assertThat(headers().getContentType())
                .isNotNull()
                .matches(MediaType.APPLICATION_PROBLEM_JSON::isCompatibleWith);
        assertThat(JsonPath.<Integer>read(body(), "$.status")).isEqualTo(status);
        assertThat(JsonPath.<String>read(body(), "$.title")).isNotBlank();
        return this;
    }

    /** A problem detail of status 400 that names exactly these fields. */
    public Answer rejects(String... fields) {
        isProblem(400);
        assertThat(JsonPath.<List<String>>read(body(), "$.errors[*].field"))
                .as(body())
                .containsExactlyInAnyOrder(fields);
        assertThat(JsonPath.<List<String>>read(body(), "$.errors[*].message"))
                .allSatisfy(message -> assertThat(message).isNotBlank().doesNotContain("java."));
        return this;
    }

    /** Compares what a JSON path finds in the body. */
    public Answer has(String path, @Nullable Object value) {
        assertThat(JsonPath.<@Nullable Object>read(body(), path)).as(body()).isEqualTo(value);
        return this;
    }

    public Answer hasHeader(String name, String value) {
        assertThat(headers().getFirst(name)).isEqualTo(value);
        return this;
    }

    /** The text that a JSON path finds in the body. */
    public String text(String path) {
        return JsonPath.read(body(), path);
    }

    /** Cookies that were set. */
    public List<ResponseCookie> cookies() {
        return result.getResponseCookies().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The body as it came. */
    public byte[] bytes() {
        byte[] content = result.getResponseBody();
        return content == null ? new byte[0] : content.clone();
    }

    /** What a JSON path finds in the body. */
    public @Nullable Object value(String path) {
        return JsonPath.<@Nullable Object>read(body(), path);
    }

    public int status() {
        return result.getStatus().value();
    }

    public HttpHeaders headers() {
        return result.getResponseHeaders();
    }

    public String body() {
        byte[] content = result.getResponseBody();
        return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }
}
