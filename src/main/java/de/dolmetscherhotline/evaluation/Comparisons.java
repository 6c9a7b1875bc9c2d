package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Evaluation.Overview;
import de.dolmetscherhotline.evaluation.Evaluation.Row;
import de.dolmetscherhotline.kernel.DistrictId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is asked of a period and of the one before. Each answer is empty if there is no such district. */
@Component
public class Comparisons {

    private final Evaluation evaluation;

    Comparisons(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Something in a period, and the same in the one before. */
    public record Compared<T>(T now, T before) {}

    /** The key figures. */
    public Mono<Compared<Overview>> overview(DistrictId district, Period period) {
        return compared(period, one -> evaluation.overview(district, one));
    }

    /** The same for each value of which there is something to count in either period, in the order of the period. */
    public Mono<List<Compared<Row>>> by(DistrictId district, Period period, Breakdown breakdown) {
        return compared(period, one -> evaluation.by(district, one, breakdown))
                .map(found -> rows(found, Evaluation.order(breakdown)));
    }

    private static List<Compared<Row>> rows(Compared<List<Row>> found, Comparator<Row> order) {
        var now = byValue(found.now());
        var before = byValue(found.before());
        return Stream.concat(now.keySet().stream(), before.keySet().stream())
                .distinct()
                .map(value -> new Compared<>(
                        now.getOrDefault(value, Row.nothing(value)), before.getOrDefault(value, Row.nothing(value))))
                .sorted(Comparator.comparing(Compared<Row>::now, order))
                .toList();
    }

    private static Map<String, Row> byValue(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::value, Function.identity()));
    }

    /** How many requests to interpreters had which fate, by the word of the fate. */
    public Mono<List<Fate>> offers(DistrictId district, Period period) {
        return compared(period, one -> evaluation.offers(district, one))
                .map(found -> Stream.concat(found.now().keySet().stream(), found.before().keySet().stream())
                        .distinct()
                        .sorted()
                        .map(fate -> new Fate(
                                fate,
                                found.now().getOrDefault(fate, 0L),
                                found.before().getOrDefault(fate, 0L)))
                        .toList());
    }

    /** What became of requests to interpreters: how many now, and in the period before. */
    public record Fate(String fate, long offers, long before) {}

    private static <T> Mono<Compared<T>> compared(Period period, Function<Period, Mono<T>> question) {
        return question.apply(period)
                .flatMap(now -> question.apply(period.before()).map(before -> new Compared<>(now, before)));
    }
}
