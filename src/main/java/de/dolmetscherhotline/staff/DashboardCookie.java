package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.signin.SessionCookie;
import org.springframework.stereotype.Component;

/** The cookie of whoever has signed in to the dashboard. */
@Component
class DashboardCookie extends SessionCookie {

    static final String NAME = "dashboard";

    DashboardCookie(PublicUrl publicUrl, StaffSessions sessions) {
        super(NAME, DashboardAccess.PATH, publicUrl, sessions::end);
    }
}
