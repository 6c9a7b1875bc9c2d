package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.request.InterpreterRequest;
import de.dolmetscherhotline.request.InterpreterRequest.Asked;
import de.dolmetscherhotline.request.RequestStatus;
import de.dolmetscherhotline.request.Requests;
import de.dolmetscherhotline.request.Requests.Change;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Requests in writing, as the pages show them. */
@Component
class RequestSheet {

    private final Requests requests;
    private final Organisations organisations;
    private final OfferedLanguages languages;
    private final Clock clock;

    RequestSheet(Requests requests, Organisations organisations, OfferedLanguages languages, Clock clock) {
        this.requests = requests;
        this.organisations = organisations;
        this.languages = languages;
        this.clock = clock;
    }

    /** A request, and whose it is. */
    record Found(InterpreterRequest request, Organisation organisation) {}

    /** One of her district; fails with 404 if it has none with that id. */
    Mono<Found> request(Staff who, UUID id) {
        return requests.byId(id, null)
                .flatMap(request -> organisations
                        .byId(request.asked().organisation())
                        .filter(owner -> owner.districtId().equals(who.district()))
                        .map(owner -> new Found(request, owner)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * A request in the list.
     *
     * @param status key of a message
     * @param minutes for how long it has been going on; null if it is over
     */
    public record Line(
            UUID id,
            UUID organisation,
            String organisationName,
            String language,
            boolean emergency,
            String status,
            boolean talked,
            Instant at,
            @Nullable Long minutes) {}

    Line line(InterpreterRequest request, Map<OrganisationId, String> names, Locale locale) {
        var asked = request.asked();
        var open = request.status() != RequestStatus.ENDED;
        return new Line(
                request.id(),
                asked.organisation().value(),
                names.getOrDefault(asked.organisation(), "–"),
                languages.name(asked.language(), locale),
                asked.emergency(),
                status(request),
                request.connectedAt() != null,
                request.requestedAt(),
                open ? Duration.between(request.requestedAt(), clock.instant()).toMinutes() : null);
    }

    /** Of what is over, the outcome says how. */
    private static String status(InterpreterRequest request) {
        var outcome = request.outcome();
        return request.status() == RequestStatus.ENDED && outcome != null
                ? "evaluation.outcome." + Words.word(outcome).replace('_', '-')
                : status(request.status());
    }

    private static String status(RequestStatus status) {
        return "portal.status." + Words.word(status);
    }

    /** How far it came when; the key of a message. */
    public record Past(String status, Instant at) {}

    Mono<Rendering.Builder<?>> page(Staff who, Found found, Entered typed, Locale locale) {
        return requests.history(found.request().id())
                .collectList()
                .map(history -> page(who, found, history, locale).modelAttribute("typed", typed));
    }

    private Rendering.Builder<?> page(Staff who, Found found, List<Change> history, Locale locale) {
        var request = found.request();
        var organisation = found.organisation();
        return DashboardViews.page("request")
                .modelAttribute("path", RequestsPage.PATH + "/" + request.id())
                .modelAttribute("line", line(request, Map.of(organisation.id(), organisation.name()), locale))
                .modelAttribute("asked", request.asked())
                .modelAttribute("gender", gender(request.asked()))
                .modelAttribute("number", request.number().written())
                .modelAttribute(
                        "history",
                        history.stream()
                                .map(change -> new Past(status(change.status()), change.at()))
                                .toList())
                .modelAttribute("cancellable", who.isAtLeast(Role.COORDINATOR) && isCancellable(request.status()))
                .modelAttribute(DashboardViews.DONE, "");
    }

    private static String gender(Asked asked) {
        var gender = asked.gender();
        if (gender == null) {
            return "";
        }
        return Words.text(
                Words.gender(asked.genderRequired() ? GenderWish.requirement(gender) : GenderWish.wish(gender)));
    }

    private static boolean isCancellable(RequestStatus status) {
        return switch (status) {
            case SEARCHING, RINGING, CALLING_YOU, PAUSED -> true;
            case CONNECTED, INTERRUPTED, NOBODY_FOUND, TRANSFERRED, ENDED -> false;
        };
    }
}
