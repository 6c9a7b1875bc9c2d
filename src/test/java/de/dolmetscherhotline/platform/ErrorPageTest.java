package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;

/** What people see in a browser when a page of dashboard or portal fails. */
class ErrorPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final ApiProblems problems = new ApiProblems(messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/portal");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @ParameterizedTest
    @CsvSource({
        "400, Damit können wir nichts anfangen",
        "404, Das gibt es hier nicht",
        "405, Damit können wir nichts anfangen",
        "409, Das geht nicht mehr",
        "412, Das geht nicht mehr",
        "422, Damit können wir nichts anfangen",
        "429, Das war zu oft",
        "500, Das hat nicht geklappt",
        "503, Einen Moment bitte"
    })
    void aPageSaysWhatHappenedAndLeadsBack(int status, String title) {
        var failure = new ResponseStatusException(HttpStatus.valueOf(status), "details");
        var page = answer(failure, "/dashboard/calls", BROWSER, "de");
        assertThat(page.getStatusCode().value()).isEqualTo(status);
        assertThat(page.getHeaders().getContentType())
                .isNotNull()
                .matches(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
        assertThat(page.getBody())
                .asString()
                .contains("<html lang=\"de\">", "<h1>" + title + "</h1>", "href=\"/dashboard\"")
                .doesNotContain("details");
    }

    @Test
    void whatWentWrongInsideIsNotShown() {
        var page = unexpected(new IllegalStateException("of the database"), BROWSER);
        assertThat(page.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(page.getBody())
                .asString()
                .contains("Bei uns ist etwas schiefgegangen")
                .doesNotContain("database", "IllegalState");
    }

    @Test
    void thePortalHasItInTheLanguageOfItsPagesToo() {
        var page = answer(new ResponseStatusException(HttpStatus.NOT_FOUND), "/portal", BROWSER, "en");
        assertThat(page.getBody())
                .asString()
                .contains("<html lang=\"en\">", "There is no such page", "href=\"/portal\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/event-stream", "not / readable"})
    void scriptsGetProblemDetails(String accept) {
        assertThat(unexpected(new IllegalStateException("x"), accept).getBody()).isInstanceOf(ProblemDetail.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/calls", "/dashboards", "/portalx/y"})
    void elsewhereItIsProblemDetailsAlsoInABrowser(String path) {
        var failure = new ResponseStatusException(HttpStatus.NOT_FOUND);
        assertThat(answer(failure, path, BROWSER, "de").getBody()).isInstanceOf(ProblemDetail.class);
    }

    private ResponseEntity<Object> answer(Exception failure, String path, String accept, String language) {
        return problems.handleException(failure, exchange(path, accept, language))
                .blockOptional()
                .orElseThrow();
    }

    private ResponseEntity<Object> unexpected(Exception failure, String accept) {
        return problems.handleUnexpected(failure, exchange("/dashboard/staff", accept, "de"))
                .blockOptional()
                .orElseThrow();
    }

    private static MockServerWebExchange exchange(String path, String accept, String language) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get(path).header("Accept", accept).header("Accept-Language", language));
    }
}
