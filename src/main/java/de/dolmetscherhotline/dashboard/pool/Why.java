package de.dolmetscherhotline.dashboard.pool;

import org.jspecify.annotations.Nullable;

/** Why something is done, for the audit trail; as it was typed. */
record Why(@Nullable String reason) {}
