package de.dolmetscherhotline.call.api;

import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.call.guest.Guest;
import de.dolmetscherhotline.call.guest.GuestRefusal;
import de.dolmetscherhotline.call.guest.GuestState;
import de.dolmetscherhotline.call.guest.Guests;
import de.dolmetscherhotline.call.guest.Invitation.Invited;
import de.dolmetscherhotline.call.guest.Invitation.Refused;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.platform.Responses.Created;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Third parties of a call, for coordinators, and for the organisation whose call it is. */
@RestController
@RequestMapping("/api/v1/calls/{callId}/guests")
@Tag(name = "Guests", description = "third parties who are rung into a conversation")
class GuestsApi {

    private final Guests guests;

    GuestsApi(Guests guests) {
        this.guests = guests;
    }

    @PostMapping
    @Operation(
            summary = "Ring somebody into the conversation",
            description =
                    "Only while both talk. Whoever picks up hears who calls and joins by pressing 1. Nobody sees the"
                            + " number, and it is forgotten when they leave. 409 with a reason while there is no conversation"
                            + " (no_conversation), it is full (full), or the number has been invited (already_invited); 429 beyond"
                            + " the cap of the day (daily_cap); 400 for a number that may not be rung (country, number).")
    Mono<ResponseEntity<Created>> invite(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who,
            @PathVariable UUID callId,
            @Valid @RequestBody NewGuest body) {
        return guests.invite(new CallId(callId), behalf(who), body.number())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("call")))
                .flatMap(invitation -> switch (invitation) {
                    case Invited invited ->
                        Mono.just(Responses.created(
                                "/api/v1/calls/" + callId + "/guests",
                                invited.guest().value()));
                    case Refused refused -> Mono.error(() -> problem(refused.why()));
                });
    }

    private static ErrorResponseException problem(GuestRefusal why) {
        ErrorResponseException problem = switch (why) {
            case NO_CONVERSATION -> Problems.conflict("Nobody talks in this call at the moment.");
            case FULL -> Problems.conflict("There are as many guests in this call as there may be.");
            case ALREADY_INVITED -> Problems.conflict("This number is being rung, or in the conversation, already.");
            case DAILY_CAP -> Problems.tooMany("The organisation has invited as many guests today as it may.");
            case COUNTRY -> Problems.invalid("number", "is in a country where this organisation may not ring");
            case NUMBER -> Problems.invalid("number", "is not a number that may be dialled");
        };
        problem.getBody().setProperty("reason", why);
        return problem;
    }

    @GetMapping
    @Operation(
            summary = "List the guests of a call",
            description = "Also those who have left; in the order of invitation.")
    Mono<List<GuestOfCall>> list(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who, @PathVariable UUID callId) {
        return guests.of(new CallId(callId), behalf(who))
                .map(all -> all.stream().map(GuestOfCall::of).toList())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("call")));
    }

    @PutMapping("/{guestId}/hold")
    @Operation(
            summary = "Put a guest on hold, or take it back",
            description = "On hold a guest hears music; the others do not hear the guest.")
    Mono<ResponseEntity<Void>> hold(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who,
            @PathVariable UUID callId,
            @PathVariable UUID guestId,
            @Valid @RequestBody Hold body) {
        return guests.hold(new CallId(callId), behalf(who), new GuestId(guestId), body.held())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("guest")))
                .flatMap(done -> done
                        ? Mono.just(ResponseEntity.noContent().build())
                        : Mono.error(() -> Problems.conflict("This guest is not in the conversation.")));
    }

    @DeleteMapping("/{guestId}")
    @Operation(
            summary = "Drop a guest",
            description = "Also while the telephone still rings. Whoever is gone already stays gone.")
    Mono<ResponseEntity<Void>> drop(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who,
            @PathVariable UUID callId,
            @PathVariable UUID guestId) {
        return Responses.removed(guests.drop(new CallId(callId), behalf(who), new GuestId(guestId)), "guest");
    }

    /** Coordinators see every call. */
    private static @Nullable OrganisationId behalf(@Nullable OnBehalf who) {
        return who == null ? null : who.organisation();
    }

    @Schema(name = "NewGuest")
    record NewGuest(
            @Schema(description = "in any usual form") @NotNull
            PhoneNumber number) {}

    @Schema(name = "GuestHold")
    record Hold(@NotNull Boolean held) {}

    @Schema(name = "Guest")
    record GuestOfCall(
            GuestId id,
            GuestState state,
            Instant invitedAt,
            @Nullable Instant joinedAt,
            @Nullable Instant overAt) {

        private static GuestOfCall of(Guest guest) {
            return new GuestOfCall(guest.id(), guest.state(), guest.invitedAt(), guest.joinedAt(), guest.overAt());
        }
    }
}
