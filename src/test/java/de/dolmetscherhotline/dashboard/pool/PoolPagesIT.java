package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Body;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Base of tests of the pool's pages. */
abstract class PoolPagesIT extends StaffIT {

    /** Somebody of the district's pool whom calls reach. */
    protected Body somebody(String name, String phone) {
        return Body.of(
                "districtId",
                itsDistrict(),
                "name",
                name,
                "phoneNumber",
                phone,
                "gender",
                "female",
                "dateOfBirth",
                "1985-03-01",
                "municipality",
                "Helmstedt",
                "roles",
                List.of("volunteer"),
                "languages",
                List.of(Map.of("tag", "ar", "level", "native")),
                "subjects",
                List.of("medical"),
                "secrecyDeclaredOn",
                "2026-01-10",
                "status",
                "active");
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
}
