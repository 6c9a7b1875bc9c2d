package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.evaluation.Period;
import de.dolmetscherhotline.evaluation.Words;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Pages and files about a period that is chosen in their address. */
@Component
class PeriodPages {

    private final Words words;
    private final Clock clock;

    PeriodPages(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** The period that is asked for; today is a day of the staff member's district. */
    ChosenPeriod chosen(Staff who, ChosenPeriod.Typed typed, Preset usual) {
        return typed.on(LocalDate.ofInstant(clock.instant(), who.zone()), usual);
    }

    /** The page with what is found; where the period is wrong it says so, and nothing is sought. */
    Mono<Rendering> page(
            String template, ChosenPeriod chosen, Locale locale, Function<Period, Mono<Map<String, Object>>> content) {
        return page(template, chosen, HttpStatus.OK, locale, content);
    }

    /** @param status where the period is right */
    Mono<Rendering> page(
            String template,
            ChosenPeriod chosen,
            HttpStatus status,
            Locale locale,
            Function<Period, Mono<Map<String, Object>>> content) {
        var page = DashboardViews.page("figures/" + template)
                .modelAttribute("chosen", chosen)
                .modelAttribute(
                        "presets",
                        Arrays.stream(Preset.values()).map(Preset::word).toList());
        var period = chosen.known();
        if (period == null) {
            return Mono.just(page.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
        }
        return content.apply(period)
                .map(found -> page.status(status)
                        .modelAttribute("days", words.period(period, locale))
                        .modelAttribute("before", words.period(period.before(), locale))
                        .model(found)
                        .build());
    }

    /** A file about the period; whoever asks for one that is wrong has not come from our pages. */
    Mono<ResponseEntity<byte[]>> file(ChosenPeriod chosen, Function<Period, Mono<ResponseEntity<byte[]>>> content) {
        var period = chosen.known();
        return period == null
                ? Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST))
                : content.apply(period);
    }
}
