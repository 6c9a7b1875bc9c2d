package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import java.util.UUID;

/** Base of tests of the pool's pages. */
abstract class PoolPagesIT extends StaffIT {

    /** Somebody of the district's pool whom calls reach. */
    protected Body somebody(String name, String phone) {
        return Bodies.interpreter(itsDistrict()).with("name", name).with("phoneNumber", phone);
    }

    protected UUID member(Body body) {
        return created("/api/v1/interpreters", body);
    }

    protected static String page(UUID member) {
        return "/dashboard/interpreters/" + member;
    }

    /** What the audit trail says was done last, as an operation. */
    protected String lastDetail() {
        return database()
                .sql("""
                        select action || ' ' || subject_kind || ' ' || coalesce(subject_id::text, '-') from audit_entry
                        where district_id = :district order by id desc limit 1""")
                .bind("district", itsDistrict())
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    /** The same as {@code action id operation: reason}. */
    protected String newest() {
        return database()
                .sql("""
                        select action || ' ' || subject_id || ' ' || detail || ': ' || coalesce(reason, '-') from audit_entry
                        where district_id = :district order by id desc limit 1""")
                .bind("district", itsDistrict())
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
