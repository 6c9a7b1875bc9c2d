package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.call.board.LiveCall;
import de.dolmetscherhotline.call.board.LiveCall.Ring;
import de.dolmetscherhotline.call.board.LiveCall.Stage;
import de.dolmetscherhotline.dashboard.live.BoardView.Alarm;
import de.dolmetscherhotline.dashboard.live.BoardView.Covered;
import de.dolmetscherhotline.dashboard.live.BoardView.Lasting;
import de.dolmetscherhotline.dashboard.live.BoardView.Line;
import de.dolmetscherhotline.dashboard.live.BoardView.Ringing;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.PageLanguageNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the board into the words of a page. */
@Component
class BoardWording {

    private static final String KEY = "dashboard.board.";

    private final PageLanguageNames languages;
    private final Clock clock;

    BoardWording(PageLanguageNames languages, Clock clock) {
        this.languages = languages;
        this.clock = clock;
    }

    BoardView of(Board board, Locale locale) {
        return new BoardView(
                alarms(board, locale),
                lines(board, board.waiting(), locale),
                lines(board, board.talks(), locale),
                board.figures(),
                Optional.ofNullable(board.figures().medianWait())
                        .map(seconds -> text(Duration.ofSeconds(seconds)))
                        .orElse(null),
                coverage(board, locale));
    }

    private List<Alarm> alarms(Board board, Locale locale) {
        var troubles = board.troubles();
        var all = Stream.<Alarm>builder();
        if (!board.uncovered().isEmpty()) {
            all.add(new Alarm(KEY + "alarm.uncovered", names(board.uncovered(), locale), true));
        }
        if (!troubles.networkAnswers()) {
            all.add(new Alarm(KEY + "alarm.network", "", true));
        }
        if (troubles.failedDials() > 0) {
            all.add(new Alarm(KEY + "alarm.dials", troubles.failedDials(), true));
        }
        if (troubles.isStuck()) {
            all.add(new Alarm(KEY + "alarm.stuck", troubles.work().givenUp(), true));
        }
        if (troubles.work().repeated() > 0) {
            all.add(new Alarm(KEY + "alarm.repeated", troubles.work().repeated(), false));
        }
        if (!board.stillUncovered().isEmpty()) {
            all.add(new Alarm(KEY + "alarm.in-vain", names(board.stillUncovered(), locale), false));
        }
        return all.build().toList();
    }

    private String names(Collection<Language> wanted, Locale locale) {
        return wanted.stream()
                .map(language -> languages.of(language, locale))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private List<Line> lines(Board board, List<LiveCall> calls, Locale locale) {
        return calls.stream()
                .map(call -> line(call, board.names(), board.ahead(call), locale))
                .toList();
    }

    /** @param ahead calls that are served before this one */
    Line line(LiveCall call, Names names, long ahead, Locale locale) {
        var now = clock.instant();
        return new Line(
                call.id(),
                Optional.ofNullable(call.language())
                        .map(language -> languages.of(language, locale))
                        .orElse(null),
                names.of(call.organisation()),
                call.emergency(),
                stage(call),
                call.stage() == Stage.SEARCHING,
                call.stage() == Stage.SEARCHING ? ahead : 0,
                call.isTalk() ? 0 : call.asked(),
                lasting(call.since(), now),
                call.rings().stream().map(ring -> ringing(ring, names, now)).toList());
    }

    private static String stage(LiveCall call) {
        var away = call.stage() == Stage.SEARCHING && !call.onTheLine();
        return KEY + "stage." + (away ? "searching-away" : word(call.stage()));
    }

    private static Ringing ringing(Ring ring, Names names, Instant now) {
        return new Ringing(
                ring.interpreter(),
                names.of(ring.interpreter()),
                KEY + "ring." + word(ring.stage()),
                lasting(ring.since(), now));
    }

    private List<Covered> coverage(Board board, Locale locale) {
        return board.coverage().stream()
                .map(covered -> new Covered(
                        languages.of(covered.language(), locale),
                        covered.free(),
                        covered.onDuty() - covered.free(),
                        covered.routable()))
                .sorted(Comparator.comparingInt(Covered::free).reversed().thenComparing(Covered::language))
                .toList();
    }

    private static Lasting lasting(Instant since, Instant now) {
        var lasted = since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
        return new Lasting(lasted.toSeconds(), text(lasted));
    }

    /** {@code 4:07} or {@code 1:04:07}. */
    static String text(Duration lasted) {
        return lasted.toHours() > 0
                ? "%d:%02d:%02d".formatted(lasted.toHours(), lasted.toMinutesPart(), lasted.toSecondsPart())
                : "%d:%02d".formatted(lasted.toMinutes(), lasted.toSecondsPart());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
