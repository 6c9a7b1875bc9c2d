package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffAdministration;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.VirtualApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Mono;

/**
 * How fast each question about a million calls is answered, and each page of the dashboard over HTTP, beside a bare statement
 * that works out one of the figures from the calls themselves. All in the same run, on the same embedded PostgreSQL.
 *
 * <pre>
 * ./mvnw test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *     -Dexec.args="-cp %classpath de.dolmetscherhotline.evaluation.EvaluationSpeed"
 * </pre>
 *
 * {@code -Dcalls=1000000} says how many calls, {@code -Drounds=7} how often each question is put.
 */
public final class EvaluationSpeed {

    /** Notes that one transaction works off while nobody waits. */
    private static final int AT_ONCE = 20_000;

    private static final Period THREE_YEARS = new Period(LocalDate.of(2024, 1, 15), LocalDate.of(2026, 12, 17));
    private static final Period A_QUARTER = new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30));

    /** Over HTTP, as a browser gets them. */
    private static final List<String> PAGES = List.of(
            "/dashboard/evaluation",
            "/dashboard/evaluation/languages",
            "/dashboard/evaluation/demand",
            "/dashboard/evaluation/volunteers",
            "/dashboard/report",
            "/dashboard/report/export?format=pdf",
            "/dashboard/hours");

    private static final MailAddress MAIL = new MailAddress("vogel@landkreis.example");
    private static final String PASSWORD = "vier Worte und ein Fisch";

    private final int calls = Integer.getInteger("calls", 1_000_000);
    private final int rounds = Integer.getInteger("rounds", 7);
    private final VirtualApplication application;
    private final PrintStream out;

    private EvaluationSpeed(VirtualApplication application, PrintStream out) {
        this.application = application;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        var directory = Files.createTempDirectory("hotline-benchmark");
        try (var application = VirtualApplication.start(settings(directory))) {
            new EvaluationSpeed(application, System.out).run();
        }
        FileSystemUtils.deleteRecursively(directory);
    }

    private static Map<String, String> settings(Path directory) {
        return Map.of(
                "hotline.local.directory", directory.toString(),
                "hotline.twilio.api-url", "http://127.0.0.1:1",
                "hotline.database.statement", "30m",
                "hotline.dashboard.second-factor-for", "",
                "logging.level.root", "warn");
    }

    private void run() {
        long began = System.nanoTime();
        new ManySessions(application.bean(DatabaseClient.class)).write(calls);
        out.printf("%d calls written in %d s%n", calls, seconds(began));
        began = System.nanoTime();
        var counting = application.bean(Counting.class);
        while (!Boolean.TRUE.equals(counting.count(AT_ONCE).block())) {
            // There are more.
        }
        out.printf("and counted in %d s%n", seconds(began));
        application.bean(DatabaseClient.class).sql("vacuum analyze").then().block();
        var browser = signedIn();
        report("three years", THREE_YEARS, browser);
        report("a quarter", A_QUARTER, browser);
    }

    /** Somebody of the district's staff who looks at the dashboard. */
    private FormBrowser signedIn() {
        application
                .bean(StaffAdministration.class)
                .admit(ManySessions.DISTRICT, "Karin Vogel", MAIL, Role.VIEWER, PASSWORD)
                .block();
        var browser = new FormBrowser(WebTestClient.bindToServer()
                .baseUrl(application.uri().toString())
                .responseTimeout(Duration.ofMinutes(1))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build());
        browser.opens("/dashboard/sign-in");
        browser.sends("/dashboard/sign-in", "mail", MAIL.address(), "password", PASSWORD)
                .hasStatus(303);
        return browser;
    }

    private void report(String name, Period period, FormBrowser browser) {
        long raw = median(raw(period));
        out.printf("%n%s; from the calls themselves, one percentile: %d ms%n", name, raw / 1_000_000);
        questions(ManySessions.DISTRICT, period).forEach((question, answer) -> {
            long time = median(answer);
            out.printf(Locale.ROOT, "%-32s %6.1f ms, ratio %.3f%n", question, time / 1e6, time / (double) raw);
        });
        for (var page : PAGES) {
            var path = page + (page.contains("?") ? "&" : "?") + "from=" + period.from() + "&to=" + period.to();
            long time = median(Mono.fromCallable(() -> browser.opens(path).hasStatus(200)));
            out.printf(Locale.ROOT, "%-48s %6.1f ms%n", page, time / 1e6);
        }
    }

    private Mono<?> raw(Period period) {
        return application
                .bean(DatabaseClient.class)
                .sql("""
                        select extract(epoch from percentile_disc(0.95) within group (order by connected_at - language_chosen_at))
                        from call where district_id = :district and dialled_at >= :from and dialled_at < :end""")
                .bind("district", ManySessions.DISTRICT.value())
                .bind("from", period.from().atStartOfDay(History.BERLIN).toInstant())
                .bind("end", period.end().atStartOfDay(History.BERLIN).toInstant())
                .fetch()
                .one();
    }

    private Map<String, Mono<?>> questions(DistrictId district, Period period) {
        var evaluation = application.bean(Evaluation.class);
        var questions = new LinkedHashMap<String, Mono<?>>();
        questions.put("key figures", evaluation.overview(district, period));
        for (var breakdown : Breakdown.values()) {
            questions.put(
                    "by " + breakdown.name().toLowerCase(Locale.ROOT), evaluation.by(district, period, breakdown));
        }
        questions.put("heat map", evaluation.heatMap(district, period));
        questions.put("offers", evaluation.offers(district, period));
        questions.put("fairness", evaluation.fairness(district, period));
        questions.put(
                "report, with the period before",
                application.bean(CommitteeReports.class).of(district, period, Locale.GERMAN));
        questions.put("hours of all volunteers", application.bean(Hours.class).statements(district, null, period));
        return questions;
    }

    /** Nanoseconds, after one attempt at which nobody looks. */
    private long median(Mono<?> question) {
        var times = LongStream.rangeClosed(0, rounds)
                .map(round -> time(question))
                .skip(1)
                .sorted()
                .toArray();
        return times[times.length / 2];
    }

    private static long time(Mono<?> question) {
        long began = System.nanoTime();
        question.block();
        return System.nanoTime() - began;
    }

    private static long seconds(long began) {
        return (System.nanoTime() - began) / 1_000_000_000;
    }
}
