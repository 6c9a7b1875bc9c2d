package de.dolmetscherhotline.member;

import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.signin.SessionCookie;
import org.springframework.stereotype.Component;

/** The cookie of whoever has signed in to the portal. */
@Component
class PortalCookie extends SessionCookie {

    static final String NAME = "portal";

    PortalCookie(PublicUrl publicUrl, MemberSessions sessions) {
        super(NAME, PortalAccess.PATH, publicUrl, sessions::end);
    }
}
