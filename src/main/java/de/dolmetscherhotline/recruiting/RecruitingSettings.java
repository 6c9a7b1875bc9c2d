package de.dolmetscherhotline.recruiting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits and periods of applications and invitations.
 *
 * @param textsPerNumber texts to one number a day, since each costs money and may reach somebody who did not ask for it
 * @param textsPerNetwork texts that one network of the internet may cause in an hour
 * @param textsPerHour texts in an hour, whoever causes them
 * @param codeTries how often a code may be entered
 * @param codeHolds until a code must have been entered
 * @param invitationHolds until an invitation must have been used
 * @param unconfirmedKept after which an application is deleted whose number was not confirmed
 * @param refusedKept after which somebody who was refused is deleted
 */
@ConfigurationProperties("hotline.recruiting")
record RecruitingSettings(
        @DefaultValue("4") int textsPerNumber,
        @DefaultValue("20") int textsPerNetwork,
        @DefaultValue("60") int textsPerHour,
        @DefaultValue("5") int codeTries,
        @DefaultValue("15m") Duration codeHolds,
        @DefaultValue("14d") Duration invitationHolds,
        @DefaultValue("24h") Duration unconfirmedKept,
        @DefaultValue("14d") Duration refusedKept) {}
