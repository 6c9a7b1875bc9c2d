package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.platform.PageLanguage;
import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.platform.SqlValues;
import de.dolmetscherhotline.recruiting.Invitations.Invitation;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** What the pages of the application show, and the cookie that leads from one to the next. */
@Component
class ApplyPages {

    /** Names the application that waits for its code; of no use to anybody who has not its telephone. */
    private static final String COOKIE = "application";

    private static final String LANGUAGE = "lang";

    private final Languages languages;
    private final PrivacyNotice notice;
    private final PublicUrl publicUrl;
    private final RecruitingSettings settings;

    ApplyPages(Languages languages, PrivacyNotice notice, PublicUrl publicUrl, RecruitingSettings settings) {
        this.languages = languages;
        this.notice = notice;
        this.publicUrl = publicUrl;
        this.settings = settings;
    }

    /** A language that can be chosen. */
    public record Option(String tag, String name) {}

    /** The language of the page: German or English. */
    static String language(ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return locale == null ? Locale.GERMAN.getLanguage() : locale.getLanguage();
    }

    Rendering form(ApplicationForm form, List<District> open, Map<String, String> errors, ServerWebExchange exchange) {
        return form(form, open, errors, exchange, errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    Rendering form(
            ApplicationForm form,
            List<District> open,
            Map<String, String> errors,
            ServerWebExchange exchange,
            HttpStatus status) {
        return formPage(form, errors, exchange, status)
                .modelAttribute("districts", open)
                .build();
    }

    Rendering invited(
            ApplicationForm form,
            District home,
            Invitation invitation,
            Map<String, String> errors,
            ServerWebExchange exchange) {
        return formPage(form, errors, exchange, errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .modelAttribute("districts", List.of(home))
                .modelAttribute("number", invitation.number().e164())
                .build();
    }

    private Rendering.Builder<?> formPage(
            ApplicationForm form, Map<String, String> errors, ServerWebExchange exchange, HttpStatus status) {
        return page("apply", exchange)
                .status(status)
                .modelAttribute("form", form)
                .modelAttribute("key", form.keyOrNew())
                .modelAttribute("errors", errors)
                .modelAttribute("options", options(exchange))
                .modelAttribute("levels", words(List.of(LanguageLevel.values())))
                .modelAttribute("genders", words(List.of(Gender.values())))
                .modelAttribute("roles", words(FormCheck.offeredRoles()));
    }

    private static List<String> words(List<? extends Enum<?>> constants) {
        return constants.stream().map(SqlValues::word).toList();
    }

    private List<Option> options(ServerWebExchange exchange) {
        var locale = Locale.of(language(exchange));
        return languages.all().stream()
                .map(spoken -> new Option(spoken.language().tag(), name(spoken, locale)))
                .sorted(Comparator.comparing(Option::name, Collator.getInstance(locale)))
                .toList();
    }

    private static String name(SpokenLanguage spoken, Locale locale) {
        var english = Locale.forLanguageTag(spoken.language().tag()).getDisplayName(Locale.ENGLISH);
        var name = locale.equals(Locale.ENGLISH) ? english : spoken.name();
        return name.equals(spoken.ownName()) ? name : name + " – " + spoken.ownName();
    }

    /** No district takes applications. */
    Rendering closed(ServerWebExchange exchange) {
        return page("closed", exchange).status(HttpStatus.NOT_FOUND).build();
    }

    Rendering code(@Nullable String error, HttpStatus status, ServerWebExchange exchange) {
        return page("code", exchange)
                .status(status)
                .modelAttribute("error", error == null ? "" : error)
                .modelAttribute("again", false)
                .build();
    }

    Rendering sentAgain(ServerWebExchange exchange) {
        return page("code", exchange)
                .modelAttribute("error", "")
                .modelAttribute("again", true)
                .build();
    }

    Rendering done(ServerWebExchange exchange) {
        return page("done", exchange).build();
    }

    /** The link of an invitation leads nowhere any more. */
    Rendering linkGone(ServerWebExchange exchange) {
        return page("gone", exchange).status(HttpStatus.GONE).build();
    }

    /** Said only to whoever has shown that the number is hers. */
    Rendering known(ServerWebExchange exchange) {
        return page("known", exchange).status(HttpStatus.CONFLICT).build();
    }

    Rendering notice(ServerWebExchange exchange) {
        return page("notice", exchange)
                .modelAttribute("blocks", notice.in(language(exchange)).blocks())
                .build();
    }

    private static Rendering.Builder<?> page(String template, ServerWebExchange exchange) {
        return Rendering.view("recruiting/" + template)
                .modelAttribute("path", exchange.getRequest().getPath().value())
                .modelAttribute("query", query(exchange));
    }

    /** The language that the address names, for addresses that follow. */
    private static String query(ServerWebExchange exchange) {
        return Stream.ofNullable(exchange.getRequest().getQueryParams().getFirst(LANGUAGE))
                .filter(PageLanguage::offers)
                .map(language -> "?" + LANGUAGE + "=" + language)
                .findFirst()
                .orElse("");
    }

    Rendering redirect(String path, ServerWebExchange exchange) {
        return Rendering.redirectTo(path + query(exchange))
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    void remember(UUID application, ServerWebExchange exchange) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from(COOKIE, application.toString())
                        .path(ApplyPage.PATH)
                        .httpOnly(true)
                        .secure(publicUrl.isTls())
                        .sameSite("Strict")
                        .maxAge(settings.unconfirmedKept())
                        .build());
    }

    /** The application that this browser has sent; empty if there is none, or somebody has changed the cookie. */
    Optional<UUID> remembered(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .flatMap(ApplyPages::id);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }
}
