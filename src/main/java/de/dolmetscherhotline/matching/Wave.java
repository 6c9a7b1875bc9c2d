package de.dolmetscherhotline.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * One decision about how many further phones to ring. Phones begin to ring one after the other, {@code spacing} seconds
 * apart, in the order in which they were ordered; the first free turn is at once.
 *
 * <p>Works in seconds from now; a start in the past is negative.
 */
final class Wave {

    private final AnswerModel answers;
    private final WaveGoal goal;
    private final double spacing;
    private final List<Double> chances = new ArrayList<>();
    private double nextStart = Double.NEGATIVE_INFINITY;

    Wave(AnswerModel answers, WaveGoal goal, double callsPerSecond, List<Ringing> ringing) {
        this.answers = answers;
        this.goal = goal;
        this.spacing = 1 / callsPerSecond;
        ringing.stream()
                .sorted(Comparator.comparing(Ringing::sinceOrdered).reversed())
                .forEach(phone -> start(phone.acceptanceProbability(), -AnswerModel.seconds(phone.sinceOrdered())));
    }

    /** @param acceptances of those who can still be asked, in the order in which they will be */
    int phonesToAdd(List<Double> acceptances) {
        int room = Math.clamp(goal.maxPhones() - chances.size(), 0, acceptances.size());
        int added = 0;
        while (added < room && isWorthOneMore(acceptances.subList(added, room))) {
            start(acceptances.get(added), 0);
            added++;
        }
        return added;
    }

    private boolean isWorthOneMore(List<Double> remaining) {
        return chances.isEmpty() || (helpsWithinTheWindow() && !suffices(remaining));
    }

    /** A dial that would have to wait too long for its turn is better decided upon when its turn is near. */
    private boolean helpsWithinTheWindow() {
        return nextStart + answers.earliest() < goal.window();
    }

    private boolean suffices(List<Double> remaining) {
        double nobody = nobodyAccepts() * noneOfThoseWhoFollowAccepts(remaining);
        return 1 - nobody >= goal.targetProbability();
    }

    private double nobodyAccepts() {
        return chances.stream()
                .sorted(Collections.reverseOrder())
                .skip(goal.phonesThatMayFail())
                .reduce(1.0, (nobody, chance) -> nobody * (1 - chance));
    }

    /** What is still to be gained by ringing one phone more every few seconds until the window closes. */
    private double noneOfThoseWhoFollowAccepts(List<Double> remaining) {
        double nobody = 1;
        double start = Math.max(goal.oneMoreEvery(), nextStart);
        for (double acceptance : remaining) {
            nobody *= 1 - answers.accepts(acceptance, -start, goal.window());
            start += Math.max(goal.oneMoreEvery(), spacing);
        }
        return nobody;
    }

    private void start(double acceptance, double ordered) {
        double start = Math.max(ordered, nextStart);
        chances.add(answers.accepts(acceptance, -start, goal.window()));
        nextStart = start + spacing;
    }
}
