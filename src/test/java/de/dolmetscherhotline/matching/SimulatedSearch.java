package de.dolmetscherhotline.matching;

import static de.dolmetscherhotline.matching.CandidateBuilder.interpreter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Searches for an interpreter among simulated volunteers, thousands of times; times in milliseconds of simulated time. */
record SimulatedSearch(Decision decision, Duration decisions, int acceptedOfTwenty) {

    private static final int SEARCHES = 5_000;
    private static final int VOLUNTEERS = 20;
    private static final long STEP = 100;
    private static final long PATIENCE = 120_000;
    private static final long RINGS_FOR = 20_000;
    private static final long NEVER = Long.MAX_VALUE;

    /** Says how many of those that could be asked next are asked now. */
    @FunctionalInterface
    interface Decision {
        int phonesToAdd(List<Ringing> ringing, List<Candidate> next);
    }

    record Figures(double shareWithin15Seconds, double medianSeconds, double p90Seconds, double phonesDisturbed) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f %% within 15 s, median %.1f s, p90 %.1f s, %.2f phones disturbed",
                    100 * shareWithin15Seconds,
                    medianSeconds,
                    p90Seconds,
                    phonesDisturbed);
        }
    }

    static SimulatedSearch ringing(Decision decision) {
        return new SimulatedSearch(decision, Duration.ofSeconds(1), 10);
    }

    SimulatedSearch decidingEvery(Duration interval) {
        return new SimulatedSearch(decision, interval, acceptedOfTwenty);
    }

    SimulatedSearch acceptedOfTwenty(int accepted) {
        return new SimulatedSearch(decision, decisions, accepted);
    }

    Figures simulate(double callsPerSecond) {
        var random = new Random(2017);
        var accepted = new long[SEARCHES];
        long disturbed = 0;
        for (int search = 0; search < SEARCHES; search++) {
            var phones = search(random, callsPerSecond);
            long end = phones.stream().mapToLong(Phone::acceptedAt).min().orElse(NEVER);
            accepted[search] = end;
            disturbed += phones.stream().filter(phone -> phone.ringsAt() < end).count();
        }
        Arrays.sort(accepted);
        return new Figures(
                Arrays.stream(accepted).filter(at -> at <= 15_000).count() / (double) SEARCHES,
                accepted[SEARCHES / 2] / 1000.0,
                accepted[SEARCHES * 9 / 10] / 1000.0,
                disturbed / (double) SEARCHES);
    }

    /** Everybody asked until somebody accepted. Decisions fall on a beat, and whenever a phone falls away. */
    private List<Phone> search(Random random, double callsPerSecond) {
        var volunteers = volunteers();
        var phones = new ArrayList<Phone>();
        for (long now = 0; now < PATIENCE && !isAccepted(phones, now); now += STEP) {
            if (now % decisions.toMillis() == 0 || somePhoneFellAway(phones, now)) {
                var next = volunteers.subList(phones.size(), volunteers.size());
                int added = decision.phonesToAdd(ringing(phones, now), next);
                for (int i = 0; i < added; i++) {
                    phones.add(dial(phones, now, callsPerSecond, random));
                }
            }
        }
        return phones;
    }

    private List<Candidate> volunteers() {
        return IntStream.range(0, VOLUNTEERS)
                .mapToObj(number ->
                        interpreter(number).accepted(acceptedOfTwenty, 20).build())
                .toList();
    }

    private Phone dial(List<Phone> earlier, long now, double callsPerSecond, Random random) {
        long spacing = (long) (1000 / callsPerSecond);
        long ringsAt = earlier.isEmpty() ? now : Math.max(now, earlier.getLast().ringsAt() + spacing);
        boolean accepts = random.nextInt(20) < acceptedOfTwenty;
        return new Phone(now, ringsAt, accepts ? ringsAt + random.nextLong(3_000, 12_000) : NEVER);
    }

    private List<Ringing> ringing(List<Phone> phones, long now) {
        double acceptance = (acceptedOfTwenty + 2) / 24.0;
        return phones.stream()
                .filter(phone -> now < phone.fallsAwayAt())
                .map(phone -> new Ringing(acceptance, Duration.ofMillis(now - phone.orderedAt())))
                .toList();
    }

    private static boolean isAccepted(List<Phone> phones, long now) {
        return phones.stream().anyMatch(phone -> phone.acceptedAt() <= now);
    }

    private static boolean somePhoneFellAway(List<Phone> phones, long now) {
        return phones.stream().anyMatch(phone -> now - STEP < phone.fallsAwayAt() && phone.fallsAwayAt() <= now);
    }

    private record Phone(long orderedAt, long ringsAt, long acceptedAt) {
        long fallsAwayAt() {
            return ringsAt + RINGS_FOR;
        }
    }
}
