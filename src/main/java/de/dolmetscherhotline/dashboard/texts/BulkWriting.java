package de.dolmetscherhotline.dashboard.texts;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.pool.Roll;
import de.dolmetscherhotline.pool.Selection;
import de.dolmetscherhotline.pool.TextSelection;
import de.dolmetscherhotline.pool.TextSelection.Reachable;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.text.BulkTexts;
import de.dolmetscherhotline.text.BulkTexts.Addressee;
import de.dolmetscherhotline.text.Segments;
import de.dolmetscherhotline.work.WorkQueue;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A text to many: written, looked at with everybody whom it will reach, and then sent once. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(BulkPage.PATH)
class BulkWriting {

    private static final String NOBODY = "texts.problem.nobody";
    private static final String POOL = "/dashboard/interpreters";

    private final TextSelection selection;
    private final Roll roll;
    private final BulkTexts texts;
    private final Languages languages;
    private final PageLanguageNames names;
    private final AuditTrail trail;
    private final WorkQueue work;
    private final TransactionalOperator transaction;
    private final TextPrice price;
    private final Clock clock;

    BulkWriting(
            TextSelection selection,
            Roll roll,
            BulkTexts texts,
            Languages languages,
            PageLanguageNames names,
            AuditTrail trail,
            WorkQueue work,
            TransactionalOperator transaction,
            TextPrice price,
            Clock clock) {
        this.selection = selection;
        this.roll = roll;
        this.texts = texts;
        this.languages = languages;
        this.names = names;
        this.trail = trail;
        this.work = work;
        this.transaction = transaction;
        this.price = price;
        this.clock = clock;
    }

    /** A language that can be chosen. */
    public record Choice(String tag, String name) {}

    /**
     * Somebody who gets it, or does not.
     *
     * @param why key of what stands in the way; null if nothing does
     * @param later when she gets it, if she wants to be left alone now
     */
    public record Person(
            UUID id,
            String name,
            @Nullable String why,
            @Nullable Instant later) {

        /** Without the name. */
        @Override
        public String toString() {
            return "Person " + id;
        }
    }

    /** Reached from the list of the pool with its selection in the address: for those people, and nobody else. */
    @GetMapping("/to")
    @RecordsItself("a form to be filled in, nobody is shown")
    Mono<Rendering> writeTo(@AuthenticationPrincipal Staff who, @ModelAttribute Selection chosen, Locale locale) {
        return Mono.justOrEmpty(chosen.of(who.district()))
                .flatMapMany(roll::ids)
                .map(InterpreterId::toString)
                .collect(Collectors.joining(","))
                .flatMap(ids -> ids.isEmpty()
                        ? Mono.just(nobody(chosen.at(POOL)))
                        : form(who, BulkForm.to(ids), null, locale).map(page -> page.build()));
    }

    /** Also reached with the ids of those who are meant. */
    @RequestMapping(
            path = "/new",
            method = {RequestMethod.GET, RequestMethod.POST})
    @RecordsItself("a form to be filled in, nobody is shown")
    Mono<Rendering> write(@AuthenticationPrincipal Staff who, @ModelAttribute BulkForm typed, Locale locale) {
        var form = typed.cleaned();
        return form.choosesNobody()
                ? Mono.just(nobody(POOL))
                : form(who, form, null, locale).map(page -> page.build());
    }

