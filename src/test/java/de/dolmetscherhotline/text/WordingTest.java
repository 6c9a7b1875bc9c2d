package de.dolmetscherhotline.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is there in every language, and fits where it has to go. */
class WordingTest {

    private static final List<String> OTHERS = List.of("en", "uk", "ru", "tr", "ar");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    /** The alphabet in which a segment of a long text holds 153 letters; with any other letter it holds 67. */
    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** What there is too much of to say in 134 letters, and is not sent unasked. */
    private static final Set<String> LONG = Set.of(
            "answer.help",
            "answer.week",
            "answer.plan",
            "callout.invite",
            "appointment.invite.on-site",
            "appointment.invite.phone",
            "appointment.won.on-site",
            "appointment.won.phone",
            "appointment.reminder.on-site",
            "appointment.reminder.phone",
            "appointment.doubt");

    /** Commands are the same in every language, as are letters of a pattern. */
    private static final Set<String> WRITTEN_IN_CAPITALS = Set.of(
            ("ABSAGE AN AUS BIS STATUS STOPP START HILFE JA NEIN PLAN PAUSE WOCHE NOTFALL SPRACHE MO DE EN TR RU UK AR SMS HH"
                            + " EEEE EEE MMM MM")
                    .split(" "));

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Wording wording;

    @BeforeAll
    static void readTexts() throws IOException {
        wording = new Wording(LanguagesFixture.builtIn());
    }

    static Stream<String> keys() {
        return texts("de").keySet().stream().sorted();
    }

    static Stream<Arguments> others() {
        return OTHERS.stream()
                .flatMap(tag -> keys().filter(WordingTest::isForInterpreters).map(key -> Arguments.of(tag, key)));
    }

    /** Coordinators are texted in German. */
    private static boolean isForInterpreters(String key) {
        return !key.startsWith("alert.");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void textFitsIntoTwoSegmentsOfPlainLetters(String key) {
        var text = wording.text(
                Wording.GERMAN,
                key,
                "Sorani (Zentralkurdisch)",
                1234,
                "Südertor 6, Samtgemeinde Nord-Elm",
                "Königslutter",
                47);

        assertThat(text).isNotBlank().doesNotContain("{", "''");
        assertThat(text.chars().filter(letter -> GSM_7.indexOf(letter) < 0)).isEmpty();
        assertThat(segments(text)).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("others")
    void textIsThereInEveryLanguageAndSaysTheSame(String tag, String key) {
        var german = texts("de").getOrDefault(key, "");
        var text = texts(tag).getOrDefault(key, "");

        assertThat(text).as("%s in %s", key, tag).isNotBlank().isEqualTo(text.strip());
        assertThat(places(text)).as("%s in %s", key, tag).isEqualTo(places(german));
        assertThat(capitals(text)).as("%s in %s", key, tag).isSubsetOf(WRITTEN_IN_CAPITALS);
    }

    @ParameterizedTest
    @MethodSource("others")
    void textInAnotherLanguageFitsIntoTwoSegmentsOrThreeIfItIsLong(String tag, String key) {
        var text = wording.text(
                new Language(tag), key, "понеділок, 30.11, 18:00", "18:00", "Südertor 6, Helmstedt", "Helmstedt", 47);

        assertThat(text).doesNotContain("{", "''");
        assertThat(segments(text)).as("%s in %s: %s", key, tag, text).isLessThanOrEqualTo(LONG.contains(key) ? 3 : 2);
    }

    @Test
    void filesHaveNoOtherTextsAndSayWhetherTheyWereReviewed() {
        assertThat(OTHERS).allSatisfy(tag -> {
            assertThat(lines(tag).getFirst()).as(tag).matches("# review: (pending|done)");
            assertThat(texts(tag).keySet())
                    .as(tag)
                    .filteredOn(key -> !key.startsWith("language."))
                    .isSubsetOf(texts("de").keySet());
        });
        assertThat(wording.tags()).contains("de").containsAll(OTHERS);
    }

    @Test
    void languageWithoutTextsOfItsOwnIsAnsweredInGerman() {
        assertThat(wording.text(new Language("ti"), "answer.on")).isEqualTo(wording.text(Wording.GERMAN, "answer.on"));
        assertThat(wording.speaks(new Language("ti"))).isFalse();
        assertThat(wording.speaks(new Language("uk"))).isTrue();
    }

    @Test
    void callForVolunteersNamesTheLanguageAndTheCode() {
        assertThat(wording.text(Wording.GERMAN, "callout.invite", new Language("ar"), 47))
                .startsWith("Arabisch wird jetzt gebraucht.")
                .contains("JA 47");
        assertThat(wording.text(new Language("ar"), "callout.invite", new Language("ar"), 47))
                .contains("العربية", "JA 47");
        assertThat(wording.text(new Language("ru"), "callout.invite", new Language("uk"), 47))
                .contains("украинский");
    }

    @Test
    void languageThatHasNoNameInAnotherIsCalledAsItCallsItself() {
        assertThat(wording.text(new Language("en"), "callout.invite", new Language("kmr"), 47))
                .startsWith("Kurmancî is needed now.");
        assertThat(wording.text(new Language("ru"), "callout.invite", new Language("prs"), 47))
                .contains("дари");
    }

    @Test
    void timesHaveTheirDayUnlessItIsToday() {
        var monday = LocalDateTime.of(2026, 11, 23, 18, 0);

        assertThat(wording.time(Wording.GERMAN, monday, TODAY)).isEqualTo("18:00");
        assertThat(wording.time(Wording.GERMAN, monday.plusDays(1), TODAY)).isEqualTo("Dienstag, 24.11., 18:00");
        assertThat(wording.time(new Language("en"), monday.plusDays(1), TODAY)).isEqualTo("Tuesday, 24 Nov, 18:00");
        assertThat(wording.time(new Language("uk"), monday.plusDays(1), TODAY)).isEqualTo("18:00 (вт, 24.11)");
        assertThat(wording.weekday(Wording.GERMAN, DayOfWeek.TUESDAY)).isEqualTo("Di");
    }

    @Test
    void whatEndsAtMidnightEndsAtTwentyFourHours() {
        var midnight = LocalDateTime.of(2026, 11, 24, 0, 0);

        assertThat(wording.end(Wording.GERMAN, midnight, TODAY)).isEqualTo("24:00");
        assertThat(wording.end(Wording.GERMAN, midnight.plusDays(1), TODAY)).isEqualTo("Dienstag, 24.11., 24:00");
        assertThat(wording.end(Wording.GERMAN, midnight.plusHours(8), TODAY)).isEqualTo("Dienstag, 24.11., 08:00");
    }

    private static int segments(String text) {
        boolean plain = text.chars().allMatch(letter -> GSM_7.indexOf(letter) >= 0);
        int whole = plain ? 160 : 70;
        int part = plain ? 153 : 67;
        return text.length() <= whole ? 1 : (text.length() + part - 1) / part;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> capitals(String text) {
        return Pattern.compile("\\b[A-Z]{2,}\\b")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts(String tag) {
        return MessageFile.ofPrompts("texts", tag).texts();
    }

    private static List<String> lines(String tag) {
        return MessageFile.ofPrompts("texts", tag).lines();
    }
}
