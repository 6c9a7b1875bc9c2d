package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.appointment.Feeds.Feed;
import de.dolmetscherhotline.appointment.Feeds.Owner;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.platform.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Addresses at which calendar programs read appointments: made, told once, renewed, revoked. */
@Component
public class CalendarFeeds {

    /** Every address is a key that somebody may lose; who needs more has forgotten those in use. */
    private static final int MOST = 50;

    private final Feeds feeds;
    private final PublicUrl publicUrl;

    CalendarFeeds(Feeds feeds, PublicUrl publicUrl) {
        this.feeds = feeds;
        this.publicUrl = publicUrl;
    }

    /**
     * One with an address.
     *
     * @param address a secret, told only now
     */
    public record Made(UUID id, URI address) {

        /** Without the address. */
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** One that can be read; its address is not known any more. */
    public record Known(UUID id, Instant createdAt) {}

    /** Empty if there is no such owner; fails with {@link TooManyFeeds}. */
    Mono<Made> add(Owner owner) {
        return add(UUID.randomUUID(), owner);
    }

    private Mono<Made> add(UUID id, Owner owner) {
        var secret = Secret.random();
        return feeds.countOpen(owner)
                .filter(count -> count < MOST)
                .switchIfEmpty(Mono.error(() -> new TooManyFeeds(MOST)))
                .flatMap(count -> feeds.add(id, owner, secret))
                .filter(Boolean::booleanValue)
                .map(added -> made(id, secret));
    }

    private Made made(UUID id, Secret secret) {
        return new Made(id, publicUrl.of(FeedPage.PATH + "/" + secret.text() + ".ics"));
    }

    /**
     * Of an organisation; empty if there is no such. Outside a transaction: asked for twice with the same id it is one, and
     * the address that was told last is its address. Fails with {@link TooManyFeeds}.
     */
    public Mono<Made> add(UUID id, OrganisationId organisation) {
        return renew(id, organisation)
                .switchIfEmpty(Mono.defer(() -> add(id, new Owner.OfOrganisation(organisation))))
                .onErrorResume(DuplicateKeyException.class, twice -> renew(id, organisation));
    }

    /** Gives it another address, and that before opens nothing any more; empty if the organisation has no such that can be read. */
    public Mono<Made> renew(UUID id, OrganisationId organisation) {
        var secret = Secret.random();
        return feeds.renew(id, organisation, secret)
                .filter(Boolean::booleanValue)
                .map(renewed -> made(id, secret));
    }

    /** Those of an organisation that can be read, newest first. */
    public Flux<Known> of(OrganisationId organisation) {
        return feeds.open(organisation).map(CalendarFeeds::known);
    }

    private static Known known(Feed feed) {
        return new Known(feed.id(), feed.createdAt());
    }

    /** False if the organisation has no such; true also if it was revoked before. */
    public Mono<Boolean> revoke(UUID id, OrganisationId organisation) {
        return feeds.revoke(id, organisation);
    }
}
