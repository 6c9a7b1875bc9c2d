package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.appointment.AppointmentList.Filter;
import de.dolmetscherhotline.appointment.AppointmentList.Listed;
import de.dolmetscherhotline.appointment.AppointmentList.Order;
import de.dolmetscherhotline.appointment.AppointmentView.EntryView;
import de.dolmetscherhotline.appointment.AppointmentView.InvitationView;
import de.dolmetscherhotline.appointment.AppointmentView.Reader;
import de.dolmetscherhotline.idempotency.Idempotency;
import de.dolmetscherhotline.idempotency.TakesIdempotencyKey;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Problems.FieldProblem;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.work.WorkQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(AppointmentsApi.PATH)
@Tag(name = "Appointments", description = "interpreters for a later time, on site or by telephone")
class AppointmentsApi {

    static final String PATH = "/api/v1/appointments";

    private final Booking booking;
    private final AppointmentList appointments;
    private final AppointmentInvitations invitations;
    private final AppointmentHistory history;
    private final CalendarFile files;
    private final Idempotency idempotency;
    private final WorkQueue work;

    AppointmentsApi(
            Booking booking,
            AppointmentList appointments,
            AppointmentInvitations invitations,
            AppointmentHistory history,
            CalendarFile files,
            Idempotency idempotency,
            WorkQueue work) {
        this.booking = booking;
        this.appointments = appointments;
        this.invitations = invitations;
        this.history = history;
        this.files = files;
        this.idempotency = idempotency;
        this.work = work;
    }

    @PostMapping
    @TakesIdempotencyKey
    @Operation(
            summary = "Ask for an appointment, or for one every week",
            description =
                    "Suitable interpreters are asked by text, a few at a time; the first who says yes has it. A language"
                            + " that nobody speaks is taken too: its status is open then, and it counts as unmet demand.")
    Mono<ResponseEntity<BookedView>> book(
            ServerHttpRequest request,
            @Valid @RequestBody AppointmentForm body,
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        return idempotency
                .once(request, body, BookedView.class, Mono.defer(() -> book(body, who)))
                .doOnNext(booked -> work.nudge());
    }

    private Mono<ResponseEntity<BookedView>> book(AppointmentForm body, @Nullable OnBehalf who) {
        return booking.book(organisation(body, who), body.request(), by(who, null))
                .switchIfEmpty(Mono.error(() -> Problems.invalid("organisationId", "there is no such organisation")))
                .map(AppointmentsApi::booked);
    }

    private static OrganisationId organisation(AppointmentForm body, @Nullable OnBehalf who) {
        var named = body.organisationId();
        if (who == null) {
            if (named == null) {
                throw Problems.invalid("organisationId", "must be given");
            }
            return named;
        }
        if (named != null && !named.equals(who.organisation())) {
            throw Problems.invalid("organisationId", "there is no such organisation");
        }
        return who.organisation();
    }

    private static ResponseEntity<BookedView> booked(Booked booked) {
        return switch (booked) {
            case Booked.Done done -> {
                var ids = done.appointments().stream()
                        .map(appointment -> appointment.id().value())
                        .toList();
                yield ResponseEntity.created(URI.create(PATH + "/" + ids.getFirst()))
                        .body(new BookedView(ids.getFirst(), ids));
            }
            case Booked.Wrong wrong ->
                throw Problems.invalid(wrong.faults().stream()
                        .map(fault ->
                                new FieldProblem(fault.field(), fault.reason().english()))
                        .toList());
        };
    }

    @Schema(name = "BookedAppointment")
    record BookedView(
            UUID id,

            @Schema(description = "of all that were made, earliest first")
            List<UUID> ids) {}

    /** Which appointments. */
    record ListQuery(
            @Parameter(description = "only those of this district") @Nullable
            UUID districtId,

            @Parameter(description = "only those of this organisation; an organisation sees only its own") @Nullable
            UUID organisationId,

            @Parameter(description = "only those that this interpreter has; only for coordinators") @Nullable
            UUID interpreterId,

            @Parameter(description = "only those of this series") @Nullable
            UUID seriesId,

            @Parameter(description = "only those in this language; BCP 47 tag") @Nullable @KnownLanguage
            String language,

            @Parameter(description = "only those with one of these") @Nullable
            Set<AppointmentStatus> status,

            @Parameter(description = "only those that nobody took: open, or unfilled; not together with status")
            @Nullable
            Boolean unmet,

            @Parameter(description = "only those whose interpreter is recorded as away at that time") @Nullable
            Boolean doubted,

            @Parameter(description = "only those that end after it") @Nullable
            Instant from,

            @Parameter(description = "only those that start before it") @Nullable
            Instant to) {

        private static final Set<AppointmentStatus> UNMET = Set.of(AppointmentStatus.OPEN, AppointmentStatus.UNFILLED);

        private Filter filter(@Nullable OnBehalf who) {
            return new Filter(
                    districtId,
                    who == null ? id(organisationId) : who.organisation(),
                    who == null && interpreterId != null ? new InterpreterId(interpreterId) : null,
                    seriesId,
                    language == null ? null : new Language(language),
                    statuses(),
                    from,
                    to,
                    Boolean.TRUE.equals(doubted));
        }

        private Set<AppointmentStatus> statuses() {
            if (Boolean.TRUE.equals(unmet)) {
                if (status != null) {
                    throw Problems.invalid("unmet", "not together with status");
                }
                return UNMET;
            }
            return status == null ? Set.of() : status;
        }

        private static @Nullable OrganisationId id(@Nullable UUID organisation) {
            return organisation == null ? null : new OrganisationId(organisation);
        }
    }

