package de.dolmetscherhotline.matching;

import java.time.Duration;

/**
 * How people answer their phone: with their own probability they accept at all, and if so after a time that is uniform
 * between {@code earliest} and {@code latest} after the phone began to ring. All numbers are seconds.
 */
record AnswerModel(double earliest, double latest) {

    static AnswerModel between(Duration earliest, Duration latest) {
        return new AnswerModel(seconds(earliest), seconds(latest));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /**
     * The probability that a phone is accepted within {@code window} from now, given that it has not been yet.
     *
     * @param acceptance the probability that this person accepts at all
     * @param age how long the phone has been ringing; negative if it will only begin to
     */
    double accepts(double acceptance, double age, double window) {
        double before = shareOfAnswers(age);
        double within = shareOfAnswers(age + window);
        return before >= 1 ? 0 : acceptance * (within - before) / (1 - acceptance * before);
    }

    /** Whether of those who accept at all at least half have done so at this age. */
    boolean mostWouldHaveAccepted(double age) {
        return shareOfAnswers(age) >= 0.5;
    }

    /** Of those who accept at all, the share that has done so at this age. */
    private double shareOfAnswers(double age) {
        return Math.clamp((age - earliest) / (latest - earliest), 0.0, 1.0);
    }
}
