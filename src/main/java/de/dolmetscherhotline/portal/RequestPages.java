package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.call.guest.Guest;
import de.dolmetscherhotline.call.guest.GuestNews;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.member.PortalEntry;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.request.InterpreterRequest;
import de.dolmetscherhotline.request.InterpreterRequest.Feedback;
import de.dolmetscherhotline.request.LiveRequests;
import de.dolmetscherhotline.request.Outlook;
import de.dolmetscherhotline.request.RequestDesk;
import de.dolmetscherhotline.request.RequestStatus;
import de.dolmetscherhotline.request.Requests;
import de.dolmetscherhotline.request.Requests.Filter;
import de.dolmetscherhotline.request.Submission;
import de.dolmetscherhotline.request.Submission.Refused;
import de.dolmetscherhotline.request.Submission.Taken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks for an interpreter now, follows what becomes of it, and lists everything that was asked for. */
@PortalPage
@RequestMapping(RequestPages.PATH)
class RequestPages {

    static final String PATH = "/portal/requests";

    private static final int ON_A_PAGE = 25;
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_COMMENT = 1000;

    private final RequestDesk desk;
    private final Requests requests;
    private final LiveRequests live;
    private final GuestNews guests;
    private final Organisations organisations;
    private final RequestPage page;
    private final Languages languages;
    private final RequestWords words;

    RequestPages(
            RequestDesk desk,
            Requests requests,
            LiveRequests live,
            GuestNews guests,
            Organisations organisations,
            RequestPage page,
            Languages languages,
            RequestWords words) {
        this.desk = desk;
        this.requests = requests;
        this.live = live;
        this.guests = guests;
        this.organisations = organisations;
        this.page = page;
        this.languages = languages;
        this.words = words;
    }

    @GetMapping
    Mono<Rendering> list(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @RequestParam(name = "page", required = false, defaultValue = "0") String typed) {
        var number = pageNumber(typed);
        var all = Filter.of(who.organisation(), null);
        return page.zone(who)
                .flatMapMany(zone -> requests.page(all, ON_A_PAGE, (long) number * ON_A_PAGE)
                        .map(request -> words.of(request, locale, zone)))
                .collectList()
                .zipWith(
                        requests.count(all),
                        (shown, total) -> PortalViews.page("requests")
                                .modelAttribute("requests", shown)
                                .modelAttribute("page", number)
                                .modelAttribute("more", (long) (number + 1) * ON_A_PAGE < total)
                                .build());
    }

    private static int pageNumber(String typed) {
        return typed.matches("[0-9]{1,5}") ? Math.min(LAST_PAGE, Integer.parseInt(typed)) : 0;
    }

    /**
     * The form.
     *
     * @param like a request that is to be made once more; unreadable or somebody else's, it is as if none were named
     */
    @GetMapping("/new")
    Mono<Rendering> form(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @RequestParam(required = false) @Nullable String like) {
        return earlier(like, who)
                .map(request -> RequestForm.of(request.asked()))
                .defaultIfEmpty(RequestForm.empty())
                .flatMap(form -> form(who, locale, form))
                .map(Rendering.Builder::build);
    }

    private Mono<InterpreterRequest> earlier(@Nullable String id, SignedIn who) {
        return Mono.justOrEmpty(id)
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .flatMap(text -> requests.byId(UUID.fromString(text), who.organisation()));
    }

    @PostMapping
    Mono<Rendering> submit(
            @AuthenticationPrincipal SignedIn who, Locale locale, @ModelAttribute RequestForm.Typed typed) {
        var form = RequestForm.read(typed, languages);
        return form.isWrong()
                ? wrong(who, locale, form)
                : waiting(who, form)
                        .flatMap(other -> askWhetherAnother(who, locale, form, other))
                        .switchIfEmpty(Mono.defer(() -> submit(who, locale, form)));
    }

    /** Another request of theirs for which somebody is still sought, unless this one is known or was confirmed. */
    private Mono<InterpreterRequest> waiting(SignedIn who, RequestForm form) {
        var asked = form.asked(who.organisation());
        return form.isAnother()
                ? Mono.empty()
                : requests.waiting(who.organisation(), asked.language()).filterWhen(other -> isNew(who, form));
    }

    private Mono<Boolean> isNew(SignedIn who, RequestForm form) {
        return requests.byId(form.keyOrNew(), who.organisation()).hasElement().map(known -> !known);
    }

    /** Whoever went back in her browser and sent the form again meant the same; two doctors may each need somebody. */
    private Mono<Rendering> askWhetherAnother(SignedIn who, Locale locale, RequestForm form, InterpreterRequest other) {
        return page.zone(who)
                .flatMap(zone -> form(who, locale, form.with(Map.of("another", "portal.problem.another")))
                        .map(shown -> shown.modelAttribute("other", words.of(other, locale, zone))
                                .modelAttribute("since", RequestWords.clock(other.requestedAt(), zone))
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .build()));
    }

