package de.dolmetscherhotline.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class OpenStreamsTest {

    private final OpenStreams<String> streams = new OpenStreams<>(2);

    private Flux<Long> streamOf(String owner) {
        return streams.of(owner, Flux.<Long>never().startWith(1L));
    }

    @Test
    void oneMoreThanAllowedIsRefusedUntilAnotherIsClosed() {
        var first = streamOf("practice").subscribe();
        var second = streamOf("practice").subscribe();
        isRefused("practice");
        isOpen("school");

        first.dispose();
        isOpen("practice");
        isOpen("practice");
        second.dispose();
    }

    @Test
    void whatEndsByItselfIsClosed() {
        for (int i = 0; i < 5; i++) {
            StepVerifier.create(streams.of("practice", Flux.just(1)))
                    .expectNext(1)
                    .verifyComplete();
            StepVerifier.create(streams.of("practice", Flux.error(new IllegalStateException())))
                    .verifyError(IllegalStateException.class);
        }
        isOpen("practice");
    }

    private void isOpen(String owner) {
        StepVerifier.create(streamOf(owner)).expectNext(1L).thenCancel().verify();
    }

    private void isRefused(String owner) {
        StepVerifier.create(streamOf(owner))
                .verifyErrorSatisfies(problem -> assertThat(problem)
                        .isInstanceOfSatisfying(
                                ErrorResponseException.class,
                                refused ->
                                        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS)));
    }
}
