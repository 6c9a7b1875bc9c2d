package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.sms.IncomingText.OptOut;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What somebody wants of us who texts. Nothing in it depends on when it was written. */
sealed interface TextCommand {

    /** To be rung. */
    record On(Span when) implements TextCommand {}

    /** Not to be rung. */
    record Off(Span when) implements TextCommand {}

    /** Not to be rung for so long; then what held before holds again. */
    record Pause(Duration length) implements TextCommand {}

    /** On, off or pause, but for when? */
    record TimeUnclear() implements TextCommand {}

    /** Her weekly plan counts again, whatever she said before. */
    record ByPlan() implements TextCommand {}

    record Status() implements TextCommand {}

    /** The link to her page. */
    record Plan() implements TextCommand {}

    /** When she is on duty in the coming days. */
    record Week() implements TextCommand {}

    /** Yes to the call-out with this code. */
    record Yes(int code) implements TextCommand {}

    /** No to the call-out with this code. */
    record No(int code) implements TextCommand {}

    /** She cannot come to the appointment with this code. */
    record Withdraw(int code) implements TextCommand {}

    /** Yes or no, but to what? */
    record NumberMissing() implements TextCommand {}

    /** To be asked in emergencies beyond her plan. */
    record EmergencyOn() implements TextCommand {}

    record EmergencyOff() implements TextCommand {}

    /** Something about emergencies. */
    record EmergencyUnclear() implements TextCommand {}

    record Help() implements TextCommand {}

    /**
     * Texts in another language.
     *
     * @param language null if none was named, or none that we know the name of
     */
    record Speak(@Nullable Language language) implements TextCommand {}

    /** No more texts; a word that the network does not know, so that the answer is ours. */
    record StopTexts() implements TextCommand {}

    /** A word that the network reacts to by itself; there is nothing for us to say. */
    record NetworkWord(OptOut meaning) implements TextCommand {}

    record NotUnderstood() implements TextCommand {}

    /** Whether nothing changes but that she is answered. */
    default boolean onlyAsks() {
        return switch (this) {
            case TimeUnclear unclear -> true;
            case Status status -> true;
            case Plan plan -> true;
            case Week week -> true;
            case NumberMissing missing -> true;
            case EmergencyUnclear unclear -> true;
            case Help help -> true;
            case NotUnderstood not -> true;
            case On on -> false;
            case Off off -> false;
            case Pause pause -> false;
            case ByPlan plan -> false;
            case Yes yes -> false;
            case No no -> false;
            case Withdraw withdraw -> false;
            case EmergencyOn on -> false;
            case EmergencyOff off -> false;
            case Speak speak -> false;
            case StopTexts stop -> false;
            case NetworkWord word -> false;
        };
    }

    /** Low-cardinality name, for counting. */
    default String word() {
        return switch (this) {
            case On on -> "on";
            case Off off -> "off";
            case Pause pause -> "pause";
            case TimeUnclear unclear -> "time_unclear";
            case ByPlan plan -> "by_plan";
            case Status status -> "status";
            case Plan plan -> "plan";
            case Week week -> "week";
            case Yes yes -> "yes";
            case No no -> "no";
            case Withdraw withdraw -> "withdraw";
            case NumberMissing missing -> "number_missing";
            case EmergencyOn on -> "emergency_on";
            case EmergencyOff off -> "emergency_off";
            case EmergencyUnclear unclear -> "emergency_unclear";
            case Help help -> "help";
            case Speak speak -> "language";
            case StopTexts stop -> "stop_texts";
            case NetworkWord word -> "network_word";
            case NotUnderstood not -> "not_understood";
        };
    }
}
