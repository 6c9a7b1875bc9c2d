package de.dolmetscherhotline.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PatienceTest {

    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.get("/portal").build());

    @Test
    void peopleAreAskedToWaitWhileTheDatabaseIsAway() {
        new Patience()
                .filter(exchange, asked -> Mono.error(new DataAccessResourceFailureException("away")))
                .as(StepVerifier::create)
                .verifyComplete();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(exchange.getResponse().getBodyAsString().block())
                .contains("Einen Moment bitte", "You stay signed in");
    }

    @Test
    void whatElseFailsIsNotHidden() {
        new Patience()
                .filter(exchange, asked -> Mono.error(new IllegalStateException("a mistake of ours")))
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
    }
}
