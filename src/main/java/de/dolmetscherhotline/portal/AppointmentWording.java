package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.Absent;
import de.dolmetscherhotline.appointment.Actor;
import de.dolmetscherhotline.appointment.Appointment;
import de.dolmetscherhotline.appointment.AppointmentHistory;
import de.dolmetscherhotline.appointment.AppointmentList.Listed;
import de.dolmetscherhotline.appointment.Meeting;
import de.dolmetscherhotline.appointment.form.Choices;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.language.PageLanguageNames;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appointments as pages show them. */
@Component
class AppointmentWording {

    private static final String STATUS = "portal.appointment.status.";

    private final PageLanguageNames names;
    private final Clock clock;

    AppointmentWording(PageLanguageNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /**
     * An appointment in words.
     *
     * @param round to be sent along by who wants somebody else
     * @param hourComesTwice whether clocks are put back at that time
     * @param municipality null if by telephone; likewise {@code address}
     * @param number null if on site
     * @param subject key of a message; null if none was named; likewise {@code gender} and {@code role}
     * @param status key of a message
     * @param explanation key of a message: what that means
     * @param mark class of the style for the status
     * @param interpreter first name of who comes or came; null if nobody
     * @param interpreterGender key of a message; null if not known
     */
    public record Shown(
            UUID id,
            @Nullable UUID series,
            int round,
            String language,
            String day,
            String time,
            boolean hourComesTwice,
            @Nullable String municipality,
            @Nullable String address,
            @Nullable String number,
            @Nullable String contactNote,
            @Nullable String subject,
            @Nullable String gender,
            @Nullable String role,
            boolean sameInterpreter,
            @Nullable String caseReference,
            String status,
            String explanation,
            String mark,
            @Nullable String interpreter,
            @Nullable String interpreterGender,
            Possible possible) {}

    /** What a member can do about it now. */
    public record Possible(boolean cancel, boolean substitute, boolean noShow) {

        private static Possible with(Appointment appointment, Instant now) {
            var ahead = appointment.wanted().start().isAfter(now);
            return switch (appointment.status()) {
                case ASKING, OPEN -> new Possible(ahead, false, false);
                case CONFIRMED -> new Possible(ahead, ahead, !ahead);
                case HELD -> new Possible(false, false, true);
                case CANCELLED, NO_SHOW, UNFILLED -> new Possible(false, false, false);
            };
        }
    }

    Shown of(Listed listed, Locale locale, ZoneId zone) {
        var appointment = listed.appointment();
        var wanted = appointment.wanted();
        var series = appointment.series();
        var site = wanted.meeting() instanceof Meeting.OnSite onSite ? onSite : null;
        var start = LocalDateTime.ofInstant(wanted.start(), zone);
        var status = status(appointment);
        return new Shown(
                appointment.id().value(),
                series == null ? null : series.id(),
                appointment.round(),
                names.of(wanted.language(), locale),
                day(start, locale),
                time(start, LocalDateTime.ofInstant(wanted.end(), zone), locale),
                zone.getRules().getValidOffsets(start).size() > 1,
                site == null ? null : site.municipality(),
                site == null ? null : site.address(),
                wanted.meeting() instanceof Meeting.ByPhone phone
                        ? phone.number().e164()
                        : null,
                wanted.contactNote(),
                key("portal.subject.", Choices.word(wanted.subject())),
                key("portal.gender.", Choices.gender(wanted.gender())),
                key("portal.role.", Choices.word(wanted.role())),
                wanted.sameInterpreter(),
                wanted.caseReference(),
                STATUS + status,
                STATUS + status + ".means",
                mark(appointment),
                appointment.interpreter() == null ? null : listed.interpreterFirstName(),
                gender(listed.interpreterGender()),
                Possible.with(appointment, clock.instant()));
    }

    private static @Nullable String key(String prefix, String word) {
        return word.isEmpty() ? null : prefix + word;
    }

    private static @Nullable String gender(@Nullable Gender gender) {
        return gender == null ? null : "portal.interpreter." + Choices.word(gender);
    }

    private static String day(LocalDateTime start, Locale locale) {
        var pattern = isEnglish(locale) ? "EEEE, d MMMM yyyy" : "EEEE, d. MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(start);
    }

    private static String time(LocalDateTime start, LocalDateTime end, Locale locale) {
        var format = DateTimeFormatter.ofPattern("HH:mm", locale);
        return format.format(start) + "–" + format.format(end) + (isEnglish(locale) ? "" : " Uhr");
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private String status(Appointment appointment) {
        return switch (appointment.status()) {
            case ASKING -> "asking";
            case OPEN -> "open";
            case CONFIRMED -> confirmed(appointment);
            case CANCELLED -> "cancelled";
            case HELD -> "held";
            case NO_SHOW -> absent(appointment.absent());
            case UNFILLED -> "unfilled";
        };
    }

    private String confirmed(Appointment appointment) {
        if (!appointment.wanted().start().isAfter(clock.instant())) {
            return "running";
        }
        if (appointment.isDoubted()) {
            return "doubted";
        }
        return switch (appointment.wanted().meeting()) {
            case Meeting.OnSite site -> "confirmed-on-site";
            case Meeting.ByPhone phone -> "confirmed-phone";
        };
    }

    private static String absent(@Nullable Absent absent) {
        return "absent-" + Choices.word(absent);
    }

    private static String mark(Appointment appointment) {
        return switch (appointment.status()) {
            case ASKING, OPEN -> "open";
            case CONFIRMED -> appointment.isDoubted() ? "open" : "accepted";
            case HELD -> "accepted";
            case CANCELLED, NO_SHOW, UNFILLED -> "";
        };
    }

    /**
     * Something that happened, or several times in a row.
     *
     * @param event key of a message
     * @param by key of a message: who did it; null if that goes without saying
     * @param reason in their words
     */
    public record Past(
            String event,
            int times,
            String at,
            @Nullable String by,
            @Nullable String reason) {

        private boolean isMoreOf(Past next) {
            return event.equals(next.event) && reason == null && next.reason == null;
        }
    }

    List<Past> of(List<AppointmentHistory.Entry> history, Locale locale, ZoneId zone) {
        var past = new ArrayList<Past>();
        for (var entry : history) {
            var next = past(entry, locale, zone);
            if (past.isEmpty() || !past.getLast().isMoreOf(next)) {
                past.add(next);
            } else {
                var last = past.removeLast();
                past.add(new Past(next.event(), last.times() + 1, next.at(), next.by(), null));
            }
        }
        return List.copyOf(past);
    }

    private static Past past(AppointmentHistory.Entry entry, Locale locale, ZoneId zone) {
        return new Past(
                "portal.appointment.event." + Choices.word(entry.event()).replace('_', '-'),
                1,
                moment(entry.at(), locale, zone),
                by(entry),
                entry.reason());
    }

    private static @Nullable String by(AppointmentHistory.Entry entry) {
        return switch (entry.event()) {
            case BOOKED, SUBSTITUTION, CANCELLED, NO_SHOW -> actor(entry.actor());
            case ASKED, DECLINED, NOBODY_LEFT, CONFIRMED, DOUBTED, WITHDRAWN, REMINDED, BEGUN, HELD, UNFILLED -> null;
        };
    }

    private static @Nullable String actor(Actor actor) {
        return switch (actor) {
            case COORDINATOR, ORGANISATION -> "portal.appointment.by." + Choices.word(actor);
            case INTERPRETER, SYSTEM -> null;
        };
    }

    /** When something was, to the minute. */
    static String moment(Instant instant, Locale locale, ZoneId zone) {
        var pattern = isEnglish(locale) ? "d MMM yyyy, HH:mm" : "d.M.yyyy, HH:mm 'Uhr'";
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
    }
}
