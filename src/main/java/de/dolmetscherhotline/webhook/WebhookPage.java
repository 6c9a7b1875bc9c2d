package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.member.MemberOrganisation;
import de.dolmetscherhotline.member.PortalPage;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
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

/** Where an organisation's own system is told of what happens: set, tried out, looked at, and switched off by its members. */
@PortalPage
@RequestMapping(WebhookPage.PATH)
class WebhookPage {

    static final String PATH = "/portal/organisation/webhook";

    private static final int SHOWN = 20;
    private static final int LONGEST_URL = 2000;

    private final Receivers receivers;
    private final AttemptLog log;
    private final Trial trial;
    private final ReceiverUrls urls;
    private final MemberOrganisation own;
    private final Clock clock;

    WebhookPage(
            Receivers receivers, AttemptLog log, Trial trial, ReceiverUrls urls, MemberOrganisation own, Clock clock) {
        this.receivers = receivers;
        this.log = log;
        this.trial = trial;
        this.urls = urls;
        this.own = own;
        this.clock = clock;
    }

    /** What was typed. */
    record Typed(@Nullable String url) {

        private String text() {
            return url == null ? "" : url.strip();
        }
    }

    @GetMapping
    Mono<Rendering> webhook(
            @AuthenticationPrincipal SignedIn who,
            Locale locale,
            @RequestParam(name = PortalViews.DONE, required = false, defaultValue = "") String done) {
        return shown(who, locale)
                .map(page -> page.modelAttribute(PortalViews.DONE, known(done))
                        .modelAttribute("typed", "")
                        .build());
    }

    /** It is in the address, which anybody may change. */
    private static String known(String done) {
        return switch (done) {
            case "delivered", "failed", "not-now", "removed" -> done;
            default -> "";
        };
    }

    /** Shows the secret this once. */
    @PostMapping
    Mono<Rendering> set(@AuthenticationPrincipal SignedIn who, Locale locale, @ModelAttribute Typed typed) {
        var url = typed.text();
        if (url.length() > LONGEST_URL || urls.problem(url).isPresent()) {
            return wrong(who, locale, url);
        }
        var secret = SigningSecret.random();
        return receivers
                .set(who.organisation(), url, secret, clock.instant())
                .thenReturn(PortalViews.page("webhook-secret")
                        .modelAttribute("secret", secret.text())
                        .build());
    }

    private Mono<Rendering> wrong(SignedIn who, Locale locale, String url) {
        return shown(who, locale)
                .map(page -> page.modelAttribute(PortalViews.DONE, "")
                        .modelAttribute("typed", url)
                        .modelAttribute("urlProblem", "portal.problem.webhook-url")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    @PostMapping("/test")
    Mono<Rendering> test(@AuthenticationPrincipal SignedIn who) {
        return receivers
                .find(who.organisation())
                .filter(receiver -> receiver.disabledAt() == null)
                .flatMap(trial::of)
                .map(delivery -> PortalViews.done(PATH, outcome(delivery)))
                .defaultIfEmpty(PortalViews.seeOther(PATH));
    }

    private static String outcome(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Taken taken -> "delivered";
            case Delivery.NotNow notNow -> "not-now";
            case Delivery.Gone gone -> "failed";
            case Delivery.Refused refused -> "failed";
            case Delivery.Failed failed -> "failed";
        };
    }

    @PostMapping("/removal")
    Mono<Rendering> remove(@AuthenticationPrincipal SignedIn who) {
        return receivers.remove(who.organisation()).thenReturn(PortalViews.done(PATH, "removed"));
    }

    /** With the receiver, if there is one. */
    private Mono<Rendering.Builder<?>> shown(SignedIn who, Locale locale) {
        return own.zone(who)
                .flatMap(zone -> receivers.find(who.organisation()).flatMap(receiver -> words(receiver, locale, zone)))
                .<Rendering.Builder<?>>map(
                        receiver -> PortalViews.page("webhook").modelAttribute("receiver", receiver))
                .switchIfEmpty(Mono.fromSupplier(() -> PortalViews.page("webhook")));
    }

    private Mono<ReceiverWords> words(Receiver receiver, Locale locale, ZoneId zone) {
        return log.page(receiver, SHOWN, 0)
                .collectList()
                .map(attempts -> ReceiverWords.of(receiver, attempts, locale, zone));
    }
}
