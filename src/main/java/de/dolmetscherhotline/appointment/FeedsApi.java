package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.appointment.Feeds.Feed;
import de.dolmetscherhotline.appointment.Feeds.Owner;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(FeedsApi.PATH)
@Tag(name = "Appointments")
class FeedsApi {

    static final String PATH = "/api/v1/calendar-feeds";

    private final Feeds feeds;
    private final CalendarFeeds calendars;

    FeedsApi(Feeds feeds, CalendarFeeds calendars) {
        this.feeds = feeds;
        this.calendars = calendars;
    }

    @PostMapping
    @Operation(
            summary = "Make an address at which a calendar program reads somebody's appointments",
            description =
                    "The address is a secret: whoever knows it needs no key. It is told once, and works until it is revoked.")
    Mono<ResponseEntity<NewFeedView>> add(
            @RequestBody NewFeed body, @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        return calendars
                .add(body.owner(who))
                .onErrorMap(TooManyFeeds.class, full -> Problems.conflict(full.getMessage() + " Please revoke one."))
                .switchIfEmpty(Mono.error(() -> Problems.invalid(
                        body.interpreterId() == null ? "organisationId" : "interpreterId", "does not exist")))
                .map(made -> ResponseEntity.created(URI.create(PATH + "/" + made.id()))
                        .body(new NewFeedView(made.id(), made.address())));
    }

    @GetMapping
    @Operation(summary = "List calendar feeds, newest first", description = "Without their addresses.")
    Mono<ResponseEntity<List<FeedView>>> list(
            @Valid @ParameterObject PageQuery page,
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        var organisation = who == null ? null : who.organisation();
        return Responses.listed(
                feeds.page(organisation, page.limit(), page.offset()).map(FeedView::of), feeds.count(organisation));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Revoke a calendar feed", description = "Its address opens nothing any more.")
    Mono<ResponseEntity<Void>> revoke(
            @PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal @Nullable OnBehalf who) {
        return Responses.removed(feeds.revoke(id, who == null ? null : who.organisation()), "calendar feed");
    }

    @Schema(name = "NewCalendarFeed", description = "of an interpreter or of an organisation")
    record NewFeed(
            @Schema(description = "only for coordinators") @Nullable
            InterpreterId interpreterId,

            @Nullable OrganisationId organisationId) {

        private Owner owner(@Nullable OnBehalf who) {
            if (who != null) {
                return ofItself(who.organisation());
            }
            if (interpreterId != null && organisationId == null) {
                return new Owner.OfInterpreter(interpreterId);
            }
            if (organisationId != null && interpreterId == null) {
                return new Owner.OfOrganisation(organisationId);
            }
            throw Problems.invalid("interpreterId", "either interpreterId or organisationId must be given");
        }

        private Owner ofItself(OrganisationId own) {
            if (interpreterId != null) {
                throw Problems.invalid("interpreterId", "does not exist");
            }
            if (organisationId != null && !organisationId.equals(own)) {
                throw Problems.invalid("organisationId", "does not exist");
            }
            return new Owner.OfOrganisation(own);
        }
    }

    @Schema(name = "CreatedCalendarFeed")
    record NewFeedView(
            UUID id,

            @Schema(description = "a secret; told only now") URI url) {

        /** Without the address. */
        @Override
        public String toString() {
            return "NewFeedView[" + id + "]";
        }
    }

    @Schema(name = "CalendarFeed")
    record FeedView(
            UUID id,
            @Nullable InterpreterId interpreterId,
            @Nullable OrganisationId organisationId,
            Instant createdAt,
            @Nullable Instant revokedAt) {

        private static FeedView of(Feed feed) {
            return switch (feed.owner()) {
                case Owner.OfInterpreter interpreter ->
                    new FeedView(feed.id(), interpreter.id(), null, feed.createdAt(), feed.revokedAt());
                case Owner.OfOrganisation organisation ->
                    new FeedView(feed.id(), null, organisation.id(), feed.createdAt(), feed.revokedAt());
            };
        }
    }
}
