package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.appointment.Appointment;
import de.dolmetscherhotline.appointment.AppointmentHistory;
import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.AppointmentInvitations;
import de.dolmetscherhotline.appointment.AppointmentInvitations.Invitation;
import de.dolmetscherhotline.appointment.AppointmentList;
import de.dolmetscherhotline.appointment.AppointmentList.Listed;
import de.dolmetscherhotline.appointment.AppointmentStatus;
import de.dolmetscherhotline.appointment.Meeting;
import de.dolmetscherhotline.appointment.Suitable;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.organisation.OrganisationList;
import de.dolmetscherhotline.pool.MemberNames;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Appointments, as the pages show them: also who was asked, which organisations do not see. */
@Component
class AppointmentSheet {

    private final AppointmentList appointments;
    private final AppointmentInvitations invitations;
    private final AppointmentHistory history;
    private final Suitable suitable;
    private final MemberNames members;
    private final OrganisationList organisations;
    private final OfferedLanguages languages;
    private final Clock clock;

    AppointmentSheet(
            AppointmentList appointments,
            AppointmentInvitations invitations,
            AppointmentHistory history,
            Suitable suitable,
            MemberNames members,
            OrganisationList organisations,
            OfferedLanguages languages,
            Clock clock) {
        this.appointments = appointments;
        this.invitations = invitations;
        this.history = history;
        this.suitable = suitable;
        this.members = members;
        this.organisations = organisations;
        this.languages = languages;
        this.clock = clock;
    }

