package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.call.board.DayFigures;
import de.dolmetscherhotline.call.board.LiveCall;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.pool.Coverage.OfLanguage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What goes on in a district now.
 *
 * @param calls emergencies first, then whoever waits longest
 * @param coverage who could be rung, by language
 * @param ladder whose interpreters may take a call in a language: its own, and those of its fallbacks
 * @param soughtInVain languages that were asked for today while nobody was on duty
 */
record Board(
        List<LiveCall> calls,
        Names names,
        DayFigures figures,
        List<OfLanguage> coverage,
        Function<Language, List<Language>> ladder,
        Set<Language> soughtInVain,
        Troubles troubles) {

    List<LiveCall> waiting() {
        return calls.stream().filter(call -> !call.isTalk()).toList();
    }

    List<LiveCall> talks() {
        return calls.stream().filter(LiveCall::isTalk).toList();
    }

    /** Languages for which somebody waits, no telephone rings, and nobody who is free could be rung. */
    Set<Language> uncovered() {
        var wanted = calls.stream()
                .filter(call -> call.needsSomebody() && call.rings().isEmpty())
                .map(LiveCall::language)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return uncovered(wanted, OfLanguage::free);
    }

    /** Languages that were asked for today, for which still nobody is on duty. */
    Set<Language> stillUncovered() {
        var still = uncovered(soughtInVain, OfLanguage::onDuty);
        still.removeAll(uncovered());
        return still;
    }

    private Set<Language> uncovered(Set<Language> wanted, ToIntFunction<OfLanguage> people) {
        var covered = coverage.stream()
                .filter(language -> people.applyAsInt(language) > 0)
                .map(OfLanguage::language)
                .collect(Collectors.toSet());
        return wanted.stream()
                .filter(language -> ladder.apply(language).stream().noneMatch(covered::contains))
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>((one, other) -> one.tag().compareTo(other.tag()))));
    }

    /** How many wait for the same language and are to be served before this one. */
    long ahead(LiveCall call) {
        return call.language() == null
                ? 0
                : calls.stream()
                        .takeWhile(other -> !other.id().equals(call.id()))
                        .filter(other -> other.stage() == LiveCall.Stage.SEARCHING
                                && call.language().equals(other.language()))
                        .count();
    }
}
