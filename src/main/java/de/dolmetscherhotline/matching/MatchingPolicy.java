package de.dolmetscherhotline.matching;

import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who may take a call, in which order they are asked, and how many phones ring at once (design §5). */
public final class MatchingPolicy {

    private static final Comparator<Omission> BY_REASON = Comparator.comparing(Omission::reason)
            .thenComparing(omission -> omission.interpreter().value());

    private final Settings settings;
    private final AnswerModel answers;

    public MatchingPolicy(Settings settings) {
        this.settings = settings;
        this.answers = AnswerModel.between(settings.earliestAnswer(), settings.latestAnswer());
    }

    /**
     * Sorts everybody into those who may be asked, best first, and those who may not, with the reason.
     *
     * @throws IllegalArgumentException if somebody appears twice, for such a person would be rung twice
     */
    public Ranking rank(Need need, Collection<Candidate> candidates, Instant now) {
        return rank(need, candidates, null, now);
    }

    /**
     * The same, where somebody has talked with these people a moment ago, before the connection broke.
     *
     * @param familiar asked before everybody else, and without a rest; null if there is nobody
     */
    public Ranking rank(Need need, Collection<Candidate> candidates, @Nullable InterpreterId familiar, Instant now) {
        requireDistinct(candidates);
        var rules = rules(need, now, familiar);
        var eligible = new ArrayList<Candidate>();
        var omitted = new ArrayList<Omission>();
        var suitableSoon = false;
        for (var candidate : candidates) {
            Optional<LeftOut> reason = rules.firstBrokenBy(candidate);
            reason.ifPresentOrElse(
                    why -> omitted.add(new Omission(candidate.id(), why, HardRules.obligation(candidate, why))),
                    () -> eligible.add(candidate));
            suitableSoon |=
                    reason.filter(LeftOut::passing).isPresent() && need.gender().suits(candidate.gender());
        }
        eligible.sort(
                Comparator.comparing((Candidate candidate) -> !candidate.id().equals(familiar))
                        .thenComparing(CandidateOrder.of(need, settings.ordering(), this::acceptanceProbability)));
        omitted.sort(BY_REASON);
        return new Ranking(eligible, omitted, outlook(need.gender(), eligible, suitableSoon));
    }

    /** Every rule that keeps somebody from being asked, most fundamental first; empty if she may be asked. */
    public List<LeftOut> obstacles(Need need, Candidate candidate, Instant now) {
        return rules(need, now, null).brokenBy(candidate);
    }

    private HardRules rules(Need need, Instant now, @Nullable InterpreterId familiar) {
        return new HardRules(need, now, settings.minimumLevel(), settings.failedNumberPause(), familiar);
    }

    /**
     * How many further phones to ring now; 0 means that enough are ringing, or that nobody can be added. What follows
     * holds for {@link Strategy#WAVES}; the other strategies are as simple as they say.
     *
     * <p>The smallest number with which somebody accepts within {@link Settings#window()} with at least
     * {@link Settings#targetProbability()}, given that nobody has accepted yet, and counting on one more phone every
     * {@link Settings#oneMoreEvery()} if nobody does. It never makes more than {@link Settings#maxPhonesAtOnce()} ring,
     * and is at least 1 if nothing rings and somebody can be asked. In an emergency the phones of this wave must suffice
     * by themselves, even if {@link Settings#emergencyExtraPhones()} of the likeliest are not answered, and as many more
     * may ring.
     *
     * <p>Ask again whenever a phone falls away and every second or so while the search goes on: the answer rises as the
     * phones that ring stay unanswered.
     *
     * @param ringing phones of this call that have not fallen away, in any order
     * @param next those to be asked next, as {@link Ranking#eligible()} lists them
     * @param callsPerSecond how many dials may start in a second
     * @throws IllegalArgumentException if {@code callsPerSecond} is not positive
     */
    public int phonesToAdd(Need need, List<Ringing> ringing, List<Candidate> next, double callsPerSecond) {
        if (!(callsPerSecond > 0)) {
            throw new IllegalArgumentException("calls per second must be positive");
        }
        return switch (settings.strategy()) {
            case WAVES -> wave(need, ringing, next, callsPerSecond);
            case ONE_BY_ONE -> ringing.isEmpty() ? Math.min(1, next.size()) : 0;
            case RING_ALL -> next.size();
        };
    }

    private int wave(Need need, List<Ringing> ringing, List<Candidate> next, double callsPerSecond) {
        var goal = need.emergency() ? emergencyGoal() : ordinaryGoal();
        var acceptances = next.stream().map(this::acceptanceProbability).toList();
        return new Wave(answers, goal, callsPerSecond, ringing).phonesToAdd(acceptances);
    }

    /**
     * How likely this person accepts when asked: the mean of a Beta distribution, from their own answers and from a prior
     * that stands for the pool, so that somebody new is neither trusted blindly nor passed over.
     */
    public double acceptanceProbability(Candidate candidate) {
        return acceptanceProbability(candidate.timesAsked(), candidate.timesAccepted());
    }