    /** Without a form: what is written in one without people in it goes to everybody. */
    private static Rendering nobody(String back) {
        return DashboardViews.page("text-nobody")
                .modelAttribute("path", BulkPage.PATH + "/to")
                .modelAttribute("back", back)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    @PostMapping("/preview")
    Mono<Rendering> preview(@AuthenticationPrincipal Staff who, @ModelAttribute BulkForm typed, Locale locale) {
        var form = typed.cleaned();
        var problem = form.isNotUnderstood(who.district(), languages) ? NOBODY : form.bodyProblem();
        return problem == null
                ? selection
                        .find(form.wanted(who.district(), languages))
                        .map(one -> person(who, one))
                        .collectList()
                        .map(people -> preview(form, people))
                : refused(who, form, problem, locale);
    }

    private Rendering preview(BulkForm form, List<Person> people) {
        var reached = people.stream().filter(one -> one.why() == null).toList();
        var segments = Segments.of(String.valueOf(form.body()));
        return DashboardViews.page("text-preview")
                .modelAttribute("path", BulkPage.PATH + "/new")
                .modelAttribute("form", form)
                .modelAttribute("id", UUID.randomUUID().toString())
                .modelAttribute("reached", reached)
                .modelAttribute(
                        "leftOut",
                        people.stream().filter(one -> one.why() != null).toList())
                .modelAttribute(
                        "to", reached.stream().map(one -> one.id().toString()).collect(Collectors.joining(",")))
                .modelAttribute("segments", segments)
                .modelAttribute("all", (long) segments.count() * reached.size())
                .modelAttribute("cost", cost((long) segments.count() * reached.size()))
                .build();
    }

    private Object cost(long segments) {
        var known = price.of(segments);
        return known == null ? "" : known;
    }

    private Person person(Staff who, Reachable one) {
        var obstacle = one.obstacle();
        var notBefore = notBefore(who, one);
        return new Person(
                one.id().value(),
                one.name(),
                obstacle == null ? null : "texts.obstacle." + BulkForm.word(obstacle),
                notBefore.isAfter(clock.instant()) ? notBefore : null);
    }

    private Instant notBefore(Staff who, Reachable one) {
        var now = clock.instant();
        var quiet = one.quiet();
        return quiet == null ? now : quiet.over(now, who.zone());
    }

    /** Goes to those who were shown, except whoever must not get it meanwhile. */
    @PostMapping
    @RecordsItself("it is recorded with how many got it")
    Mono<Rendering> send(@AuthenticationPrincipal Staff who, @ModelAttribute BulkForm typed, Locale locale) {
        var form = typed.cleaned();
        var problem = form.bodyProblem();
        if (problem != null) {
            return refused(who, form, problem, locale);
        }
        return Mono.justOrEmpty(form.textId())
                .filter(id -> form.namesRecipients())
                .flatMap(id -> selection
                        .find(form.shown(who.district()))
                        .filter(one -> one.obstacle() == null)
                        .map(one -> new Addressee(one.id(), notBefore(who, one)))
                        .collectList()
                        .filter(to -> !to.isEmpty())
                        .flatMap(to -> send(who, id, form, to)))
                .switchIfEmpty(Mono.defer(() -> refused(who, form, NOBODY, locale)));
    }

    private Mono<Rendering> send(Staff who, UUID id, BulkForm form, List<Addressee> to) {
        return texts.order(id, who.district(), who.id(), String.valueOf(form.body()), to)
                .delayUntil(fresh -> fresh ? record(who, id, form, to) : Mono.empty())
                .as(transaction::transactional)
                .doOnNext(ordered -> work.nudge())
                .map(ordered -> DashboardViews.done(BulkPage.PATH + "/" + id, BulkPage.SENT));
    }

    private Mono<Void> record(Staff who, UUID id, BulkForm form, List<Addressee> to) {
        var recipients = to.stream().map(one -> one.id().value()).collect(Collectors.toSet());
        return trail.record(
                who.actor(), Action.ADDED, new Reference("texts", id, recipients), to.size() + " texts", form.reason());
    }

    private Mono<Rendering> refused(Staff who, BulkForm form, String problem, Locale locale) {
        return form.choosesNobody()
                ? Mono.just(nobody(POOL))
                : form(who, form, problem, locale)
                        .map(page ->
                                page.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
    }

    private Mono<Rendering.Builder<?>> form(Staff who, BulkForm form, @Nullable String problem, Locale locale) {
        return selection
                .municipalities(who.district())
                .collectList()
                .map(places -> DashboardViews.page("text-form")
                        .modelAttribute("path", BulkPage.PATH + "/new")
                        .modelAttribute("form", form)
                        .modelAttribute("chosen", form.chosen())
                        .modelAttribute("problem", problem == null ? "" : problem)
                        .modelAttribute("municipalities", places)
                        .modelAttribute("roles", BulkForm.words(de.dolmetscherhotline.pool.Role.class))
                        .modelAttribute("statuses", List.of("active", "in_training", "resting", "applied"))
                        .modelAttribute("languages", choices(locale)));
    }

    private List<Choice> choices(Locale locale) {
        return languages.all().stream()
                .map(spoken -> new Choice(spoken.language().tag(), names.of(spoken, locale)))
                .sorted(Comparator.comparing(Choice::name, Collator.getInstance(locale)))
                .toList();
    }
}
