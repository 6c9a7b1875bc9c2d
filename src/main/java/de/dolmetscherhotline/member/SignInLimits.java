package de.dolmetscherhotline.member;

import de.dolmetscherhotline.live.Attempts;
import de.dolmetscherhotline.signin.GuessLimits;
import org.springframework.stereotype.Component;

/** How often passwords and codes of members may be guessed. */
@Component
class SignInLimits extends GuessLimits {

    SignInLimits(Attempts attempts, PortalSettings settings) {
        super("portal", attempts, settings.window(), settings.wrongPerMail(), settings.wrongPerNetwork());
    }
}
