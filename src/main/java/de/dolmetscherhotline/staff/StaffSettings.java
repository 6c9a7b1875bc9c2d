package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.oidc.ProviderSettings;
import de.dolmetscherhotline.signin.SessionLife;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the dashboard lets people in.
 *
 * @param idle after which a browser that is left alone is signed out
 * @param sessionLife after which every browser is signed out
 * @param halfLife how long whoever has given her password, or comes from the identity provider, may take for the second factor,
 *     and everybody for setting one up
 * @param invitationLife how long the code of an invitation works
 * @param window in which wrong passwords and codes are counted
 * @param wrongPerMail wrong passwords for one mail address in that time
 * @param wrongPerNetwork wrong passwords and codes of invitations from one network in that time
 * @param wrongSecondFactors wrong second factors of one account in that time
 * @param secondFactorFor roles that cannot do without a second factor
 * @param oidc by which identity provider staff may sign in as well
 */
@ConfigurationProperties("hotline.dashboard")
record StaffSettings(
        @DefaultValue("8h") Duration idle,
        @DefaultValue("24h") Duration sessionLife,
        @DefaultValue("15m") Duration halfLife,
        @DefaultValue("7d") Duration invitationLife,
        @DefaultValue("15m") Duration window,
        @DefaultValue("10") int wrongPerMail,
        @DefaultValue("50") int wrongPerNetwork,
        @DefaultValue("5") int wrongSecondFactors,

        @DefaultValue({"viewer", "coordinator", "administrator"})
        Set<Role> secondFactorFor,

        @DefaultValue ProviderSettings oidc) {

    StaffSettings {
        if (!idle.isPositive()
                || !sessionLife.isPositive()
                || !halfLife.isPositive()
                || !invitationLife.isPositive()
                || !window.isPositive()) {
            throw new IllegalArgumentException("the durations of hotline.dashboard must be positive");
        }
        if (wrongPerMail < 1 || wrongPerNetwork < 1 || wrongSecondFactors < 1) {
            throw new IllegalArgumentException("the counts of hotline.dashboard must be positive");
        }
        secondFactorFor = Set.copyOf(secondFactorFor);
    }

    SessionLife life() {
        return new SessionLife(idle, sessionLife);
    }
}
