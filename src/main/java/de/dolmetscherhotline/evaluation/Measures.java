package de.dolmetscherhotline.evaluation;

import java.util.List;

/**
 * What is counted of calls. All but the attempts leave attempts out.
 *
 * @param attempts calls of less than 5 seconds
 * @param sessions calls in which both heard each other
 * @param talkMillis how long they did
 * @param abandoned hung up before anything came of it
 * @param wanted calls of people who held the line and chose a language
 * @param uncovered of these, for whom nobody could be asked
 * @param connected of these, who talked with an interpreter
 * @param within30 of these, within 30 seconds
 * @param stars ratings with 1, 2, … 5 stars
 */
public record Measures(
        long attempts,
        long calls,
        long emergencies,
        long sessions,
        long talkMillis,
        long abandoned,
        long wanted,
        long uncovered,
        long connected,
        long within30,
        long within60,
        long within120,
        List<Long> stars) {

    static final Measures NONE = new Measures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(0L, 0L, 0L, 0L, 0L));

    public Measures {
        stars = List.copyOf(stars);
    }

    /** On the line, with a language for which somebody could be asked. */
    public long covered() {
        return wanted - uncovered;
    }

    long ratings() {
        return stars.stream().mapToLong(Long::longValue).sum();
    }

    long starsGiven() {
        long sum = 0;
        for (int i = 0; i < stars.size(); i++) {
            sum += (i + 1) * stars.get(i);
        }
        return sum;
    }
}
