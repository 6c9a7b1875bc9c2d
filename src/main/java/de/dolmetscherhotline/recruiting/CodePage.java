package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.platform.ClientNetwork;
import de.dolmetscherhotline.recruiting.Applying.Confirmation;
import de.dolmetscherhotline.recruiting.Applying.Submitted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where somebody who has applied enters the code that was texted to her; and what comes after it. */
@Controller
class CodePage {

    static final String PATH = ApplyPage.PATH + "/code";
    static final String DONE = ApplyPage.PATH + "/danke";
    static final String NOTICE = ApplyPage.PATH + "/datenschutz";

    private static final String AGAIN = PATH + "/neu";

    private final Applying applying;
    private final ClientNetwork networks;
    private final ApplyPages pages;

    CodePage(Applying applying, ClientNetwork networks, ApplyPages pages) {
        this.applying = applying;
        this.networks = networks;
        this.pages = pages;
    }

    /** What was typed. */
    record CodeForm(@Nullable String code) {

        /** Without the blanks with which people part digits. */
        String digits() {
            return code == null ? "" : code.replaceAll("[^0-9]", "");
        }
    }

    @GetMapping(PATH)
    Rendering page(ServerWebExchange exchange) {
        return pages.code(null, HttpStatus.OK, exchange);
    }

    @PostMapping(PATH)
    Mono<Rendering> confirm(@ModelAttribute CodeForm form, ServerWebExchange exchange) {
        return pages.remembered(exchange)
                .map(application -> applying.confirm(application, form.digits()))
                .orElseGet(() -> Mono.just(Confirmation.WRONG))
                .map(confirmation -> answer(confirmation, exchange));
    }

    private Rendering answer(Confirmation confirmation, ServerWebExchange exchange) {
        return switch (confirmation) {
            case CONFIRMED -> pages.redirect(DONE, exchange);
            case WRONG -> pages.code("apply.code.wrong", HttpStatus.BAD_REQUEST, exchange);
            case SPENT -> pages.code("apply.code.spent", HttpStatus.BAD_REQUEST, exchange);
            case KNOWN -> pages.known(exchange);
            case GONE -> pages.code("apply.code.gone", HttpStatus.BAD_REQUEST, exchange);
        };
    }

    @PostMapping(AGAIN)
    Mono<Rendering> again(ServerWebExchange exchange) {
        return pages.remembered(exchange)
                .map(application -> applying.sendAgain(application, networks.of(exchange.getRequest())))
                .orElseGet(() -> Mono.just(new Submitted.Gone()))
                .map(submitted -> answer(submitted, exchange));
    }

    private Rendering answer(Submitted submitted, ServerWebExchange exchange) {
        return switch (submitted) {
            case Submitted.Waiting waiting -> pages.sentAgain(exchange);
            case Submitted.Confirmed confirmed -> pages.redirect(DONE, exchange);
            case Submitted.TooMany tooMany ->
                pages.code("apply.error.too-many", HttpStatus.TOO_MANY_REQUESTS, exchange);
            case Submitted.Gone gone -> pages.code("apply.code.gone", HttpStatus.BAD_REQUEST, exchange);
        };
    }

    @GetMapping(DONE)
    Rendering done(ServerWebExchange exchange) {
        return pages.done(exchange);
    }

    @GetMapping(NOTICE)
    Rendering notice(ServerWebExchange exchange) {
        return pages.notice(exchange);
    }
}
