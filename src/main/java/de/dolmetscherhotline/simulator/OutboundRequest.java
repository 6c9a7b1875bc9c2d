package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that the application asked for: one of {@code url} and {@code document} is there. */
record OutboundRequest(
        String to,
        String from,
        @Nullable URI url,
        boolean post,
        @Nullable TwimlDocument document,
        @Nullable URI fallback,
        boolean fallbackPost,
        @Nullable StatusCallback statusCallback,
        Duration timeout,
        Duration timeLimit) {}
