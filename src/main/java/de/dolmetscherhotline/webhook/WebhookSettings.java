package de.dolmetscherhotline.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where announcements may go.
 *
 * @param allowLocal whether also to this machine, and there without TLS: for trials and tests only, since whoever sets an
 *     address could reach what listens on loopback
 */
@ConfigurationProperties("hotline.webhook")
record WebhookSettings(@DefaultValue("false") boolean allowLocal) {}
