package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.form.Choices;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.request.CaseReference;
import de.dolmetscherhotline.request.InterpreterRequest.Asked;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed who needs an interpreter now, as it was typed, so that nothing is lost when something is wrong with it.
 *
 * @param key the same however often the form is sent: it becomes the request's id
 * @param gender empty, or {@code wish_female}, {@code requirement_female} and so on
 * @param another the language for which somebody more is needed, although one is sought already; mostly empty
 * @param problems keys of messages, by field
 */
record RequestForm(
        String key,
        String language,
        String subject,
        String gender,
        boolean emergency,
        String caseReference,
        String phoneNumber,
        String another,
        Map<String, String> problems) {

    /** As a browser sends it; of boxes only those that are ticked. */
    record Typed(
            @Nullable String key,
            @Nullable String language,
            @Nullable String subject,
            @Nullable String gender,
            @Nullable String emergency,
            @Nullable String caseReference,
            @Nullable String phoneNumber,
            @Nullable String another) {}

    static RequestForm empty() {
        return new RequestForm(newKey(), "", "", "", false, "", "", "", Map.of());
    }

    /** The same as was asked for before. An emergency is none again by itself. */
    static RequestForm of(Asked asked) {
        var number = asked.number();
        return new RequestForm(
                newKey(),
                asked.language().tag(),
                Choices.word(asked.subject()),
                Choices.gender(asked.gender(), asked.genderRequired()),
                false,
                Objects.requireNonNullElse(asked.caseReference(), ""),
                number == null ? "" : number.e164(),
                "",
                Map.of());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    static RequestForm read(Typed typed, Languages languages) {
        var form = new RequestForm(
                text(typed.key()),
                text(typed.language()),
                text(typed.subject()),
                text(typed.gender()),
                typed.emergency() != null,
                text(typed.caseReference()),
                text(typed.phoneNumber()),
                text(typed.another()),
                Map.of());
        return form.with(form.check(languages));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private Map<String, String> check(Languages languages) {
        var found = new LinkedHashMap<String, String>();
        if (!Choices.isSpoken(language, languages)) {
            found.put("language", "portal.problem.language");
        }
        if (!subject.isEmpty() && Choices.constant(Subject.class, subject).isEmpty()) {
            found.put("subject", "portal.problem.choice");
        }
        if (!gender.isEmpty() && Choices.gender(gender).isEmpty()) {
            found.put("gender", "portal.problem.choice");
        }
        if (!caseReference.isEmpty() && !CaseReference.isOne(caseReference)) {
            found.put("caseReference", "portal.problem.case");
        }
        if (!phoneNumber.isEmpty() && PhoneNumber.parse(phoneNumber).isEmpty()) {
            found.put("phoneNumber", "portal.problem.number");
        }
        return found;
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }

    /** Whether somebody more is needed for this very language. */
    boolean isAnother() {
        return another.equals(language);
    }

    /** The same, with what else turned out to be wrong. */
    RequestForm with(Map<String, String> found) {
        return new RequestForm(key, language, subject, gender, emergency, caseReference, phoneNumber, another, found);
    }

    /** The key, or a new one if somebody has changed it. */
    UUID keyOrNew() {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException changed) {
            return UUID.randomUUID();
        }
    }

    /** What is asked for; only if nothing {@link #isWrong() is wrong}. */
    Asked asked(OrganisationId organisation) {
        var wanted = Choices.gender(gender);
        return new Asked(
                organisation,
                null,
                new Language(language),
                Choices.constant(Subject.class, subject).orElse(null),
                wanted.map(Choices.GenderChoice::gender).orElse(null),
                wanted.map(Choices.GenderChoice::required).orElse(false),
                emergency,
                caseReference.isEmpty() ? null : caseReference,
                PhoneNumber.parse(phoneNumber).orElse(null));
    }
}
