package de.dolmetscherhotline.dashboard.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the forms on the page of a call, as it was typed, and what is wrong with it.
 *
 * @param name of the form; empty if none was sent
 * @param choice what was chosen besides, such as an interpreter
 * @param reasonProblem key of what is wrong with the reason; null if nothing is
 * @param problem key of why it could not be done
 */
public record CallForm(
        String name,
        String choice,
        String reason,
        @Nullable String reasonProblem,
        @Nullable String problem) {

    static final CallForm EMPTY = new CallForm("", "", "", null, null);

    static CallForm typed(String name, @Nullable String choice, @Nullable String reason) {
        var why = Objects.requireNonNullElse(reason, "").strip();
        return new CallForm(
                name,
                Objects.requireNonNullElse(choice, ""),
                why,
                why.isEmpty() ? "dashboard.problem.reason" : null,
                null);
    }

    CallForm failed() {
        return new CallForm(name, choice, reason, reasonProblem, "dashboard.problem.call." + name);
    }

    /** Of all forms on the page only the one that was sent still has what was typed. */
    public CallForm ifNamed(String other) {
        return name.equals(other) ? this : EMPTY;
    }
}
