package de.dolmetscherhotline.member;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the portal of the organisations lets people in.
 *
 * @param idle after which a browser that is left alone is signed out
 * @param sessionLife after which every browser is signed out
 * @param invitationLife how long the code of an invitation works
 * @param window in which wrong passwords are counted
 * @param wrongPerMail wrong passwords for one mail address in that time
 * @param wrongPerNetwork wrong passwords and codes from one network in that time
 */
@ConfigurationProperties("hotline.portal")
record PortalSettings(
        @DefaultValue("8h") Duration idle,
        @DefaultValue("7d") Duration sessionLife,
        @DefaultValue("7d") Duration invitationLife,
        @DefaultValue("15m") Duration window,
        @DefaultValue("10") int wrongPerMail,
        @DefaultValue("50") int wrongPerNetwork) {

    PortalSettings {
        if (!idle.isPositive() || !sessionLife.isPositive() || !invitationLife.isPositive() || !window.isPositive()) {
            throw new IllegalArgumentException("the durations of hotline.portal must be positive");
        }
        if (wrongPerMail < 1 || wrongPerNetwork < 1) {
            throw new IllegalArgumentException("the counts of hotline.portal must be positive");
        }
    }
}
