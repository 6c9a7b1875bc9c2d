package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.evaluation.Evaluation;
import de.dolmetscherhotline.evaluation.Fairness;
import de.dolmetscherhotline.evaluation.Hours;
import de.dolmetscherhotline.evaluation.Load;
import de.dolmetscherhotline.evaluation.Period;
import de.dolmetscherhotline.pool.Interpreter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How much fell to a member, against what fell to the others. */
@Component
class LoadFigures {

    private final Evaluation evaluation;
    private final Hours hours;
    private final Clock clock;

    LoadFigures(Evaluation evaluation, Hours hours, Clock clock) {
        this.evaluation = evaluation;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * What fell to somebody in the last days, today included.
     *
     * @param asked how often she was asked
     * @param accepted how often she said yes
     * @param sessions conversations that she interpreted
     * @param minutes of them, each that was begun, as in her statement of hours
     * @param medianAsked as often half of the pool was asked at most, those who were never asked included
     * @param medianSessions the same of conversations
     */
    public record Figures(
            int days,
            long asked,
            long accepted,
            long sessions,
            long minutes,
            double medianAsked,
            double medianSessions) {}

    /** Of the last 30 and the last 90 days. */
    Flux<Figures> of(Interpreter member) {
        return Flux.just(30, 90).concatMap(days -> of(member, days));
    }

    private Mono<Figures> of(Interpreter member, int days) {
        var today = LocalDate.ofInstant(clock.instant(), member.timeZone());
        var period = new Period(today.minusDays(days - 1L), today);
        return evaluation
                .fairness(member.profile().districtId(), period)
                .zipWith(
                        minutes(member, period),
                        (fairness, minutes) ->
                                figures(days, fairness, member.id().value(), minutes));
    }

    private Mono<Long> minutes(Interpreter member, Period period) {
        return hours.statements(member.profile().districtId(), member.id(), period)
                .map(statements -> statements.stream()
                        .mapToLong(statement -> statement.sum().minutes())
                        .sum())
                .defaultIfEmpty(0L);
    }

    private static Figures figures(int days, Fairness fairness, UUID who, long minutes) {
        var own = fairness.loads().stream()
                .filter(load -> load.interpreter().equals(who))
                .findFirst()
                .orElseGet(() -> new Load(who, 0, 0, 0, 0));
        return new Figures(
                days,
                own.asked(),
                own.accepted(),
                own.sessions(),
                minutes,
                median(fairness, Load::asked),
                median(fairness, Load::sessions));
    }

    /** PoolMembers to whom nothing fell count with zero. */
    static double median(Fairness fairness, ToLongFunction<Load> figure) {
        var idle = LongStream.generate(() -> 0)
                .limit(fairness.members() - (long) fairness.loads().size());
        var ascending = LongStream.concat(idle, fairness.loads().stream().mapToLong(figure))
                .sorted()
                .toArray();
        if (ascending.length == 0) {
            return 0;
        }
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2.0;
    }
}
