package de.dolmetscherhotline.dashboard.pool;

import static de.dolmetscherhotline.dashboard.pool.Typed.text;

import org.jspecify.annotations.Nullable;

/**
 * An invitation as it was typed.
 *
 * @param language tag of the language in which the person is texted
 * @param problem key of what is wrong with the number or the invitation; null if nothing is
 */
public record InvitationForm(
        String name,
        String phone,
        String language,
        @Nullable String nameProblem,
        @Nullable String problem) {

    static final InvitationForm EMPTY = new InvitationForm("", "", "de", null, null);

    static InvitationForm of(@Nullable String name, @Nullable String phone, @Nullable String language) {
        return new InvitationForm(text(name), text(phone), text(language), null, null);
    }

    InvitationForm with(@Nullable String otherNameProblem, @Nullable String otherProblem) {
        return new InvitationForm(name, phone, language, otherNameProblem, otherProblem);
    }

    public boolean isWrong() {
        return nameProblem != null || problem != null;
    }

    /** Without the number and the name. */
    @Override
    public String toString() {
        return "InvitationForm";
    }
}
