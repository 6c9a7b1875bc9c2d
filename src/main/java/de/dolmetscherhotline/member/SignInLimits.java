package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.live.Attempts;
import de.dolmetscherhotline.signin.GuessLimits;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How often members may guess passwords and codes, come from the identity provider, and cause mails. */
@Component
class SignInLimits extends GuessLimits {

    private static final String OWN_PASSWORD = "portal-own-password";
    private static final String FORGOTTEN_BY = "portal-forgotten-mail";
    private static final String FORGOTTEN_FROM = "portal-forgotten-network";
    private static final String INVITED_BY = "portal-invited-by-mail";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Attempts attempts;
    private final PortalSettings settings;

    SignInLimits(Attempts attempts, PortalSettings settings) {
        super("portal", attempts, settings.window(), settings.wrongPerMail(), settings.wrongPerNetwork());
        this.attempts = attempts;
        this.settings = settings;
    }

    /** Whether a member may try once more which password is hers; counts it until it is {@link #forgiveOwnPassword forgiven}. */
    Mono<Boolean> ownPassword(MemberId who) {
        return attempts.allowed(OWN_PASSWORD, who.toString(), settings.wrongPerMail(), settings.window());
    }

    Mono<Void> forgiveOwnPassword(MemberId who) {
        return attempts.forgive(OWN_PASSWORD, who.toString());
    }

    /** Counts somebody who has forgotten the password of this address, whether it is anybody's or not; false if it were too many. */
    Mono<Boolean> forgotten(MailAddress mail, String network) {
        return attempts.allowed(FORGOTTEN_FROM, network, settings.lettersPerNetwork(), HOUR)
                .flatMap(allowed -> allowed
                        ? attempts.allowed(FORGOTTEN_BY, mail.address(), settings.lettersPerMail(), HOUR)
                        : Mono.just(false));
    }

    /** Counts an invitation by mail; false if it were too many. */
    Mono<Boolean> invitedByMail(OrganisationId organisation) {
        return attempts.allowed(INVITED_BY, organisation.toString(), settings.lettersPerOrganisation(), DAY);
    }
}
