package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.recruiting.Applications.Sent;
import de.dolmetscherhotline.recruiting.Applying.Submitted;
import de.dolmetscherhotline.recruiting.FormCheck.Checked;
import de.dolmetscherhotline.recruiting.Invitations.Invitation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The public page on which people apply, and the same page behind the link of an invitation. */
@Controller
class ApplyPage {

    static final String PATH = "/mitmachen";

    /** Followed by what only the invited person knows; short, since it stands in a text. */
    static final String INVITATION = PATH + "/e";

    private static final String LINK = INVITATION + "/{token}";

    private final Applying applying;
    private final Inviting inviting;
    private final FormCheck check;
    private final Districts districts;
    private final PrivacyNotice notice;
    private final ClientNetwork networks;
    private final ApplyPages pages;

    ApplyPage(
            Applying applying,
            Inviting inviting,
            FormCheck check,
            Districts districts,
            PrivacyNotice notice,
            ClientNetwork networks,
            ApplyPages pages) {
        this.applying = applying;
        this.inviting = inviting;
        this.check = check;
        this.districts = districts;
        this.notice = notice;
        this.networks = networks;
        this.pages = pages;
    }

    @GetMapping(PATH)
    Mono<Rendering> form(@ModelAttribute Start start, ServerWebExchange exchange) {
        return open().map(open -> open.isEmpty()
                ? pages.closed(exchange)
                : pages.form(ApplicationForm.empty(start.district(), null), open, Map.of(), exchange));
    }

    /** What the address of an empty form may say. */
    record Start(@Nullable String district) {}

    @PostMapping(PATH)
    Mono<Rendering> submit(@ModelAttribute ApplicationForm form, ServerWebExchange exchange) {
        if (form.isFromAMachine()) {
            return Mono.just(pages.redirect(CodePage.PATH, exchange));
        }
        return open().flatMap(open -> form.asksForMore()
                ? Mono.just(pages.form(form, open, Map.of(), exchange))
                : submit(form, open, exchange));
    }

    private Mono<Rendering> submit(ApplicationForm form, List<District> open, ServerWebExchange exchange) {
        return switch (check.check(form, open, null)) {
            case Checked.Bad bad -> Mono.just(pages.form(form, open, bad.errors(), exchange));
            case Checked.Good good ->
                applying.submit(sent(form, good, exchange), networks.of(exchange.getRequest()))
                        .map(submitted -> submitted(submitted, form, open, exchange));
        };
    }

    private Rendering submitted(
            Submitted submitted, ApplicationForm form, List<District> open, ServerWebExchange exchange) {
        return switch (submitted) {
            case Submitted.Waiting waiting -> {
                pages.remember(waiting.application(), exchange);
                yield pages.redirect(CodePage.PATH, exchange);
            }
            case Submitted.Confirmed confirmed -> pages.redirect(CodePage.DONE, exchange);
            case Submitted.TooMany tooMany ->
                pages.form(form, open, Map.of("form", "apply.error.too-many"), exchange, HttpStatus.TOO_MANY_REQUESTS);
            case Submitted.Gone gone -> pages.redirect(PATH, exchange);
        };
    }

    private Sent sent(ApplicationForm form, Checked.Good good, ServerWebExchange exchange) {
        var language = ApplyPages.language(exchange);
        return new Sent(
                form.keyOrNew(),
                good.district().id(),
                new Language(language),
                good.number(),
                good.details(),
                good.message(),
                notice.in(language).hash());
    }

    @GetMapping(LINK)
    Mono<Rendering> invited(@PathVariable String token, ServerWebExchange exchange) {
        return inviting.find(token)
                .flatMap(invitation -> invited(
                        ApplicationForm.empty(invitation.district().toString(), invitation.name()),
                        invitation,
                        exchange))
                .switchIfEmpty(Mono.fromSupplier(() -> pages.linkGone(exchange)));
    }

    private Mono<Rendering> invited(ApplicationForm form, Invitation invitation, ServerWebExchange exchange) {
        return home(invitation).map(home -> pages.invited(form, home, invitation, Map.of(), exchange));
    }

    @PostMapping(LINK)
    Mono<Rendering> submitInvited(
            @PathVariable String token, @ModelAttribute ApplicationForm form, ServerWebExchange exchange) {
        return inviting.find(token)
                .flatMap(invitation -> form.asksForMore()
                        ? invited(form, invitation, exchange)
                        : submitInvited(token, form, invitation, exchange))
                .switchIfEmpty(Mono.defer(() -> cameBefore(form, exchange)));
    }

    private Mono<Rendering> submitInvited(
            String token, ApplicationForm form, Invitation invitation, ServerWebExchange exchange) {
        return home(invitation).flatMap(home -> switch (check.check(form, List.of(home), invitation.number())) {
            case Checked.Bad bad -> Mono.just(pages.invited(form, home, invitation, bad.errors(), exchange));
            case Checked.Good good ->
                inviting.enter(token, sent(form, good, exchange)).map(entry -> entered(entry, exchange));
        });
    }

    private Mono<Rendering> cameBefore(ApplicationForm form, ServerWebExchange exchange) {
        return inviting.cameBefore(form.keyOrNew()).map(entry -> entered(entry, exchange));
    }

    private Rendering entered(Inviting.Entry entry, ServerWebExchange exchange) {
        return switch (entry) {
            case ENTERED -> pages.redirect(CodePage.DONE, exchange);
            case GONE -> pages.linkGone(exchange);
            case KNOWN -> pages.known(exchange);
        };
    }

    private Mono<District> home(Invitation invitation) {
        return districts.byId(invitation.district());
    }

    /** Districts that can be applied to: those from which a text can be sent. */
    private Mono<List<District>> open() {
        return districts.withLine().collectList();
    }
}
