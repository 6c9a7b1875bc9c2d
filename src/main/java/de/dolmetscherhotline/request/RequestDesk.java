package de.dolmetscherhotline.request;

import de.dolmetscherhotline.call.Admission;
import de.dolmetscherhotline.call.CallDesk;
import de.dolmetscherhotline.call.RequestedCalls;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.partner.Agreements;
import de.dolmetscherhotline.platform.AfterCommit;
import de.dolmetscherhotline.pool.Coverage;
import de.dolmetscherhotline.request.InterpreterRequest.Asked;
import de.dolmetscherhotline.request.InterpreterRequest.Feedback;
import de.dolmetscherhotline.request.Submission.OneWaits;
import de.dolmetscherhotline.request.Submission.Reason;
import de.dolmetscherhotline.request.Submission.Refused;
import de.dolmetscherhotline.request.Submission.Taken;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes what organisations ask for in writing, cancels it, and hears how it was. */
@Component
public class RequestDesk {

    private final Requests requests;
    private final RequestedCalls calls;
    private final CallDesk desk;
    private final Organisations organisations;
    private final Lines lines;
    private final Languages languages;
    private final Agreements agreements;
    private final Coverage coverage;
    private final WorkQueue work;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RequestDesk(
            Requests requests,
            RequestedCalls calls,
            CallDesk desk,
            Organisations organisations,
            Lines lines,
            Languages languages,
            Agreements agreements,
            Coverage coverage,
            WorkQueue work,
            TransactionalOperator transaction,
            Clock clock) {
        this.requests = requests;
        this.calls = calls;
        this.desk = desk;
        this.organisations = organisations;
        this.lines = lines;
        this.languages = languages;
        this.agreements = agreements;
        this.coverage = coverage;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Somebody asks for an interpreter.
     *
     * @param id chosen by whoever asks: sent twice, it is one request
     */
    public Mono<Submission> submit(UUID id, Asked asked) {
        return once(id, asked, submitNew(id, asked));
    }

    /**
     * The same outside a transaction, unless somebody is sought already for the organisation and the language: whoever asks may
     * not know of it, also not of one that a colleague sends at the same instant.
     */
    public Mono<Submission> submitUnlessOneWaits(UUID id, Asked asked) {
        var unless = requests.lock(asked.organisation(), asked.language())
                .then(Mono.defer(() -> requests.waiting(asked.organisation(), asked.language())))
                .<Submission>map(OneWaits::new)
                .switchIfEmpty(Mono.defer(() -> submitNew(id, asked)))
                .as(transaction::transactional);
        return once(id, asked, unless);
    }

    private Mono<Submission> once(UUID id, Asked asked, Mono<Submission> anew) {
        return known(id, asked.organisation())
                .switchIfEmpty(anew)
                .onErrorResume(
                        DuplicateKeyException.class,
                        twice -> known(id, asked.organisation()).switchIfEmpty(Mono.error(() -> twice)));
    }

    private Mono<Submission> known(UUID id, OrganisationId organisation) {
        return requests.byId(id, organisation).flatMap(this::taken);
    }

    private Mono<Submission> submitNew(UUID id, Asked asked) {
        return organisations
                .byId(asked.organisation())
                .flatMap(organisation -> line(organisation.districtId(), asked)
                        .flatMap(line -> submit(id, asked, organisation, line))
                        .switchIfEmpty(refused(Reason.NO_SUCH_LINE)))
                .switchIfEmpty(refused(Reason.NO_SUCH_ORGANISATION));
    }

    private Mono<Line> line(DistrictId district, Asked asked) {
        var named = asked.line();
        return named == null
                ? lines.of(district, asked.language())
                : lines.byId(named).filter(line -> line.districtId().equals(district));
    }

    private Mono<Submission> submit(UUID id, Asked asked, Organisation organisation, Line line) {
        var onRecord = organisation.phoneNumbers();
        if (onRecord.isEmpty()) {
            return refused(Reason.NO_NUMBER);
        }
        return ring(asked.number(), organisation)
                .map(number -> begin(id, asked.at(line.id(), number), organisation, line, number))
                .orElseGet(() -> refused(Reason.NUMBER_NOT_ON_RECORD));
    }

    private static Optional<PhoneNumber> ring(@Nullable PhoneNumber wanted, Organisation organisation) {
        return organisation.phoneNumbers().stream()
                .filter(number -> wanted == null || number.equals(wanted))
                .findFirst();
    }

    private Mono<Submission> begin(UUID id, Asked asked, Organisation organisation, Line line, PhoneNumber number) {
        var call = CallId.random();
        return calls.begin(call, line, organisation, number, asked.need())
                .delayUntil(admission -> admission == Admission.ADMITTED ? requests.add(id, asked, call) : Mono.empty())
                .as(transaction::transactional)
                .flatMap(admission -> answer(id, asked, admission));
    }

    private Mono<Submission> answer(UUID id, Asked asked, Admission admission) {
        return switch (admission) {
            case ADMITTED -> AfterCommit.run(Mono.fromRunnable(work::nudge)).then(known(id, asked.organisation()));
            case BLOCKED -> refused(Reason.BLOCKED);
            case OVER_LIMIT -> refused(Reason.OVER_LIMIT);
            case CLOSED -> refused(Reason.CLOSED);
        };
    }

    private static Mono<Submission> refused(Reason reason) {
        return Mono.just(new Refused(reason));
    }

    private Mono<Submission> taken(InterpreterRequest request) {
        return outlook(request.asked()).map(outlook -> new Taken(request, outlook));
    }

    private Mono<Outlook> outlook(Asked asked) {
        return organisations
                .byId(asked.organisation())
                .flatMap(organisation -> outlook(organisation.districtId(), asked.language()))
                .defaultIfEmpty(Outlook.NOT_IN_POOL);
    }

    /**
     * As the search goes on: in the own pool, then in those of partners that may help now. Of a partner's pool nobody is asked
     * by text, so whoever is off duty there gives no hope.
     */
    private Mono<Outlook> outlook(DistrictId district, Language language) {
        var partners = agreements
                .helping(district, language)
                .concatMap(partner -> outlooks(partner, language))
                .filter(outlook -> outlook == Outlook.SOMEBODY_ON_DUTY);
        return outlooks(district, language)
                .concatWith(partners)
                .takeUntil(outlook -> outlook == Outlook.SOMEBODY_ON_DUTY)
                .sort()
                .next();
    }

    /** For the language, and for each that may stand in for it. */
    private Flux<Outlook> outlooks(DistrictId pool, Language language) {
        var ladder = Set.copyOf(languages.ladder(language));
        return coverage.of(pool, clock.instant())
                .filter(covered -> ladder.contains(covered.language()) && covered.routable() > 0)
                .map(covered -> covered.onDuty() > 0 ? Outlook.SOMEBODY_ON_DUTY : Outlook.NOBODY_ON_DUTY);
    }

    /**
     * Nobody is needed any more. Empty if there is no such request.
     *
     * @return whether it has ended by that; false once they talk, or when it is over
     */
    public Mono<Boolean> cancel(UUID id, @Nullable OrganisationId owner) {
        return requests.byId(id, owner)
                .flatMap(request ->
                        Mono.justOrEmpty(request.call()).flatMap(desk::cancel).defaultIfEmpty(false));
    }

    /**
     * How it was. Empty if there is no such request.
     *
     * @return whether that could be said: only of a conversation that there was
     */
    public Mono<Boolean> hear(UUID id, @Nullable OrganisationId owner, Feedback feedback) {
        return requests.byId(id, owner)
                .flatMap(request -> request.connectedAt() == null ? Mono.just(false) : note(request, feedback));
    }

    private Mono<Boolean> note(InterpreterRequest request, Feedback feedback) {
        return requests.noteFeedback(request.id(), feedback)
                .delayUntil(
                        noted -> Mono.justOrEmpty(request.call()).flatMap(call -> desk.rate(call, feedback.stars())))
                .as(transaction::transactional);
    }
}
