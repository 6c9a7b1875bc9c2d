package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.CommitteeReport.KeyFigure;
import de.dolmetscherhotline.evaluation.CommitteeReport.Line;
import de.dolmetscherhotline.evaluation.CommitteeReport.Table;
import de.dolmetscherhotline.evaluation.Evaluation.Overview;
import de.dolmetscherhotline.evaluation.Person.Sex;
import de.dolmetscherhotline.evaluation.ReportTexts.Texts;
import de.dolmetscherhotline.evaluation.ReportTexts.Written;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.line.District;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes reports to the committee. */
@Component
public class CommitteeReports {

    private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\h*\\R");

    private final Evaluation evaluation;
    private final Sums sums;
    private final People people;
    private final ReportTexts texts;
    private final Words words;

    CommitteeReports(Evaluation evaluation, Sums sums, People people, ReportTexts texts, Words words) {
        this.evaluation = evaluation;
        this.sums = sums;
        this.people = people;
        this.texts = texts;
        this.words = words;
    }

    /** The report about a period; empty if there is no such district. */
    public Mono<CommitteeReport> of(DistrictId district, Period period, Locale locale) {
        return evaluation
                .counted(district)
                .flatMap(found -> Mono.zip(
                                facts(found.id(), period),
                                facts(found.id(), period.before()),
                                texts.of(found.id(), period).map(Written::texts))
                        .map(facts -> report(found, period, facts.getT1(), facts.getT2(), facts.getT3(), locale)));
    }

    /** What a report about a period is made of. */
    private record Facts(
            Overview overview,
            Map<String, Measures> byMunicipality,
            Map<String, Measures> byLanguage,
            Map<String, Measures> byKind,
            List<Load> loads,
            List<Person> people,
            LocalDate day) {

        private CallTables calls() {
            return CallTables.of(byMunicipality, loads, people, day);
        }

        private PoolTables pool() {
            return PoolTables.of(people.stream().filter(Person::active).toList(), day);
        }
    }

    private Mono<Facts> facts(DistrictId district, Period period) {
        return sums.loads(district, period)
                .collectList()
                .flatMap(loads -> Mono.zip(
                        evaluation.overviewOf(district, period),
                        sums.by(district, period, Breakdown.MUNICIPALITY),
                        sums.by(district, period, Breakdown.LANGUAGE),
                        sums.by(district, period, Breakdown.ORGANISATION_KIND),
                        people.of(
                                        district,
                                        loads.stream().map(Load::interpreter).toList())
                                .collectList(),
                        Mono.just(loads)))
                .map(found -> new Facts(
                        found.getT1(),
                        found.getT2(),
                        found.getT3(),
                        found.getT4(),
                        found.getT6(),
                        found.getT5(),
                        period.to()));
    }

    private CommitteeReport report(
            District district, Period period, Facts now, Facts before, Texts written, Locale locale) {
        var calls = now.calls();
        var pool = now.pool();
        return new CommitteeReport(
                words.text("evaluation.report.title", locale, district.name()),
                period,
                period.before(),
                paragraphs(written.introduction()),
                paragraphs(period, locale),
                figures(calls, now.overview(), before, locale),
                List.of(
                        byMunicipality(calls, locale),
                        sessionsByAge(calls, locale),
                        membersByAge(pool, locale),
                        membersByMunicipality(pool, locale),
                        list("languages", now.byLanguage(), tag -> words.language(tag, locale), locale),
                        list("kinds", now.byKind(), kind -> words.organisationKind(kind, locale), locale)),
                paragraphs(written.conclusion()));
    }

