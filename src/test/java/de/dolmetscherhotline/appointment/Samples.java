package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.organisation.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What the tests of the pure rules start from. */
final class Samples {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final AppointmentSettings SETTINGS = new AppointmentSettings(
            3,
            Duration.ofMinutes(30),
            Duration.ofMinutes(5),
            Duration.ofHours(2),
            Duration.ofHours(2),
            Duration.ofMinutes(30),
            366,
            LocalTime.of(20, 0),
            LocalTime.of(8, 0),
            Duration.ofHours(12),
            LocalTime.of(17, 0),
            Duration.ofHours(2),
            Duration.ofHours(4));

    static final PhoneNumber NUMBER = new PhoneNumber("+493023125201");
    static final PhoneNumber SECOND_NUMBER = new PhoneNumber("+493023125202");

    private Samples() {}

    /** At noon in Berlin on this day. */
    static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(BERLIN).toInstant();
    }

    static Organisation practice(PhoneNumber... numbers) {
        return new Organisation(
                OrganisationId.random(),
                new DistrictId(UUID.randomUUID()),
                "Praxis",
                OrganisationKind.PRACTICE,
                "Helmstedt",
                List.of(numbers),
                false,
                List.of(),
                false,
                false,
                false,
                List.of(),
                null,
                1,
                0);
    }

    static AppointmentRequest onSite() {
        return new AppointmentRequest(
                AppointmentKind.ON_SITE,
                LocalDate.of(2026, 12, 3),
                LocalTime.of(14, 0),
                60,
                "Helmstedt",
                "Südertor 6",
                null,
                new Language("ar"),
                null,
                null,
                false,
                null,
                false,
                "2026/0815",
                "Zimmer 12",
                1);
    }

    static Wanted wanted(Meeting meeting, GenderWish gender, boolean sameInterpreter) {
        var start = noon("2026-12-03");
        return new Wanted(
                meeting,
                start,
                start.plus(Duration.ofHours(1)),
                new Language("ar"),
                null,
                gender,
                null,
                sameInterpreter,
                "2026/0815",
                "bei Frau Geheim melden");
    }

    static Appointment appointment(Wanted wanted, AppointmentStatus status) {
        return new Appointment(
                new AppointmentId(new UUID(0, 7)),
                new DistrictId(new UUID(0, 1)),
                new OrganisationId(new UUID(0, 2)),
                null,
                wanted,
                status,
                1,
                noon("2026-11-23"),
                status == AppointmentStatus.CONFIRMED ? new InterpreterId(new UUID(0, 3)) : null,
                status == AppointmentStatus.CONFIRMED ? noon("2026-11-24") : null,
                null,
                null,
                null,
                noon("2026-11-23"));
    }
}
