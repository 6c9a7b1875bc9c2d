package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.MatchingPolicy;
import de.dolmetscherhotline.matching.Ranking;
import de.dolmetscherhotline.pool.Candidates;
import de.dolmetscherhotline.pool.Reach;
import de.dolmetscherhotline.pool.Reservations;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.testsupport.VirtualApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How fast a search finds, ranks and takes interpreters among 100,000 (50 languages, of which the commonest has a seventh of
 * all speakers; a tenth is on duty), beside the bare claim that takes as many for the same language and looks at nothing
 * else. Both in turn, in the same run, on the same embedded PostgreSQL.
 *
 * <pre>
 * ./mvnw test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *     -Dexec.args="-cp %classpath de.dolmetscherhotline.benchmark.MatchAndClaim"
 * </pre>
 *
 * {@code -Dinterpreters=100000} says how many there are in all, {@code -Ddistricts=1} in how many districts of the same size,
 * {@code -Drounds=20} how often both are measured, {@code -Dsearches=200} how many searches that are, {@code -Dat-once=8} how
 * many of them at once, {@code -Dphones=3} how many each takes.
 */
public final class MatchAndClaim {

    private static final int LANGUAGES = 50;

    private final int interpreters = Integer.getInteger("interpreters", 100_000);
    private final int districts = Integer.getInteger("districts", 1);
    private final int rounds = Integer.getInteger("rounds", 20);
    private final int searches = Integer.getInteger("searches", 200);
    private final int atOnce = Integer.getInteger("at-once", 8);
    private final int phones = Integer.getInteger("phones", 3);
    private final Random random = new Random(2017);
    private final PrintStream out;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Candidates candidates;
    private final MatchingPolicy policy;
    private final Reservations reservations;
    private final List<Language> languages;

    private MatchAndClaim(VirtualApplication application, PrintStream out) {
        this.database = application.bean(DatabaseClient.class);
        this.transaction = application.bean(TransactionalOperator.class);
        this.candidates = application.bean(Candidates.class);
        this.policy = application.bean(MatchingPolicy.class);
        this.reservations = application.bean(Reservations.class);
        this.languages = application.bean(Languages.class).all().stream()
                .map(spoken -> spoken.language())
                .limit(LANGUAGES)
                .toList();
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        var directory = Files.createTempDirectory("hotline-benchmark");
        try (var application = VirtualApplication.start(settings(directory))) {
            new MatchAndClaim(application, System.out).run();
        }
        FileSystemUtils.deleteRecursively(directory);
    }

    private static Map<String, String> settings(Path directory) {
        return Map.of(
                "hotline.local.directory", directory.toString(),
                "hotline.twilio.api-url", "http://127.0.0.1:1",
                "hotline.database.statement", "10m",
                "logging.level.root", "warn");
    }

    private record Search(CallId call, DistrictId district, Language language) {}

    private record Figures(Duration time, long taken) {

        private Figures plus(Figures other) {
            return new Figures(time.plus(other.time), taken + other.taken);
        }
    }

    private void run() {
        fill();
        out.printf("%d interpreters, %d district(s), %d searches at once%n", interpreters, districts, atOnce);
        var bare = new Figures(Duration.ZERO, 0);
        var real = bare;
        for (int round = -1; round < rounds; round++) {
            var wanted = someSearches();
            var bareRound = measure(wanted, this::bareClaim);
            var realRound = measure(wanted, this::search);
            if (round >= 0) {
                bare = bare.plus(bareRound);
                real = real.plus(realRound);
            }
        }
        report("bare claim", bare);
        report("candidates, rank, take", real);
        out.printf(Locale.ROOT, "ratio %.3f%n", rate(real) / rate(bare));
    }

    private void report(String what, Figures figures) {
        out.printf(
                Locale.ROOT,
                "%-24s %8.0f /s, %.2f taken each%n",
                what,
                rate(figures),
                figures.taken() / (double) (rounds * searches));
    }

    private double rate(Figures figures) {
        return rounds * searches / (figures.time().toNanos() / 1e9);
    }

