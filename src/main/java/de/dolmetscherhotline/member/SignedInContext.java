package de.dolmetscherhotline.member;

import de.dolmetscherhotline.signin.SessionContext;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Which member sends a request. */
@Component
class SignedInContext extends SessionContext<SignedIn> {

    static final String ROLE = "MEMBER";

    SignedInContext(PortalCookie cookie, MemberSessions sessions) {
        super(cookie, sessions::find, AuthorityUtils.createAuthorityList("ROLE_" + ROLE));
    }
}
