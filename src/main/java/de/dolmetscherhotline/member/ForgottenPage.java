package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.platform.ClientNetwork;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** For those who have forgotten their password: a link by mail, or whom to ask where no mail is sent. */
@PortalPage
@RequestMapping(ForgottenPage.PATH)
class ForgottenPage {

    static final String PATH = PortalAccess.PATH + "/forgotten";

    private static final String SENT = "sent";

    private final ForgottenPasswords passwords;
    private final MemberLetters letters;
    private final SignInLimits limits;
    private final ClientNetwork networks;

    ForgottenPage(ForgottenPasswords passwords, MemberLetters letters, SignInLimits limits, ClientNetwork networks) {
        this.passwords = passwords;
        this.letters = letters;
        this.limits = limits;
        this.networks = networks;
    }

    /** What was typed. */
    record Typed(@Nullable String mail) {

        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping
    Rendering form(@RequestParam(name = PortalViews.DONE, required = false) @Nullable String done) {
        return page("", null)
                .modelAttribute(PortalViews.DONE, SENT.equals(done))
                .build();
    }

    /** The same answer for every address. */
    @PostMapping
    Mono<Rendering> help(@ModelAttribute Typed typed, ServerWebExchange exchange) {
        if (!letters.areSent()) {
            return Mono.just(PortalViews.seeOther(PATH));
        }
        return MailAddress.parse(typed.mail())
                .map(mail -> help(mail, exchange))
                .orElseGet(() -> refused(
                        Objects.requireNonNullElse(typed.mail(), ""),
                        "portal.problem.mail",
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Mono<Rendering> help(MailAddress mail, ServerWebExchange exchange) {
        return limits.forgotten(mail, networks.of(exchange.getRequest()))
                .flatMap(allowed -> allowed
                        ? passwords.help(mail).thenReturn(PortalViews.done(PATH, SENT))
                        : refused(mail.address(), "portal.problem.too-many-letters", HttpStatus.TOO_MANY_REQUESTS));
    }

    private Mono<Rendering> refused(String mail, String problem, HttpStatus status) {
        return Mono.just(page(mail, problem)
                .modelAttribute(PortalViews.DONE, false)
                .status(status)
                .build());
    }

    private Rendering.Builder<?> page(String mail, @Nullable String problem) {
        var page =
                PortalViews.page("forgotten").modelAttribute("mail", mail).modelAttribute("mails", letters.areSent());
        return problem == null ? page : page.modelAttribute("mailProblem", problem);
    }
}
