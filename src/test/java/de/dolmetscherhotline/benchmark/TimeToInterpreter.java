package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.benchmark.VirtualHotline.Search;
import de.dolmetscherhotline.matching.Strategy;
import de.dolmetscherhotline.simulator.Behaviour;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * How long callers wait for an interpreter, and how many telephones ring for it: twenty volunteers, each of whom accepts
 * with a probability of one half, 3 to 12 s after the telephone began to ring, and otherwise lets it ring. One call at a
 * time, so that everybody is free. The real application, stores and webhooks, but in virtual time; the same seed gives the
 * same volunteers' answers to every strategy.
 *
 * <pre>
 * ./mvnw test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *     -Dexec.args="-cp %classpath de.dolmetscherhotline.benchmark.TimeToInterpreter"
 * </pre>
 *
 * {@code -Dcalls=300} says how many calls each strategy gets, {@code -Dseed=2017} which ones, {@code -Dstrategies=WAVES}
 * which strategies. Any setting of the application may be given, such as {@code -Dhotline.call.seek-again=1s}. With
 * {@code -Djava.io.tmpdir=/dev/shm} the stores are kept in memory, which is twice as fast.
 */
public final class TimeToInterpreter {

    private static final int VOLUNTEERS = 20;
    private static final Duration BETWEEN_CALLS = Duration.ofMinutes(5);

    /** Seconds; a call that nobody took lasted for ever. */
    private record Figures(double within15, double median, double p95, double phones) {

        static Figures of(List<Search> searches) {
            var seconds = searches.stream()
                    .map(search -> Objects.requireNonNullElse(search.seconds(), Double.POSITIVE_INFINITY))
                    .sorted()
                    .toList();
            return new Figures(
                    seconds.stream().filter(wait -> wait <= 15).count() / (double) seconds.size(),
                    seconds.get(seconds.size() / 2),
                    seconds.get(Math.min(seconds.size() - 1, seconds.size() * 95 / 100)),
                    searches.stream().mapToInt(Search::phonesRung).average().orElse(0));
        }
    }

    private final int calls = Integer.getInteger("calls", 300);
    private final long seed = Long.getLong("seed", 2017);
    private final List<Strategy> strategies = strategies();
    private final List<String> verdicts = new ArrayList<>();
    private final Path directory;
    private final PrintStream out;

    private TimeToInterpreter(Path directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    private static List<Strategy> strategies() {
        var asked = System.getProperty("strategies");
        return asked == null
                ? List.of(Strategy.values())
                : Stream.of(asked.split(",", -1)).map(Strategy::valueOf).toList();
    }

    public static void main(String[] args) throws IOException {
        var directory = Files.createTempDirectory("hotline-benchmark");
        new TimeToInterpreter(directory, System.out).run();
        FileSystemUtils.deleteRecursively(directory);
    }

    private void run() {
        out.printf("%d calls each, seed %d%n", calls, seed);
        out.println("strategy     calls/s   within 15 s   median      95 %   telephones rung");
        for (var strategy : strategies) {
            var slowly = measure(strategy, 1);
            var fast = measure(strategy, 5);
            if (strategy == Strategy.WAVES) {
                compareWithTheGoals(slowly, fast);
            }
        }
        verdicts.forEach(out::println);
    }

    private void compareWithTheGoals(Figures slowly, Figures fast) {
        verdict("waves, 1 call/s: at least 93 % within 15 s", slowly.within15() >= 0.93);
        verdict("waves, 1 call/s: median at most 8.5 s", slowly.median() <= 8.5);
        verdict("waves, 1 call/s: at most 5 telephones", slowly.phones() <= 5);
        verdict("waves, 5 calls/s: at least 95 % within 15 s", fast.within15() >= 0.95);
        verdict("waves, 5 calls/s: median at most 7 s", fast.median() <= 7);
    }

    private Figures measure(Strategy strategy, int callsPerSecond) {
        try (var hotline = VirtualHotline.start(directory, strategy, callsPerSecond)) {
            var volunteers = hotline.volunteers(VOLUNTEERS);
            var random = new Random(seed);
            var searches = new ArrayList<Search>();
            for (int call = 0; call < calls; call++) {
                volunteers.forEach(volunteer -> volunteer.behaves(moodOf(random)));
                searches.add(hotline.call());
                hotline.pass(BETWEEN_CALLS);
            }
            hotline.violations().forEach(violation -> out.println("the network objects: " + violation));
            return report(strategy, callsPerSecond, Figures.of(searches));
        }
    }

    /** Both are always drawn, so that the strategies do not influence what comes next. */
    private static Behaviour moodOf(Random random) {
        boolean accepts = random.nextBoolean();
        var after = Duration.ofMillis(random.nextLong(3_000, 12_000));
        return accepts ? Behaviour.accepts(after) : Behaviour.neverAnswers();
    }

    private Figures report(Strategy strategy, int callsPerSecond, Figures figures) {
        out.printf(
                Locale.ROOT,
                "%-12s %7d %11.1f %% %6.1f s  %6.1f s %17.2f%n",
                strategy.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                callsPerSecond,
                100 * figures.within15(),
                figures.median(),
                figures.p95(),
                figures.phones());
        return figures;
    }

    private void verdict(String goal, boolean reached) {
        verdicts.add((reached ? "PASS  " : "FAIL  ") + goal);
    }
}
