package de.dolmetscherhotline.recruiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the form, as it was typed, so that nothing is lost when something is wrong with it.
 *
 * @param key the same however often the form is sent
 * @param website hidden from people; what fills it in is a machine
 * @param more the button that asks for more languages
 */
public record ApplicationForm(
        @Nullable String key,
        @Nullable String district,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String born,
        @Nullable String municipality,
        @Nullable String gender,
        @Nullable List<String> language,
        @Nullable List<String> level,
        @Nullable List<String> role,
        @Nullable String message,
        @Nullable String consent,
        @Nullable String website,
        @Nullable String more) {

    static final int MOST_LANGUAGES = 20;

    private static final int LANGUAGES_AT_FIRST = 3;
    private static final int MORE_LANGUAGES = 3;

    /** A language and how well it is spoken, as chosen. */
    public record Choice(String language, String level) {

        public boolean isEmpty() {
            return language.isBlank() && level.isBlank();
        }
    }

    static ApplicationForm empty(@Nullable String district, @Nullable String name) {
        return new ApplicationForm(
                UUID.randomUUID().toString(),
                district,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The key, or a new one if somebody has changed it. */
    UUID keyOrNew() {
        try {
            return key == null ? UUID.randomUUID() : UUID.fromString(key);
        } catch (IllegalArgumentException changed) {
            return UUID.randomUUID();
        }
    }

    public boolean isFromAMachine() {
        return website != null && !website.isEmpty();
    }

    public boolean asksForMore() {
        return more != null;
    }

    public boolean agrees() {
        return "yes".equals(consent);
    }

    public boolean hasRole(String word) {
        return role != null && role.contains(word);
    }

    /** The languages that were chosen, and then empty ones to choose further. */
    public List<Choice> choices() {
        var chosen = chosen();
        int wanted = asksForMore() ? chosen.size() + MORE_LANGUAGES : Math.max(LANGUAGES_AT_FIRST, chosen.size());
        var choices = new ArrayList<>(chosen);
        while (choices.size() < Math.min(wanted, MOST_LANGUAGES)) {
            choices.add(new Choice("", ""));
        }
        return choices;
    }

    /** The languages that were chosen, in whole or in part. */
    public List<Choice> chosen() {
        var languages = Objects.requireNonNullElse(language, List.<String>of());
        var levels = Objects.requireNonNullElse(level, List.<String>of());
        return IntStream.range(0, Math.min(MOST_LANGUAGES, Math.max(languages.size(), levels.size())))
                .mapToObj(i -> new Choice(at(languages, i), at(levels, i)))
                .filter(choice -> !choice.isEmpty())
                .toList();
    }

    private static String at(List<String> list, int place) {
        return place < list.size() ? Objects.requireNonNullElse(list.get(place), "") : "";
    }

    /** All roles that were chosen. */
    Stream<String> roles() {
        return role == null ? Stream.empty() : role.stream();
    }
}