    /** The same for somebody of whom only the counts are at hand. */
    public double acceptanceProbability(int timesAsked, int timesAccepted) {
        return (timesAccepted + settings.priorAccepted()) / (timesAsked + settings.priorAsked());
    }

    /**
     * Whether an offer counts as asked and not accepted although it was withdrawn, because somebody else took the call
     * while this phone had been ringing that long: it does once half of those who accept at all would have done so. If no
     * such offer counted, histories would hold hardly anything but acceptances, everybody would seem far more willing
     * than they are, and too few phones would ring; if all counted, it would be the other way round.
     *
     * @param rang from the first ring until the offer was withdrawn
     */
    public boolean countsAsAsked(Duration rang) {
        return answers.mostWouldHaveAccepted(AnswerModel.seconds(rang));
    }

    private WaveGoal ordinaryGoal() {
        return new WaveGoal(
                settings.targetProbability(),
                AnswerModel.seconds(settings.window()),
                AnswerModel.seconds(settings.oneMoreEvery()),
                0,
                settings.maxPhonesAtOnce());
    }

    private WaveGoal emergencyGoal() {
        return new WaveGoal(
                settings.targetProbability(),
                AnswerModel.seconds(settings.window()),
                Double.POSITIVE_INFINITY,
                settings.emergencyExtraPhones(),
                settings.maxPhonesAtOnce() + settings.emergencyExtraPhones());
    }

    private static GenderOutlook outlook(GenderWish wish, List<Candidate> eligible, boolean suitableSoon) {
        if (wish instanceof GenderWish.None) {
            return GenderOutlook.NOT_ASKED;
        }
        if (eligible.stream().anyMatch(candidate -> wish.suits(candidate.gender()))) {
            return GenderOutlook.CAN_BE_MET;
        }
        return suitableSoon ? GenderOutlook.MAY_BE_MET_SOON : GenderOutlook.CANNOT_BE_MET;
    }

    private static void requireDistinct(Collection<Candidate> candidates) {
        var seen = new HashSet<>();
        if (!candidates.stream().map(Candidate::id).allMatch(seen::add)) {
            throw new IllegalArgumentException("somebody appears twice among the candidates");
        }
    }

    /**
     * What a district may tune.
     *
     * @param targetProbability that somebody accepts within the window, between 0 and 1
     * @param window how long from now the target looks ahead
     * @param oneMoreEvery how soon a further phone is counted on if nobody accepts: shorter disturbs fewer people and
     *     reaches somebody later; as long as the window, no further phone is counted on
     * @param maxPhonesAtOnce ringing for one call, outside emergencies
     * @param emergencyExtraPhones in an emergency, how many phones more may ring, and how many may fail
     * @param ordering between people who fit equally well
     * @param earliestAnswer after a phone began to ring
     * @param latestAnswer after a phone began to ring; whoever accepts at all has accepted by then
     * @param priorAccepted offers accepted in the imagined history that everybody starts with
     * @param priorAsked offers made in that history
     * @param minimumLevel below which nobody is asked
     * @param failedNumberPause how long a number is left alone after the network could not reach it at all
     * @param strategy how many phones ring; what is said above of the target, the window and the number of phones holds
     *     for {@link Strategy#WAVES} only
     */
    public record Settings(
            double targetProbability,
            Duration window,
            Duration oneMoreEvery,
            int maxPhonesAtOnce,
            int emergencyExtraPhones,
            Ordering ordering,
            Duration earliestAnswer,
            Duration latestAnswer,
            double priorAccepted,
            double priorAsked,
            LanguageLevel minimumLevel,
            Duration failedNumberPause,
            Strategy strategy) {

        /** @throws IllegalArgumentException naming what is out of range */
        public Settings {
            require(targetProbability > 0 && targetProbability < 1, "the target must be between 0 and 1");
            require(window.isPositive() && oneMoreEvery.isPositive(), "the window and its steps must be positive");
            require(maxPhonesAtOnce >= 1 && emergencyExtraPhones >= 0, "at least one phone must be allowed to ring");
            require(
                    !earliestAnswer.isNegative() && earliestAnswer.compareTo(latestAnswer) < 0,
                    "the latest answer must come after the earliest");
            require(earliestAnswer.compareTo(window) < 0, "the window must be longer than the earliest answer takes");
            require(priorAccepted > 0 && priorAccepted < priorAsked, "the prior must hold an acceptance and a refusal");
            require(!failedNumberPause.isNegative(), "the pause of a failed number must not be negative");
        }

        /** The figures of design §5; B1 and 24 hours are ours. */
        public static Settings defaults() {
            return new Settings(
                    0.95,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(4),
                    8,
                    2,
                    Ordering.FAIRNESS,
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(12),
                    2,
                    4,
                    LanguageLevel.B1,
                    Duration.ofHours(24),
                    Strategy.WAVES);
        }

        private static void require(boolean condition, String otherwise) {
            if (!condition) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }
}
