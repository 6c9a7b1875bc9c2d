package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The session log as the REST API shows it. */
record Sessions(Answer answer) {

    /** A field of the newest call. */
    @Nullable
    Object latest(String field) {
        return JsonPath.read(answer.body(), "$[0]." + field);
    }

    Sessions latestHas(String field, @Nullable Object value) {
        assertThat(latest(field)).as(answer.body()).isEqualTo(value);
        return this;
    }

    Sessions count(int calls) {
        assertThat(JsonPath.<Integer>read(answer.body(), "$.length()"))
                .as(answer.body())
                .isEqualTo(calls);
        return this;
    }

    /** What became of the calls, newest first; null while one goes on. */
    List<@Nullable String> outcomes() {
        return JsonPath.read(answer.body(), "$[*].outcome");
    }

    /** Who was asked in the last decision of the newest call, best first. */
    List<String> askedLast() {
        return JsonPath.<List<List<String>>>read(answer.body(), "$[0].matching[*].decision.asked")
                .getLast();
    }

    List<String> all(String field) {
        return JsonPath.read(answer.body(), "$[*]." + field);
    }

    /** What became of the offers to this interpreter in the newest call. */
    List<String> fatesOf(Person interpreter) {
        return JsonPath.read(answer.body(), "$[0].offers[?(@.interpreterId=='" + interpreter.id() + "')].fate");
    }

    /** What became of all offers of the newest call, in the order in which they were made. */
    List<String> fates() {
        return JsonPath.read(answer.body(), "$[0].offers[*].fate");
    }

    /** The named times of the newest call are all there, and none is before the one named ahead of it. */
    Sessions timesInOrder(String... fields) {
        var times = Stream.of(fields)
                .map(field -> Instant.parse(String.valueOf(latest(field))))
                .toList();
        assertThat(times).as(answer.body()).isSorted();
        return this;
    }

    Duration between(String earlier, String later) {
        return Duration.between(time(earlier), time(later));
    }

    /** Why somebody was not asked, in the newest call; one reason for each decision that left this person out. */
    Set<String> reasonsAgainst(Person interpreter) {
        return Set.copyOf(JsonPath.<List<String>>read(
                answer.body(),
                "$[0].matching[*].decision.leftOut[?(@.interpreter=='" + interpreter.id() + "')].reason"));
    }

    /** How many were asked in each wave of the newest call. */
    List<Integer> waves() {
        return JsonPath.read(answer.body(), "$[0].matching[*].decision.asked.length()");
    }

    /** A time of the newest call. */
    Instant time(String field) {
        return Instant.parse(String.valueOf(latest(field)));
    }
}
