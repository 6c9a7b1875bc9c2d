package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.platform.SqlValues.constant;

import de.dolmetscherhotline.appointment.Appointment.Series;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Role;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads appointments from their rows. */
final class AppointmentRows {

    private AppointmentRows() {}

    static Appointment appointment(Readable row) {
        return new Appointment(
                new AppointmentId(row.get("id", UUID.class)),
                new DistrictId(row.get("district_id", UUID.class)),
                new OrganisationId(row.get("organisation_id", UUID.class)),
                id(row, "series_id", series -> new Series(series, row.get("series_position", Integer.class))),
                wanted(row),
                constant(AppointmentStatus.class, row.get("status", String.class)),
                row.get("round", Integer.class),
                row.get("next_wave_at", Instant.class),
                id(row, "interpreter_id", InterpreterId::new),
                row.get("confirmed_at", Instant.class),
                row.get("doubted_at", Instant.class),
                id(row, "call_id", CallId::new),
                nullableConstant(Absent.class, row, "absent"),
                row.get("created_at", Instant.class));
    }

    private static Wanted wanted(Readable row) {
        return new Wanted(
                meeting(row),
                row.get("starts_at", Instant.class),
                row.get("ends_at", Instant.class),
                new Language(row.get("language", String.class)),
                nullableConstant(Subject.class, row, "subject"),
                gender(row),
                nullableConstant(Role.class, row, "role"),
                row.get("same_interpreter", Boolean.class),
                row.get("case_reference", String.class),
                row.get("contact_note", String.class));
    }

    private static Meeting meeting(Readable row) {
        return switch (constant(AppointmentKind.class, row.get("kind", String.class))) {
            case ON_SITE -> new Meeting.OnSite(row.get("municipality", String.class), row.get("address", String.class));
            case PHONE -> new Meeting.ByPhone(new PhoneNumber(row.get("number", String.class)));
        };
    }

    private static GenderWish gender(Readable row) {
        var gender = nullableConstant(Gender.class, row, "gender");
        if (gender == null) {
            return GenderWish.none();
        }
        return Boolean.TRUE.equals(row.get("gender_required", Boolean.class))
                ? GenderWish.requirement(gender)
                : GenderWish.wish(gender);
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> read) {
        var id = row.get(column, UUID.class);
        return id == null ? null : read.apply(id);
    }

    static <E extends Enum<E>> @Nullable E nullableConstant(Class<E> type, Readable row, String column) {
        var word = row.get(column, String.class);
        return word == null ? null : constant(type, word);
    }
}