    /** Everybody who is taken is let go again afterwards, at which nobody looks. */
    private Figures measure(List<Search> wanted, Function<Search, Mono<Long>> claim) {
        long began = System.nanoTime();
        long taken = Flux.fromIterable(wanted)
                .flatMap(claim, atOnce)
                .reduce(0L, Long::sum)
                .blockOptional()
                .orElse(0L);
        var time = Duration.ofNanos(System.nanoTime() - began);
        sql("update interpreter set reserved_for = null, reserved_at = null where reserved_for is not null");
        return new Figures(time, taken);
    }

    private Mono<Long> search(Search search) {
        return candidates
                .speaking(List.of(search.language()), search.district(), null, Set.of())
                .collectList()
                .map(found -> policy.rank(Need.of(search.language()), found, TestTelephony.CLOCK.instant()))
                .flatMap(ranking -> take(search, ranking))
                .as(transaction::transactional);
    }

    private Mono<Long> take(Search search, Ranking ranking) {
        var ranked = ranking.eligible().stream().map(Candidate::id).toList();
        return reservations.take(ranked, phones, search.call(), Reach.ON_DUTY).count();
    }

    private Mono<Long> bareClaim(Search search) {
        return database.sql("""
                        update interpreter set reserved_for = :call, reserved_at = now()
                        where id in (select i.id from interpreter i join interpreter_language l on l.interpreter_id = i.id
                                     where l.tag = :tag and i.district_id = :district and i.duty = 'on_duty'
                                       and i.reserved_for is null
                                     limit :most for update of i skip locked)
                        returning id""")
                .bind("call", search.call().value())
                .bind("tag", search.language().tag())
                .bind("district", search.district().value())
                .bind("most", phones)
                .mapValue(UUID.class)
                .all()
                .count();
    }

    private List<Search> someSearches() {
        var all = new ArrayList<Search>();
        for (int i = 0; i < searches; i++) {
            var language = languages.get((int) (languages.size() * Math.pow(random.nextDouble(), 2)));
            all.add(new Search(CallId.random(), district(random.nextInt(districts)), language));
        }
        return all;
    }

    private static DistrictId district(int number) {
        return new DistrictId(new UUID(7, number));
    }

    private void fill() {
        for (int number = 0; number < districts; number++) {
            sql("insert into district (id, name, time_zone) values ('" + district(number) + "', 'Landkreis " + number
                    + "', 'Europe/Berlin')");
        }
        sql("""
                insert into interpreter (id, district_id, name, date_of_birth, activated_on, status, gender,
                                         duty, duty_until, last_asked_at, times_asked, times_accepted)
                select gen_random_uuid(), ('00000000-0000-0007-0000-' || lpad(to_hex(n %% %1$d), 12, '0'))::uuid,
                       'Dolmetscherin ' || n, '1985-03-01', '2020-01-01', 'active',
                       case when random() < 0.6 then 'female' else 'male' end,
                       case when random() < 0.1 then 'on_duty' when random() < 0.1 then 'said_off' else 'not_on_duty' end,
                       timestamptz '2126-01-01', timestamptz '2026-11-01' - random() * interval '90 days', 10, 5
                from generate_series(0, %2$d) as n""".formatted(districts, interpreters - 1));
        sql("""
                insert into interpreter_language (interpreter_id, tag, level)
                select i.id, (array['%s'])[1 + floor(%d * power(random(), 2))::int], 'native'
                from interpreter i, generate_series(1, 2) as n
                where n = 1 or random() < 0.3
                on conflict do nothing""".formatted(
                        String.join("','", languages.stream().map(Language::tag).toList()), languages.size()));
        sql("insert into interpreter_subject (interpreter_id, subject) select id, 'medical' from interpreter");
        sql(
                "insert into obligation (interpreter_id, kind, issued_on) select id, 'secrecy', '2026-01-10' from interpreter");
        sql("vacuum analyze");
    }

    private void sql(String sql) {
        database.sql(sql).then().block();
    }
}