    private Mono<Rendering> submit(SignedIn who, Locale locale, RequestForm form) {
        return desk.submit(form.keyOrNew(), form.asked(who.organisation()))
                .flatMap(submission -> answer(who, locale, form, submission));
    }

    private Mono<Rendering> answer(SignedIn who, Locale locale, RequestForm form, Submission submission) {
        return switch (submission) {
            case Taken taken ->
                Mono.just(PortalViews.seeOther(address(taken.request().id()) + outlook(taken.outlook())));
            case Refused refused -> wrong(who, locale, form.with(problem(refused)));
        };
    }

    static String address(UUID id) {
        return PATH + "/" + id;
    }

    private static String outlook(Outlook outlook) {
        return "?outlook=" + outlook.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> problem(Refused refused) {
        return switch (refused.reason()) {
            case NUMBER_NOT_ON_RECORD -> Map.of("phoneNumber", "portal.problem.number");
            case NO_NUMBER -> Map.of("phoneNumber", "portal.problem.no-number");
            case NO_SUCH_LINE, NO_SUCH_ORGANISATION -> Map.of("form", "portal.problem.no-line");
            case BLOCKED -> Map.of("form", "portal.problem.blocked");
            case OVER_LIMIT -> Map.of("form", "portal.problem.limit");
            case CLOSED -> Map.of("form", "portal.problem.closed");
        };
    }

    private Mono<Rendering> wrong(SignedIn who, Locale locale, RequestForm form) {
        return form(who, locale, form)
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
    }

    private Mono<Rendering.Builder<?>> form(SignedIn who, Locale locale, RequestForm form) {
        return organisation(who)
                .map(organisation -> PortalViews.page("new-request")
                        .modelAttribute("form", form)
                        .modelAttribute("favourites", words.languages(organisation.favouriteLanguages(), locale))
                        .modelAttribute("languages", words.languages(locale))
                        .modelAttribute("numbers", organisation.phoneNumbers()));
    }

    private Mono<Organisation> organisation(SignedIn who) {
        return organisations
                .byId(who.organisation())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")));
    }

    @GetMapping("/{id}")
    Mono<Rendering> request(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @PathVariable UUID id,
            @RequestParam(required = false, defaultValue = "") String outlook,
            @RequestParam(name = PortalViews.DONE, required = false, defaultValue = "") String done) {
        return page.of(who, locale, id)
                .map(shown -> shown.modelAttribute("outlook", known(outlook))
                        .modelAttribute(PortalViews.DONE, done)
                        .build());
    }

    /** Only bad news is told; it is in the address, which anybody may change. */
    private static String known(String outlook) {
        return "nobody_on_duty".equals(outlook) || "not_in_pool".equals(outlook) ? outlook : "";
    }

    /** The parts of the page that change, for the script that has heard that they have. */
    @GetMapping("/{id}/progress")
    Mono<Rendering> progress(@AuthenticationPrincipal SignedIn who, Locale locale, @PathVariable UUID id) {
        return page.part(who, locale, id).map(Rendering.Builder::build);
    }

    /** Says that something has changed; what it is, the page asks for. */
    @ResponseBody
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Long>> events(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page.request(who, id)
                .flatMapMany(known -> Flux.combineLatest(
                        live.follow(id, who.organisation()), guests(known, who), (request, guests) -> request))
                .takeUntil(request -> request.status() == RequestStatus.ENDED)
                .map(request -> ServerSentEvent.builder(request.revision())
                        .event("request")
                        .build());
    }

    private Flux<List<Guest>> guests(InterpreterRequest request, SignedIn who) {
        return Mono.justOrEmpty(request.call())
                .flatMapMany(call -> guests.follow(call, who.organisation()))
                .defaultIfEmpty(List.of());
    }

    @PostMapping("/{id}/cancellation")
    Mono<Rendering> cancel(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return desk.cancel(id, who.organisation())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("request")))
                .map(cancelled -> PortalViews.done(address(id), cancelled ? "cancelled" : "too-late"));
    }

    /** As a browser sends it. */
    record Opinion(@Nullable String stars, @Nullable String comment) {

        @Nullable
        Feedback feedback() {
            var said = comment == null ? "" : comment.strip();
            var good = stars != null && stars.matches("[1-5]") && said.length() <= LONGEST_COMMENT;
            return good ? new Feedback(Integer.parseInt(stars), said.isEmpty() ? null : said) : null;
        }
    }

    @PostMapping("/{id}/feedback")
    Mono<Rendering> feedback(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @PathVariable UUID id,
            @ModelAttribute Opinion opinion) {
        var feedback = opinion.feedback();
        return feedback == null
                ? page.of(who, locale, id)
                        .map(shown -> shown.modelAttribute("opinion", opinion)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .build())
                : desk.hear(id, who.organisation(), feedback)
                        .switchIfEmpty(Mono.error(() -> Problems.notFound("request")))
                        .map(heard -> PortalViews.done(address(id), heard ? "thanks" : "no-talk"));
    }

    static PortalEntry entry() {
        return new PortalEntry(PATH, "portal.requests", 10);
    }
}
