package de.dolmetscherhotline.dashboard.texts;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.pool.TextSelection.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was typed about a text to many; it may be right or not.
 *
 * @param ids of members, separated by commas; empty = all that the rest says
 * @param body what is to be sent
 * @param id of the text, so that it is sent once
 * @param to ids of those who were shown as recipients, separated by commas
 */
public record BulkForm(
        @Nullable String ids,
        @Nullable String language,
        @Nullable String municipality,
        @Nullable String role,
        @Nullable String status,
        @Nullable String body,
        @Nullable String id,
        @Nullable String to,
        @Nullable String reason) {

    private static final int LONGEST = 600;

    /** Without what may be null, and as it is compared and sent. */
    BulkForm cleaned() {
        return new BulkForm(
                text(ids),
                text(language),
                text(municipality),
                text(role),
                text(status),
                text(body)
                        .replace("\r\n", "\n")
                        .replaceAll("[\\p{Cc}&&[^\\n]]", " ")
                        .strip(),
                text(id),
                text(to),
                text(reason));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** The key of what is wrong with the words; null if nothing is. */
    @Nullable
    String bodyProblem() {
        if (text(body).isEmpty()) {
            return "texts.problem.empty";
        }
        return text(body).length() > LONGEST ? "texts.problem.long" : null;
    }

    /** For these, and with nothing written yet. */
    static BulkForm to(String ids) {
        return new BulkForm(ids, null, null, null, null, null, null, null, null).cleaned();
    }

    /** Whether something chosen means nothing: then nobody is meant, rather than everybody. */
    boolean isNotUnderstood(DistrictId district, Languages languages) {
        var wanted = wanted(district, languages);
        return choosesNobody()
                || (!text(language).isEmpty() && wanted.language() == null)
                || (!text(role).isEmpty() && wanted.role() == null)
                || (!text(status).isEmpty() && wanted.status() == null);
    }

    /** Whether people were chosen, but none of them is understood. */
    boolean choosesNobody() {
        return !text(ids).isEmpty() && members(text(ids)).isEmpty();
    }

    /** How many people were chosen; 0 = nobody in particular. */
    int chosen() {
        return members(text(ids)).size();
    }

    /** Whom she wants to write to, if it {@linkplain #isNotUnderstood is understood}. */
    Wanted wanted(DistrictId district, Languages languages) {
        return new Wanted(
                district,
                text(ids).isEmpty() ? null : members(text(ids)),
                known(languages),
                text(municipality).isEmpty() ? null : text(municipality),
                constant(Role.class, text(role)).orElse(null),
                constant(Status.class, text(status)).orElse(null));
    }

    private @Nullable Language known(Languages languages) {
        return languages.all().stream()
                .map(SpokenLanguage::language)
                .filter(known -> known.tag().equals(text(language)))
                .findFirst()
                .orElse(null);
    }

    /** Those who were shown as recipients. */
    Wanted shown(DistrictId district) {
        return new Wanted(district, members(text(to)), null, null, null, null);
    }

    boolean namesRecipients() {
        return !members(text(to)).isEmpty();
    }

    Optional<UUID> textId() {
        return uuid(text(id));
    }

    private static Set<InterpreterId> members(String written) {
        return Arrays.stream(written.split(",", -1))
                .flatMap(one -> uuid(one.strip()).stream())
                .map(InterpreterId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<UUID> uuid(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Those that a form offers. */
    static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(BulkForm::word).toList();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "BulkForm";
    }
}
