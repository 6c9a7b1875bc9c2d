package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.evaluation.Period;
import de.dolmetscherhotline.evaluation.ReportTexts;
import de.dolmetscherhotline.evaluation.ReportTexts.Texts;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where coordinators write what stands before and after the figures of a report. */
@DashboardPage(Role.COORDINATOR)
@RequestMapping(ReportTextsPage.PATH)
class ReportTextsPage {

    static final String PATH = ReportPage.PATH + "/texts";

    private static final String TEMPLATE = "report-texts";

    private final ReportTexts texts;
    private final PeriodPages pages;

    ReportTextsPage(ReportTexts texts, PeriodPages pages) {
        this.texts = texts;
        this.pages = pages;
    }

    /** What was typed. */
    record Typed(
            @Nullable String introduction,
            @Nullable String conclusion,
            @Nullable String version) {

        private Form form() {
            return Form.of(new Texts(text(introduction), text(conclusion)), versionOrNone());
        }

        /** None that anything has, if somebody has changed it. */
        private long versionOrNone() {
            var typed = text(version);
            return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
        }

        /** Browsers send each end of a line as two characters; the database takes every other character but the null. */
        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "")
                    .replace("\r\n", "\n")
                    .replace("\0", "")
                    .strip();
        }
    }

    /**
     * What the form shows.
     *
     * @param version of the texts that these will replace
     * @param introductionProblem key of what is wrong with the introduction; null if nothing is
     * @param conclusionProblem the same of the conclusion
     */
    public record Form(
            Texts texts,
            long version,
            @Nullable String introductionProblem,
            @Nullable String conclusionProblem) {

        private static Form of(Texts texts, long version) {
            return new Form(texts, version, problem(texts.introduction()), problem(texts.conclusion()));
        }

        private static @Nullable String problem(String text) {
            return text.length() > ReportTexts.LONGEST ? "figures.problem.long" : null;
        }

        public boolean isWrong() {
            return introductionProblem != null || conclusionProblem != null;
        }
    }

    @GetMapping
    Mono<Rendering> form(
            @AuthenticationPrincipal Staff who, @ModelAttribute("asked") ChosenPeriod.Typed asked, Locale locale) {
        return pages.page(
                TEMPLATE,
                pages.chosen(who, asked, ReportPage.USUAL),
                locale,
                period -> texts.of(who.district(), period)
                        .map(found -> content(Form.of(found.texts(), found.version()), false)));
    }

    @PostMapping
    Mono<Rendering> write(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute("asked") ChosenPeriod.Typed asked,
            @ModelAttribute Typed typed,
            Locale locale) {
        var chosen = pages.chosen(who, asked, ReportPage.USUAL);
        var form = typed.form();
        var period = chosen.known();
        return period == null || form.isWrong()
                ? refused(chosen, form, locale)
                : written(who, period, chosen, form, locale);
    }

    private Mono<Rendering> written(Staff who, Period period, ChosenPeriod chosen, Form form, Locale locale) {
        var shown = ReportPage.PATH + "?" + chosen.days() + "&" + DashboardViews.DONE + "=" + ReportPage.SAVED;
        return texts.write(who.district(), period, form.texts(), form.version())
                .flatMap(written -> written
                        ? Mono.just(DashboardViews.seeOther(shown))
                        : outdated(who, chosen, form.texts(), locale));
    }

    /** She sees what she typed, and may save it over what somebody else has saved meanwhile. */
    private Mono<Rendering> outdated(Staff who, ChosenPeriod chosen, Texts typed, Locale locale) {
        return pages.page(
                TEMPLATE,
                chosen,
                HttpStatus.CONFLICT,
                locale,
                period -> texts.of(who.district(), period).map(now -> content(Form.of(typed, now.version()), true)));
    }

    private Mono<Rendering> refused(ChosenPeriod chosen, Form form, Locale locale) {
        return pages.page(
                TEMPLATE, chosen, HttpStatus.UNPROCESSABLE_CONTENT, locale, period -> Mono.just(content(form, false)));
    }

    /** @param outdated whether somebody else has saved something meanwhile */
    private static Map<String, Object> content(Form form, boolean outdated) {
        return Map.of("form", form, "outdated", outdated);
    }
}
