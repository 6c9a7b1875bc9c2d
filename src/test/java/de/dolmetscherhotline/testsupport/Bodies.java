package de.dolmetscherhotline.testsupport;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a district is filled with, to be varied field by field. Each has a number of its own. */
public final class Bodies {

    private Bodies() {}

    /** A line that offers Arabic. */
    public static Body line(UUID district) {
        return Body.of("districtId", district, "number", Numbers.landline(), "languages", List.of("ar"));
    }

    public static Body practice(UUID district) {
        return Body.of(
                "districtId",
                district,
                "name",
                "Praxis",
                "kind",
                "practice",
                "phoneNumbers",
                List.of(Numbers.landline()));
    }

    /** Somebody who speaks Arabic and may be asked for everything. */
    public static Body interpreter(UUID district) {
        return Body.of(
                "districtId",
                district,
                "name",
                "Amina Haddad",
                "phoneNumber",
                Numbers.mobile(),
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
}
