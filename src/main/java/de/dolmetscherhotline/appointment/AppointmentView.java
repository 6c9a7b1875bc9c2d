package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.appointment.AppointmentInvitations.Answer;
import de.dolmetscherhotline.appointment.AppointmentList.Listed;
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
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Appointment")
record AppointmentView(
        UUID id,

        @Schema(description = "the same for all of a series; null if it is not repeated") @Nullable
        UUID seriesId,

        DistrictId districtId,
        OrganisationId organisationId,
        AppointmentKind kind,
        Instant startsAt,
        long minutes,
        @Nullable String municipality,
        @Nullable String address,

        @Schema(description = "which number of the organisation is called") @Nullable
        PhoneNumber phoneNumber,

        Language language,
        @Nullable Subject subject,
        @Nullable Gender gender,
        boolean genderRequired,
        @Nullable Role role,
        boolean sameInterpreter,
        @Nullable String caseReference,
        @Nullable String contactNote,
        AppointmentStatus status,

        @Schema(description = "who has it; null if nobody") @Nullable
        Person interpreter,

        @Nullable Instant confirmedAt,

        @Schema(description = "since when whoever has it is recorded as away at that time; null if she is not")
        @Nullable
        Instant doubtedAt,

        @Schema(description = "by telephone: the call, once it has begun") @Nullable
        CallId callId,

        @Schema(description = "who did not come") @Nullable Absent absent,

        Instant createdAt,

        @Schema(description = "what happened, oldest first; not in lists") @Nullable
        List<EntryView> history,

        @Schema(description = "who was asked, in this order; only for coordinators, not in lists") @Nullable
        List<InvitationView> invitations) {

    /**
     * Who interprets.
     *
     * @param id null for organisations
     * @param name for organisations the first name only
     */
    @Schema(name = "AppointedInterpreter")
    record Person(
            @Schema(description = "only for coordinators") @Nullable
            InterpreterId id,

            @Schema(description = "for organisations only the first name") @Nullable
            String name,

            @Nullable Gender gender) {}

    /** For whom it is meant: an organisation need not know who exactly interprets. */
    enum Reader {
        COORDINATOR,
        ORGANISATION
    }

    static AppointmentView of(Listed listed, Reader reader) {
        var appointment = listed.appointment();
        var wanted = appointment.wanted();
        var series = appointment.series();
        var site = wanted.meeting() instanceof Meeting.OnSite onSite ? onSite : null;
        return new AppointmentView(
                appointment.id().value(),
                series == null ? null : series.id(),
                appointment.district(),
                appointment.organisation(),
                wanted.meeting().kind(),
                wanted.start(),
                wanted.minutes(),
                site == null ? null : site.municipality(),
                site == null ? null : site.address(),
                wanted.meeting() instanceof Meeting.ByPhone phone ? phone.number() : null,
                wanted.language(),
                wanted.subject(),
                gender(wanted.gender()),
                wanted.gender() instanceof GenderWish.Requirement,
                wanted.role(),
                wanted.sameInterpreter(),
                wanted.caseReference(),
                wanted.contactNote(),
                appointment.status(),
                appointment.interpreter() == null ? null : person(listed, reader),
                appointment.confirmedAt(),
                appointment.isDoubted() ? appointment.doubtedAt() : null,
                appointment.call(),
                appointment.absent(),
                appointment.createdAt(),
                null,
                null);
    }

    AppointmentView with(List<EntryView> entries) {
        return with(entries, invitations);
    }

    AppointmentView withInvitations(List<InvitationView> invited) {
        return with(history, invited);
    }

    private AppointmentView with(@Nullable List<EntryView> entries, @Nullable List<InvitationView> invited) {
        return new AppointmentView(
                id,
                seriesId,
                districtId,
                organisationId,
                kind,
                startsAt,
                minutes,
                municipality,
                address,
                phoneNumber,
                language,
                subject,
                gender,
                genderRequired,
                role,
                sameInterpreter,
                caseReference,
                contactNote,
                status,
                interpreter,
                confirmedAt,
                doubtedAt,
                callId,
                absent,
                createdAt,
                entries,
                invited);
    }

    private static @Nullable Gender gender(GenderWish wish) {
        return switch (wish) {
            case GenderWish.None none -> null;
            case GenderWish.Wish wished -> wished.gender();
            case GenderWish.Requirement required -> required.gender();
        };
    }

    private static Person person(Listed listed, Reader reader) {
        var gender = listed.interpreterGender();
        return switch (reader) {
            case COORDINATOR -> new Person(listed.appointment().interpreter(), listed.interpreterName(), gender);
            case ORGANISATION -> new Person(null, listed.interpreterFirstName(), gender);
        };
    }

    @Schema(name = "AppointmentEntry")
    record EntryView(
            Instant at,
            AppointmentEvent event,
            Actor actor,

            @Schema(description = "whom it is about; only for coordinators") @Nullable
            InterpreterId interpreterId,

            @Nullable String reason) {

        static EntryView of(AppointmentHistory.Entry entry, Reader reader) {
            return new EntryView(
                    entry.at(),
                    entry.event(),
                    entry.actor(),
                    switch (reader) {
                        case COORDINATOR -> entry.about();
                        case ORGANISATION -> null;
                    },
                    entry.reason());
        }
    }

    @Schema(name = "AppointmentInvitation")
    record InvitationView(
            InterpreterId interpreterId,
            Instant invitedAt,

            @Schema(description = "null if there is none yet") @Nullable
            Answer answer) {

        static InvitationView of(AppointmentInvitations.Invitation invitation) {
            return new InvitationView(invitation.who(), invitation.invitedAt(), invitation.answer());
        }
    }
}
