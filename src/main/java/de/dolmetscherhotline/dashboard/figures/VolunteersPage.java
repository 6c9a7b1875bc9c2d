package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.dashboard.figures.ChartTable.Column;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Kind;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Line;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Value;
import de.dolmetscherhotline.evaluation.Comparisons;
import de.dolmetscherhotline.evaluation.Evaluation;
import de.dolmetscherhotline.evaluation.Fairness;
import de.dolmetscherhotline.evaluation.Figure;
import de.dolmetscherhotline.evaluation.Load;
import de.dolmetscherhotline.evaluation.Period;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What became of requests to interpreters, and how the load spreads over them. */
@DashboardPage(Role.VIEWER)
class VolunteersPage {

    static final String PATH = OverviewPage.PATH + "/volunteers";

    private final Comparisons comparisons;
    private final Evaluation evaluation;
    private final BreakdownTables tables;
    private final MessageSource messages;
    private final PeriodPages pages;

    VolunteersPage(
            Comparisons comparisons,
            Evaluation evaluation,
            BreakdownTables tables,
            MessageSource messages,
            PeriodPages pages) {
        this.comparisons = comparisons;
        this.evaluation = evaluation;
        this.tables = tables;
        this.messages = messages;
        this.pages = pages;
    }

    /** How the load spreads, as numbers of a page. */
    public record Spread(String members, String neverAsked, String withoutSession, String topTenth, String gini) {

        private static Spread of(Fairness fairness, NumberFormat numbers) {
            return new Spread(
                    numbers.format(fairness.members()),
                    numbers.format(fairness.neverAsked()),
                    numbers.format(fairness.withoutSession()),
                    Value.of(fairness.topTenthPercent(), numbers).text(),
                    Value.of(fairness.gini(), numbers).text());
        }
    }

    /** Who is on the page, for the audit trail. */
    public record Shown(List<UUID> interpreters) {}

    @GetMapping(PATH)
    Mono<Rendering> page(@AuthenticationPrincipal Staff who, @ModelAttribute ChosenPeriod.Typed typed, Locale locale) {
        var chosen = pages.chosen(who, typed, OverviewPage.USUAL);
        return pages.page(
                "volunteers",
                chosen,
                locale,
                period -> Mono.zip(comparisons.offers(who.district(), period), loads(who, period))
                        .map(found -> Map.of(
                                "offers",
                                tables.offers(found.getT1(), locale),
                                "spread",
                                Spread.of(found.getT2().fairness(), NumberFormat.getNumberInstance(locale)),
                                "loads",
                                loads(found.getT2(), chosen, locale),
                                "shown",
                                new Shown(List.copyOf(found.getT2().names().keySet())))));
    }

    private record Loads(Fairness fairness, Map<UUID, String> names) {}

    private Mono<Loads> loads(Staff who, Period period) {
        return evaluation
                .fairness(who.district(), period)
                .flatMap(fairness ->
                        evaluation.names(who.district(), fairness.loads()).map(names -> new Loads(fairness, names)));
    }

    /** People who were erased are not named. */
    private ChartTable loads(Loads found, ChosenPeriod chosen, Locale locale) {
        return new ChartTable(
                "loads",
                text("figures.loads", locale),
                Kind.COLUMNS,
                text("figures.loads.label", locale),
                Stream.of("sessions", "minutes", "asked", "accepted")
                        .map(column ->
                                new Column(text("figures.loads." + column, locale), null, column.equals("sessions")))
                        .toList(),
                found.fairness().loads().stream()
                        .map(load -> line(load, found.names(), chosen, locale))
                        .toList());
    }

    private Line line(Load load, Map<UUID, String> names, ChosenPeriod chosen, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        var name = names.get(load.interpreter());
        return new Line(
                name == null ? text("figures.loads.erased", locale) : name,
                name == null ? null : HoursPage.PATH + "/" + load.interpreter() + "?" + chosen.query(),
                List.of(
                        Value.of(load.sessions(), numbers),
                        Value.of(Figure.minutes(load.talkMillis()), numbers),
                        Value.of(load.asked(), numbers),
                        Value.of(load.accepted(), numbers)));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
