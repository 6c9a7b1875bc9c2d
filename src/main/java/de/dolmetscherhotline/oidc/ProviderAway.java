package de.dolmetscherhotline.oidc;

import java.io.Serial;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClientException;

/** The provider does not answer, or not as it should. */
final class ProviderAway extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 20;

    ProviderAway(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /** Whether the error means that, or is caused by one that does. */
    static boolean isMeantBy(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(ProviderAway::saysSo);
    }

    private static boolean saysSo(Throwable cause) {
        return cause instanceof ProviderAway
                || cause instanceof WebClientException
                || cause instanceof TimeoutException;
    }
}
