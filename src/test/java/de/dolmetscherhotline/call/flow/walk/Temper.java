package de.dolmetscherhotline.call.flow.walk;

import java.util.Random;

/**
 * How bad a day the telephone network has: each world draws its own.
 *
 * @param loss share of status callbacks that never arrive
 * @param duplicates share of messages that arrive twice
 * @param lag longest delay of a message, in milliseconds
 * @param timerHaste earliest moment of a timer, as a share of the time it was set to
 * @param timerDelay latest moment of a timer, as a share of the time it was set to
 * @param trouble share of requests that go wrong in some other way
 */
record Temper(double loss, double duplicates, int lag, double timerHaste, double timerDelay, double trouble) {

    static Temper drawnFrom(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Temper(0, 0, 300, 1.0, 1.1, 0.01);
            case 1 -> new Temper(0.1, 0.1, 3_000, 1.0, 2.0, 0.05);
            case 2 -> new Temper(0.3, 0.3, 15_000, 0.5, 3.0, 0.1);
            default -> new Temper(0.05, 0.5, 30_000, 0.05, 1.5, 0.1);
        };
    }
}
