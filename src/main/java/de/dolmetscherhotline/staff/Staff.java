package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.audit.Accountable;
import de.dolmetscherhotline.audit.Actor;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.StaffId;
import java.time.ZoneId;

/**
 * The principal of whoever has signed in to the dashboard. What a page shows and changes is her district's.
 *
 * @param zone of her district
 * @param complete whether she has shown her second factor too, where she needs one; if not, she sees nothing but where to
 */
public record Staff(
        StaffId id, DistrictId district, String name, String districtName, ZoneId zone, Role role, boolean complete)
        implements Accountable {

    @Override
    public Actor actor() {
        return Actor.staff(id.value(), name, district.value());
    }

    public boolean isAtLeast(Role least) {
        return complete && role.isAtLeast(least);
    }

    /** Without her name. */
    @Override
    public String toString() {
        return "Staff " + id;
    }
}
