package de.dolmetscherhotline.simulator;

import java.time.Instant;

/** A text message that a telephone received. */
public record TextMessage(Instant at, String from, String body) {}
