package de.dolmetscherhotline.member;

import de.dolmetscherhotline.oidc.ProviderSettings;
import de.dolmetscherhotline.signin.SessionLife;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the portal of the organisations lets people in.
 *
 * @param idle after which a browser that is left alone is signed out
 * @param sessionLife after which every browser is signed out
 * @param invitationLife how long the code of an invitation works
 * @param resetLife how long the link works that somebody gets who has forgotten her password
 * @param window in which wrong passwords are counted
 * @param wrongPerMail wrong passwords for one mail address in that time
 * @param wrongPerNetwork wrong passwords and codes from one network in that time
 * @param lettersPerMail mails to one address that forgot its password, an hour
 * @param lettersPerNetwork the same caused from one network
 * @param lettersPerOrganisation invitations that the members of one organisation send by mail, a day
 * @param oidc by which identity provider members may sign in as well
 */
@ConfigurationProperties("hotline.portal")
record PortalSettings(
        @DefaultValue("8h") Duration idle,
        @DefaultValue("7d") Duration sessionLife,
        @DefaultValue("7d") Duration invitationLife,
        @DefaultValue("1h") Duration resetLife,
        @DefaultValue("15m") Duration window,
        @DefaultValue("10") int wrongPerMail,
        @DefaultValue("50") int wrongPerNetwork,
        @DefaultValue("3") int lettersPerMail,
        @DefaultValue("20") int lettersPerNetwork,
        @DefaultValue("50") int lettersPerOrganisation,
        @DefaultValue ProviderSettings oidc) {

    PortalSettings {
        if (Stream.of(idle, sessionLife, invitationLife, resetLife, window).anyMatch(time -> !time.isPositive())) {
            throw new IllegalArgumentException("the durations of hotline.portal must be positive");
        }
        if (IntStream.of(wrongPerMail, wrongPerNetwork, lettersPerMail, lettersPerNetwork, lettersPerOrganisation)
                .anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("the counts of hotline.portal must be positive");
        }
    }

    SessionLife life() {
        return new SessionLife(idle, sessionLife);
    }
}
