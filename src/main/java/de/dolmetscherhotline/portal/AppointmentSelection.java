package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.AppointmentList.Filter;
import de.dolmetscherhotline.appointment.AppointmentList.Order;
import de.dolmetscherhotline.appointment.AppointmentStatus;
import de.dolmetscherhotline.appointment.form.Choices;
import de.dolmetscherhotline.appointment.form.Readings;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which appointments a page lists. What cannot be read is as if nothing had been chosen.
 *
 * @param over whether those that are over or cancelled; else those that are ahead
 * @param status only those of one status; null = of all
 * @param from first day; null = from the beginning
 * @param to last day; null = to the end
 * @param page counted from 0
 */
record AppointmentSelection(
        boolean over,
        @Nullable AppointmentStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ZoneId zone,
        int page) {

    private static final String OVER = "over";
    private static final Set<AppointmentStatus> AHEAD =
            EnumSet.of(AppointmentStatus.ASKING, AppointmentStatus.OPEN, AppointmentStatus.CONFIRMED);

    /** As an address has it. */
    record Typed(
            @Nullable String show,
            @Nullable String status,
            @Nullable String from,
            @Nullable String to,
            @Nullable String page) {}

    static AppointmentSelection read(Typed typed, ZoneId zone) {
        var over = OVER.equals(typed.show());
        return new AppointmentSelection(
                over,
                Choices.constant(AppointmentStatus.class, text(typed.status()))
                        .filter(one -> statuses(over).contains(one))
                        .orElse(null),
                day(typed.from()).orElse(null),
                day(typed.to()).orElse(null),
                zone,
                page(text(typed.page())));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** What does not fit into a time of the database is nonsense. */
    private static Optional<LocalDate> day(@Nullable String typed) {
        return Readings.first(List.of(DateTimeFormatter.ISO_LOCAL_DATE), text(typed), LocalDate::from)
                .filter(day -> day.getYear() >= 2000 && day.getYear() < 3000);
    }

    private static int page(String typed) {
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
    }

    private static Set<AppointmentStatus> statuses(boolean over) {
        return over ? EnumSet.complementOf(EnumSet.copyOf(AHEAD)) : AHEAD;
    }

    Filter filter(OrganisationId organisation) {
        return Filter.of(
                organisation,
                status == null ? statuses(over) : Set.of(status),
                from == null ? null : begin(from),
                to == null ? null : begin(to.plusDays(1)));
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    Order order() {
        return over ? Order.LATEST_FIRST : Order.EARLIEST_FIRST;
    }

    /** For addresses. */
    public String show() {
        return over ? OVER : "ahead";
    }

    /** The status in words of addresses; empty if none was chosen. */
    public String statusWord() {
        return Choices.word(status);
    }

    /** The words of the statuses that can be chosen. */
    public List<String> choices() {
        return statuses(over).stream().map(Choices::word).toList();
    }

    public boolean isNarrowed() {
        return status != null || from != null || to != null;
    }
}
