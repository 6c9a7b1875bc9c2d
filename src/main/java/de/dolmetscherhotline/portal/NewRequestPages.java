package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.form.Readings;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.member.MemberOrganisation;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.request.InterpreterRequest;
import de.dolmetscherhotline.request.Outlook;
import de.dolmetscherhotline.request.RequestDesk;
import de.dolmetscherhotline.request.Requests;
import de.dolmetscherhotline.request.Submission;
import de.dolmetscherhotline.request.Submission.OneWaits;
import de.dolmetscherhotline.request.Submission.Refused;
import de.dolmetscherhotline.request.Submission.Taken;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Asks for an interpreter now. */
@PortalPage
@RequestMapping(RequestPages.PATH)
class NewRequestPages {

    private final RequestDesk desk;
    private final Requests requests;
    private final MemberOrganisation own;
    private final Languages languages;
    private final RequestWords words;

    NewRequestPages(
            RequestDesk desk, Requests requests, MemberOrganisation own, Languages languages, RequestWords words) {
        this.desk = desk;
        this.requests = requests;
        this.own = own;
        this.languages = languages;
        this.words = words;
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
        return Mono.justOrEmpty(Readings.id(id)).flatMap(earlier -> requests.byId(earlier, who.organisation()));
    }

    @PostMapping
    Mono<Rendering> submit(
            @AuthenticationPrincipal SignedIn who, Locale locale, @ModelAttribute RequestForm.Typed typed) {
        var form = RequestForm.read(typed, languages);
        return form.isWrong()
                ? wrong(who, locale, form)
                : submit(who, form).flatMap(submission -> answer(who, locale, form, submission));
    }

    private Mono<Submission> submit(SignedIn who, RequestForm form) {
        var asked = form.asked(who.organisation());
        return form.isAnother()
                ? desk.submit(form.keyOrNew(), asked)
                : desk.submitUnlessOneWaits(form.keyOrNew(), asked);
    }

    /** Whoever went back in her browser and sent the form again meant the same; two doctors may each need somebody. */
    private Mono<Rendering> askWhetherAnother(SignedIn who, Locale locale, RequestForm form, InterpreterRequest other) {
        return own.zone(who)
                .flatMap(zone -> form(who, locale, form.with(Map.of("another", "portal.problem.another")))
                        .map(shown -> shown.modelAttribute("other", words.of(other, locale, zone))
                                .modelAttribute("since", RequestWords.clock(other.requestedAt(), zone))
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .build()));
    }

    private Mono<Rendering> answer(SignedIn who, Locale locale, RequestForm form, Submission submission) {
        return switch (submission) {
            case Taken taken ->
                Mono.just(PortalViews.seeOther(
                        RequestPages.address(taken.request().id()) + outlook(taken.outlook())));
            case OneWaits waits -> askWhetherAnother(who, locale, form, waits.request());
            case Refused refused -> wrong(who, locale, form.with(problem(refused)));
        };
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
        return own.of(who)
                .map(organisation -> PortalViews.page("new-request")
                        .modelAttribute("form", form)
                        .modelAttribute("favourites", words.languages(organisation.favouriteLanguages(), locale))
                        .modelAttribute("languages", words.languages(locale))
                        .modelAttribute("numbers", organisation.phoneNumbers()));
    }
}
