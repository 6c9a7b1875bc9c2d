package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.signin.SessionContext;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Who of the staff sends a request. */
@Component
class StaffContext extends SessionContext<Staff> {

    StaffContext(DashboardCookie cookie, StaffSessions sessions) {
        super(cookie, sessions::find, AuthorityUtils.NO_AUTHORITIES);
    }
}