    @GetMapping
    @Operation(
            summary = "List appointments, latest first",
            description = "With unmet=true the demand that nobody met, or has met so far, earliest first.")
    Mono<ResponseEntity<List<AppointmentView>>> list(
            @Valid @ParameterObject PageQuery page,
            @Valid @ParameterObject ListQuery query,
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        if (who != null
                && query.organisationId() != null
                && !who.organisation().value().equals(query.organisationId())) {
            throw Problems.notFound("organisation");
        }
        var filter = query.filter(who);
        var order = Boolean.TRUE.equals(query.unmet()) ? Order.EARLIEST_FIRST : Order.LATEST_FIRST;
        return Responses.listed(
                appointments
                        .page(filter, order, page.limit(), page.offset())
                        .map(listed -> AppointmentView.of(listed, reader(who))),
                appointments.count(filter));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at an appointment, with what happened to it")
    Mono<AppointmentView> one(
            @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        return visible(id, who).flatMap(listed -> details(listed, who));
    }

    private Mono<AppointmentView> details(Listed listed, @Nullable OnBehalf who) {
        var id = listed.appointment().id();
        var view = AppointmentView.of(listed, reader(who));
        return history.of(id)
                .map(entry -> EntryView.of(entry, reader(who)))
                .collectList()
                .flatMap(entries -> who == null ? withInvitations(view, id, entries) : Mono.just(view.with(entries)));
    }

    /** An organisation need not know who was asked. */
    private Mono<AppointmentView> withInvitations(AppointmentView view, AppointmentId id, List<EntryView> entries) {
        return invitations
                .to(id)
                .map(InvitationView::of)
                .collectList()
                .map(invited -> view.with(entries).withInvitations(invited));
    }

    @GetMapping(path = "/{id}.ics", produces = CalendarFile.MEDIA_TYPE)
    @Operation(
            summary = "Get an appointment as a calendar file",
            description = "Without telephone numbers and references.")
    Mono<ResponseEntity<String>> calendar(
            @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        return visible(id, who)
                .map(listed -> ResponseEntity.ok()
                        .header("Content-Disposition", "attachment; filename=\"" + id + ".ics\"")
                        .body(files.of(List.of(listed.appointment()))));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(
            summary = "Cancel an appointment before it begins",
            description = "The interpreter who has it, and those who were asked, are told by text.")
    Mono<AppointmentView> cancel(
            @PathVariable UUID id,
            @Valid @RequestBody ReasonForm body,
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        return change(id, who, body.reason(), booking::cancel);
    }

    @PostMapping("/{id}/substitution")
    @TakesIdempotencyKey
    @Operation(
            summary = "Ask others for an appointment that somebody has",
            description =
                    "Whoever has it is told by text, and is not asked again. Sent again without an Idempotency-Key it concerns"
                            + " whoever has it by then.")
    Mono<AppointmentView> substitute(
            ServerHttpRequest request,
            @PathVariable UUID id,
            @Valid @RequestBody ReasonForm body,
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        var substituted = changed(id, who, body.reason(), booking::substitute).map(ResponseEntity::ok);
        return idempotency.once(request, body, UUID.class, substituted).then(Mono.defer(() -> shown(id, who)));
    }

    @PostMapping("/{id}/no-show")
    @Operation(summary = "Record that somebody did not come", description = "Once the appointment has begun.")
    Mono<AppointmentView> noShow(
            @PathVariable UUID id,
            @Valid @RequestBody NoShowForm body,
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        return change(id, who, body.reason(), (appointment, by) -> booking.noShow(appointment, body.absent(), by));
    }

    private Mono<AppointmentView> change(
            UUID id,
            @Nullable OnBehalf who,
            @Nullable String reason,
            BiFunction<AppointmentId, By, Mono<Changed>> deed) {
        return changed(id, who, reason, deed).then(Mono.defer(() -> shown(id, who)));
    }

    private Mono<UUID> changed(
            UUID id,
            @Nullable OnBehalf who,
            @Nullable String reason,
            BiFunction<AppointmentId, By, Mono<Changed>> deed) {
        return visible(id, who)
                .flatMap(listed -> deed.apply(listed.appointment().id(), by(who, reason)))
                .flatMap(changed -> switch (changed) {
                    case Changed.Done done -> Mono.just(id);
                    case Changed.NotPossible not ->
                        Mono.error(() -> notPossible(not.as().status()));
                });
    }

    /** As it is after a change. */
    private Mono<AppointmentView> shown(UUID id, @Nullable OnBehalf who) {
        work.nudge();
        return visible(id, who).map(listed -> AppointmentView.of(listed, reader(who)));
    }

    private static ErrorResponseException notPossible(AppointmentStatus status) {
        return Problems.conflict("That is not possible now; the status of the appointment is " + word(status) + ".");
    }

    /** What belongs to another organisation is not there. */
    private Mono<Listed> visible(UUID id, @Nullable OnBehalf who) {
        return appointments
                .byId(new AppointmentId(id))
                .filter(listed -> who == null
                        || who.organisation().equals(listed.appointment().organisation()))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("appointment")));
    }

    private static By by(@Nullable OnBehalf who, @Nullable String reason) {
        return who == null ? By.coordinator(reason) : By.organisation(reason);
    }

    private static Reader reader(@Nullable OnBehalf who) {
        return who == null ? Reader.COORDINATOR : Reader.ORGANISATION;
    }

    @Schema(name = "Reason")
    record ReasonForm(
            @Schema(description = "for the history; without names")
            @Nullable
            @Size(max = 300)
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String reason) {}

    @Schema(name = "NoShow")
    record NoShowForm(
            @NotNull Absent absent,

            @Nullable @Size(max = 300) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String reason) {}
}