    /** One of her district; fails with 404 if it has none with that id. */
    Mono<Listed> appointment(Staff who, UUID id) {
        return appointments
                .byId(new AppointmentId(id))
                .filter(listed -> listed.appointment().district().equals(who.district()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * An appointment in the list.
     *
     * @param place null if by telephone
     * @param status key of a message
     * @param interpreter null if nobody has it
     * @param round how many times it was begun to ask
     */
    public record Line(
            UUID id,
            UUID organisation,
            String organisationName,
            ZonedDateTime start,
            ZonedDateTime end,
            @Nullable String place,
            String language,
            String status,
            boolean doubted,
            boolean unmet,
            boolean settled,
            @Nullable UUID interpreterId,
            @Nullable String interpreter,
            int round) {

        /** Without names. */
        @Override
        public String toString() {
            return "Line " + id;
        }
    }

    Line line(Staff who, Listed listed, Map<OrganisationId, String> names, Locale locale) {
        var appointment = listed.appointment();
        var wanted = appointment.wanted();
        var interpreter = appointment.interpreter();
        return new Line(
                appointment.id().value(),
                appointment.organisation().value(),
                names.getOrDefault(appointment.organisation(), "–"),
                wanted.start().atZone(who.zone()),
                wanted.end().atZone(who.zone()),
                wanted.meeting() instanceof Meeting.OnSite site ? site.municipality() : null,
                languages.name(wanted.language(), locale),
                "portal.appointments.status." + Words.word(appointment.status()),
                appointment.isDoubted(),
                appointment.status() == AppointmentStatus.OPEN || appointment.status() == AppointmentStatus.UNFILLED,
                appointment.status() == AppointmentStatus.CONFIRMED || appointment.status() == AppointmentStatus.HELD,
                interpreter == null ? null : interpreter.value(),
                listed.interpreterName(),
                appointment.round());
    }

    /**
     * Somebody who was asked.
     *
     * @param answer key of a message
     */
    public record Asked(UUID id, String name, Instant at, String answer) {

        /** Without the name. */
        @Override
        public String toString() {
            return "Asked " + id;
        }
    }

    /**
     * Something that happened.
     *
     * @param event key of a message, likewise {@code actor}
     * @param about whom it was about; null if about nobody
     */
    public record Past(
            Instant at,
            String event,
            String actor,
            @Nullable String about,
            @Nullable String reason) {

        /** Without the name. */
        @Override
        public String toString() {
            return "Past " + event;
        }
    }

    /** Somebody who could have it; her id as text: she is offered, nothing is shown of her. */
    public record Choice(String value, String words) {}

    /** What a coordinator can do about it now. */
    public record Possible(boolean cancel, boolean substitute, boolean askAnew, boolean assign) {

        private static final Possible NOTHING = new Possible(false, false, false, false);

        private static Possible with(Staff who, Appointment appointment, Instant now) {
            if (!who.isAtLeast(Role.COORDINATOR)
                    || !appointment.wanted().start().isAfter(now)) {
                return NOTHING;
            }
            return switch (appointment.status()) {
                case ASKING -> new Possible(true, false, false, true);
                case OPEN -> new Possible(true, false, true, true);
                case CONFIRMED -> new Possible(true, true, false, false);
                case HELD, CANCELLED, NO_SHOW, UNFILLED -> NOTHING;
            };
        }

        public boolean any() {
            return cancel;
        }
    }

    Mono<Rendering.Builder<?>> page(Staff who, Listed listed, Entered typed, Locale locale) {
        var appointment = listed.appointment();
        var possible = Possible.with(who, appointment, clock.instant());
        return organisations
                .names(who.district())
                .map(names -> facts(who, listed, names, locale)
                        .modelAttribute("typed", typed)
                        .modelAttribute("possible", possible))
                .flatMap(page -> withWhatHappened(page, appointment.id()))
                .flatMap(page -> withChoices(page, appointment, possible));
    }

    private Rendering.Builder<?> facts(Staff who, Listed listed, Map<OrganisationId, String> names, Locale locale) {
        var appointment = listed.appointment();
        var wanted = appointment.wanted();
        return DashboardViews.page("appointment")
                .modelAttribute("path", AppointmentsPage.PATH + "/" + appointment.id())
                .modelAttribute("line", line(who, listed, names, locale))
                .modelAttribute("wanted", wanted)
                .modelAttribute("gender", Words.text(Words.gender(wanted.gender())))
                .modelAttribute("where", where(wanted.meeting()))
                .modelAttribute(DashboardViews.DONE, "");
    }

    private static String where(Meeting meeting) {
        return switch (meeting) {
            case Meeting.OnSite site -> Words.text(site.address());
            case Meeting.ByPhone phone -> phone.number().written();
        };
    }

    private Mono<Rendering.Builder<?>> withWhatHappened(Rendering.Builder<?> page, AppointmentId id) {
        return invitations
                .to(id)
                .collectList()
                .zipWith(history.of(id).collectList(), Course::new)
                .flatMap(course -> members.of(course.people())
                        .map(names -> page.modelAttribute(
                                        "asked",
                                        course.invitations().stream()
                                                .map(one -> asked(one, names))
                                                .toList())
                                .modelAttribute(
                                        "history",
                                        course.entries().stream()
                                                .map(one -> past(one, names))
                                                .toList())));
    }

    private record Course(List<Invitation> invitations, List<AppointmentHistory.Entry> entries) {

        private List<InterpreterId> people() {
            return Stream.concat(
                            invitations.stream().map(Invitation::who),
                            entries.stream()
                                    .map(AppointmentHistory.Entry::about)
                                    .filter(Objects::nonNull))
                    .distinct()
                    .toList();
        }
    }

    private static Asked asked(Invitation invitation, Map<InterpreterId, String> names) {
        var answer = invitation.answer();
        return new Asked(
                invitation.who().value(),
                names.getOrDefault(invitation.who(), "–"),
                invitation.invitedAt(),
                "organisations.answer." + (answer == null ? "none" : Words.word(answer)));
    }

    private static Past past(AppointmentHistory.Entry entry, Map<InterpreterId, String> names) {
        var about = entry.about();
        return new Past(
                entry.at(),
                "organisations.event." + Words.word(entry.event()),
                "organisations.actor." + Words.word(entry.actor()),
                about == null ? null : names.get(about),
                entry.reason());
    }

    private Mono<Rendering.Builder<?>> withChoices(
            Rendering.Builder<?> page, Appointment appointment, Possible possible) {
        if (!possible.assign()) {
            return Mono.just(page.modelAttribute("choices", List.of()));
        }
        return suitable.couldHaveIt(appointment)
                .collectList()
                .flatMap(members::of)
                .map(names -> names.entrySet().stream()
                        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
                        .sorted(Comparator.comparing(Choice::words, String.CASE_INSENSITIVE_ORDER))
                        .toList())
                .map(choices -> page.modelAttribute("choices", choices));
    }
}
