package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.platform.Responses.Created;
import de.dolmetscherhotline.recruiting.Invitations.Invitation;
import de.dolmetscherhotline.recruiting.Inviting.Invited;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(InvitationsApi.PATH)
@Tag(name = "Applications", description = "people who want to join a pool")
class InvitationsApi {

    static final String PATH = "/api/v1/invitations";

    private final Inviting inviting;
    private final Invitations invitations;
    private final Districts districts;
    private final Clock clock;

    InvitationsApi(Inviting inviting, Invitations invitations, Districts districts, Clock clock) {
        this.inviting = inviting;
        this.invitations = invitations;
        this.districts = districts;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "Invite somebody by text",
            description = "The text has a link to the application form that can be used once; the number counts as"
                    + " confirmed. A link that was sent to the same number before no longer works. 429 if too many texts"
                    + " were sent to the number, or altogether.")
    Mono<ResponseEntity<Created>> invite(@Valid @RequestBody NewInvitation body) {
        if (!inviting.mayBeInvited(body.phoneNumber())) {
            return Mono.error(() -> Problems.invalid("phoneNumber", "must be a German mobile number"));
        }
        return districts
                .byId(body.districtId())
                .switchIfEmpty(Mono.error(() -> Problems.invalid("districtId", "there is no such district")))
                .flatMap(district -> invite(district, body))
                .map(InvitationsApi::answer);
    }

    private Mono<Invited> invite(District district, NewInvitation body) {
        var name = body.name() == null || body.name().isBlank() ? null : body.name();
        var language = body.language() == null ? new Language("de") : body.language();
        return inviting.invite(district.id(), body.phoneNumber(), name, language);
    }

    private static ResponseEntity<Created> answer(Invited invited) {
        return switch (invited) {
            case Invited.Done done -> Responses.created(PATH, done.invitation().id());
            case Invited.InThePool known ->
                throw Problems.conflict("Somebody in the pool of the district has that number already.");
            case Invited.TooMany tooMany -> throw Problems.tooMany("Too many texts were sent. Try again later.");
        };
    }

    @GetMapping
    @Operation(summary = "List the invitations that can still be used, newest first")
    Mono<ResponseEntity<List<InvitationView>>> list(
            @Valid @ParameterObject PageQuery query, @RequestParam UUID districtId) {
        var district = new DistrictId(districtId);
        var now = clock.instant();
        return Responses.listed(
                invitations.page(district, now, query.limit(), query.offset()).map(InvitationView::of),
                invitations.count(district, now));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Withdraw an invitation", description = "Its link no longer works.")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return Responses.removed(invitations.remove(id), "invitation");
    }

    @Schema(name = "NewInvitation")
    record NewInvitation(
            @NotNull DistrictId districtId,

            @Schema(description = "a German mobile number, in any usual form", example = "+491713920000") @NotNull
            PhoneNumber phoneNumber,

            @Schema(description = "stands in the form already") @Nullable @Size(max = 200)
            String name,

            @Schema(
                    description = "of the text; German if there is none in this language, and by default",
                    example = "en")
            @Nullable
            Language language) {}

    @Schema(name = "Invitation")
    record InvitationView(
            UUID id,
            DistrictId districtId,
            @Schema(description = "E.164") PhoneNumber phoneNumber,
            @Nullable String name,
            Language language,
            Instant createdAt,
            Instant expiresAt) {

        private static InvitationView of(Invitation invitation) {
            return new InvitationView(
                    invitation.id(),
                    invitation.district(),
                    invitation.number(),
                    invitation.name(),
                    invitation.language(),
                    invitation.createdAt(),
                    invitation.expiresAt());
        }
    }
}
