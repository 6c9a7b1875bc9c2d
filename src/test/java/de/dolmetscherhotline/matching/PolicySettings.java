package de.dolmetscherhotline.matching;

import java.time.Duration;

/** Settings in tests: the defaults, except for one. */
final class PolicySettings {

    private static final MatchingPolicy.Settings DEFAULTS = MatchingPolicy.Settings.defaults();

    private PolicySettings() {}

    static MatchingPolicy.Settings ordering(Ordering ordering) {
        return settings(
                DEFAULTS.targetProbability(),
                DEFAULTS.oneMoreEvery(),
                DEFAULTS.maxPhonesAtOnce(),
                ordering,
                DEFAULTS.strategy());
    }

    static MatchingPolicy.Settings target(double probability) {
        return settings(
                probability,
                DEFAULTS.oneMoreEvery(),
                DEFAULTS.maxPhonesAtOnce(),
                DEFAULTS.ordering(),
                DEFAULTS.strategy());
    }

    static MatchingPolicy.Settings maxPhonesAtOnce(int phones) {
        return settings(
                DEFAULTS.targetProbability(),
                DEFAULTS.oneMoreEvery(),
                phones,
                DEFAULTS.ordering(),
                DEFAULTS.strategy());
    }

    static MatchingPolicy.Settings oneMoreEvery(Duration interval) {
        return settings(
                DEFAULTS.targetProbability(),
                interval,
                DEFAULTS.maxPhonesAtOnce(),
                DEFAULTS.ordering(),
                DEFAULTS.strategy());
    }

    static MatchingPolicy.Settings strategy(Strategy strategy) {
        return settings(
                DEFAULTS.targetProbability(),
                DEFAULTS.oneMoreEvery(),
                DEFAULTS.maxPhonesAtOnce(),
                DEFAULTS.ordering(),
                strategy);
    }

    private static MatchingPolicy.Settings settings(
            double target, Duration oneMoreEvery, int maxPhones, Ordering ordering, Strategy strategy) {
        return new MatchingPolicy.Settings(
                target,
                DEFAULTS.window(),
                oneMoreEvery,
                maxPhones,
                DEFAULTS.emergencyExtraPhones(),
                ordering,
                DEFAULTS.earliestAnswer(),
                DEFAULTS.latestAnswer(),
                DEFAULTS.priorAccepted(),
                DEFAULTS.priorAsked(),
                DEFAULTS.minimumLevel(),
                DEFAULTS.failedNumberPause(),
                strategy);
    }
}