    private static List<String> paragraphs(String text) {
        return EMPTY_LINE
                .splitAsStream(text)
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private List<String> paragraphs(Period period, Locale locale) {
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        var before = period.before();
        return List.of(
                words.text("evaluation.report.period", locale, days.format(period.from()), days.format(period.to())),
                words.text("evaluation.report.before", locale, days.format(before.from()), days.format(before.to())),
                words.text("evaluation.report.counting", locale),
                words.text("evaluation.report.small-cells", locale));
    }

    private List<KeyFigure> figures(CallTables calls, Overview now, Facts before, Locale locale) {
        var callsBefore = before.calls();
        return PublishedFigures.TOLD.stream()
                .map(figure -> new KeyFigure(
                        figure,
                        words.name(figure, locale),
                        words.definition(figure, locale),
                        PublishedFigures.of(figure, calls, now),
                        PublishedFigures.of(figure, callsBefore, before.overview())))
                .toList();
    }

    private Table byMunicipality(CallTables calls, Locale locale) {
        var lines = calls.municipalities().stream()
                .map(place -> Line.of(
                        words.municipality(place, locale),
                        Stream.of(calls.calls(place), calls.sessions(place), calls.others(place))));
        var all = Line.of(words.all(locale), Stream.of(calls.calls(), calls.sessions(), calls.others()));
        return table("municipalities", List.of("calls", "sessions", "others"), 0, lines, all, locale);
    }

    private Table sessionsByAge(CallTables calls, Locale locale) {
        var lines = Stream.of(AgeGroup.values())
                .map(age ->
                        bySex(words.word("age", age, locale), sex -> calls.sessions(age, sex), calls.sessions(age)));
        return bySex("sessions", lines, bySex(words.all(locale), calls::sessions, calls.sessions()), locale);
    }

    private Table membersByAge(PoolTables pool, Locale locale) {
        var lines = Stream.of(AgeGroup.values())
                .map(age -> bySex(words.word("age", age, locale), sex -> pool.of(age, sex), pool.of(age)));
        return bySex("members", lines, bySex(words.all(locale), pool::all, pool.all()), locale);
    }

    private Table membersByMunicipality(PoolTables pool, Locale locale) {
        var lines = pool.municipalities().stream()
                .map(place -> bySex(words.municipality(place, locale), sex -> pool.of(place, sex), pool.of(place)));
        return bySex("members-at", lines, bySex(words.all(locale), pool::all, pool.all()), locale);
    }

    private static Line bySex(String label, Function<Sex, @Nullable Long> counts, @Nullable Long all) {
        return Line.of(label, Stream.concat(Stream.of(Sex.values()).map(counts), Stream.of(all)));
    }

    private Table bySex(String name, Stream<Line> lines, Line all, Locale locale) {
        var columns = List.of("female", "male", "diverse", "unknown", "all");
        return table(name, columns, columns.indexOf("all"), lines, all, locale);
    }

    /** Calls by something, in the order of its names. */
    private Table list(String name, Map<String, Measures> by, Function<String, String> label, Locale locale) {
        var network = new Network();
        by.forEach((value, counted) -> network.add("of " + value, "begin", "end", counted.calls()));
        network.add(
                "all",
                "end",
                "begin",
                by.values().stream().mapToLong(Measures::calls).sum());
        network.protect("all");
        var lines = by.keySet().stream()
                .map(value -> Line.of(label.apply(value), Stream.of(network.published("of " + value))))
                .sorted(Comparator.comparing(Line::label));
        var all = Line.of(words.all(locale), Stream.of(network.published("all")));
        return table(name, List.of("calls"), 0, lines, all, locale);
    }

    /** Without lines in which there is nothing. */
    private Table table(String name, List<String> columns, int shown, Stream<Line> lines, Line all, Locale locale) {
        var key = "evaluation.table." + name;
        return new Table(
                words.text(key + ".name", locale),
                words.text(key + ".note", locale),
                Stream.concat(
                                Stream.of(words.text(key + ".label", locale)),
                                columns.stream().map(column -> words.text("evaluation.column." + column, locale)))
                        .toList(),
                Stream.concat(lines.filter(line -> !line.isEmpty()), Stream.of(all))
                        .toList(),
                shown);
    }
}
