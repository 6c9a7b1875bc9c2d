package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.recruiting.roster.Uploads;
import de.dolmetscherhotline.text.Texts;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import de.dolmetscherhotline.work.WorkResult.NotBefore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deletes, again and again, what people left with us who did not come into the pool. One row of work does it. */
@Component
class Forgetting implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration EVERY = Duration.ofMinutes(30);

    /** Longer than limits look back. */
    private static final Duration NUMBERS_OF_STRANGERS_KEPT = Duration.ofDays(1);

    /** Long enough to read what a file would do. */
    private static final Duration UPLOADS_KEPT = Duration.ofHours(1);

    private final Applications applications;
    private final Invitations invitations;
    private final Uploads uploads;
    private final Interpreters interpreters;
    private final Texts texts;
    private final RecruitingSettings settings;
    private final Clock clock;

    Forgetting(
            Applications applications,
            Invitations invitations,
            Uploads uploads,
            Interpreters interpreters,
            Texts texts,
            RecruitingSettings settings,
            Clock clock) {
        this.applications = applications;
        this.invitations = invitations;
        this.uploads = uploads;
        this.interpreters = interpreters;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "recruiting";
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return Mono.defer(() -> forget(clock.instant()))
                .doOnError(
                        error -> log.warn("could not delete all that is old, the next time will: {}", error.toString()))
                .onErrorComplete()
                .then(Mono.fromSupplier(() -> new NotBefore(clock.instant().plus(EVERY))));
    }

    private Mono<Void> forget(Instant now) {
        return applications
                .forgetUnconfirmed(now.minus(settings.unconfirmedKept()))
                .then(invitations.forgetExpired(now))
                .then(uploads.forget(now.minus(UPLOADS_KEPT)))
                .then(texts.forgetStrangers(now.minus(NUMBERS_OF_STRANGERS_KEPT)))
                .thenMany(applications.refusedBefore(now.minus(settings.refusedKept())))
                .concatMap(refused -> interpreters.remove(refused, ExpectedVersion.any()))
                .then();
    }
}
