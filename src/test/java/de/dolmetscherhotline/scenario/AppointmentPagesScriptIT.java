package de.dolmetscherhotline.scenario;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Base of the scripts about pages of appointments. */
abstract class AppointmentPagesScriptIT extends AppointmentScriptIT {

    static final String PAGES = "/portal/appointments";

    /** On site, in three days at two; with other values for these fields. */
    String[] filledIn(String... changed) {
        var fields = new LinkedHashMap<String, String>(Map.of(
                "kind", "on_site",
                "date", day().toString(),
                "time", "14:00",
                "minutes", "60",
                "municipality", "Helmstedt",
                "address", "Südertor 6",
                "language", "ar",
                "repeatWeekly", "1",
                "caseReference", "2026/0815"));
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** Opens the form, sends it, and answers the path of the new appointment. */
    String asks(FormBrowser browser, String... changed) {
        browser.opens(PAGES + "/new").hasStatus(200);
        return sends(browser, changed);
    }

    String sends(FormBrowser browser, String... changed) {
        var answer = browser.sends(PAGES, filledIn(changed)).hasStatus(303);
        settle();
        return location(answer).getPath();
    }

    static URI location(Answer answer) {
        return Objects.requireNonNull(answer.headers().getLocation());
    }

    static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    List<String> all(Person organisation) {
        return JsonPath.read(
                get(APPOINTMENTS + "?organisationId=" + organisation.id()).body(), "$[*].id");
    }

    static List<Answer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
        var first = CompletableFuture.supplyAsync(one);
        var second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join());
    }
}
