package de.dolmetscherhotline.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.LanguageSettings.Entry;
import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void theBuiltInCatalogueIsValidAndHoldsTheLanguagesOfADistrict() throws IOException {
        Languages languages = LanguagesFixture.builtIn();
        assertThat(languages.all()).hasSizeGreaterThanOrEqualTo(50);
        for (String tag :
                List.of("ar", "uk", "ru", "fa", "prs", "ps", "kmr", "ckb", "ti", "am", "so", "tr", "ro", "en")) {
            assertThat(languages.byTag(new Language(tag))).as(tag).isPresent();
        }
    }

    @Test
    void everyBuiltInCodeIsTwoDigitsThatNoMenuKeyBegins() throws IOException {
        assertThat(LanguagesFixture.builtIn().all())
                .allSatisfy(language -> assertThat(language.code()).matches("[4-8][0-9]"));
    }

    @Test
    void kurmandschiAndSoraniDoNotStandInForEachOther() throws IOException {
        Languages languages = LanguagesFixture.builtIn();
        assertThat(languages.ladder(new Language("kmr"))).containsExactly(new Language("kmr"));
        assertThat(languages.ladder(new Language("ckb"))).containsExactly(new Language("ckb"));
    }

    @Test
    void dariMayFallBackToFarsiButNotTheOtherWayRound() throws IOException {
        Languages languages = LanguagesFixture.builtIn();
        assertThat(languages.ladder(new Language("prs"))).containsExactly(new Language("prs"), new Language("fa"));
        assertThat(languages.ladder(new Language("fa"))).containsExactly(new Language("fa"));
    }

    @Test
    void aLanguageThatIsNotInTheCatalogueStandsForItself() {
        assertThat(languages(entry("ar", "40")).ladder(new Language("xx"))).containsExactly(new Language("xx"));
    }

    @Test
    void aCodeIsFoundOnlyWhenItIsComplete() {
        Languages languages = languages(entry("ar", "40"), entry("uk", "411"));
        assertThat(languages.byCode("40").map(SpokenLanguage::language)).contains(new Language("ar"));
        assertThat(languages.byCode("4")).isEmpty();
        assertThat(languages.byCode("41")).isEmpty();
        assertThat(languages.startsCode("4")).isTrue();
        assertThat(languages.startsCode("41")).isTrue();
        assertThat(languages.startsCode("40")).isFalse();
        assertThat(languages.startsCode("5")).isFalse();
    }

    @Test
    void aCatalogueThatBreaksARuleIsRefused() {
        assertRefused("empty");
        assertRefused("appears twice", entry("ar", "40"), entry("ar", "41"));
        assertRefused("belongs to both ar and uk", entry("ar", "40"), entry("uk", "40"));
        assertRefused("beginning of another", entry("ar", "40"), entry("uk", "401"));
        for (String code : List.of("4", "10", "20", "30", "90", "00", "*1", "4a", "40000")) {
            assertRefused("of ar is not two to four digits", entry("ar", code));
        }
        assertRefused("BCP 47", entry("Arabisch", "40"));
        assertRefused("is not in the list", new Entry("prs", "Dari", "دری", "40", List.of("fa"), null, null));
        assertRefused("falls back to itself", new Entry("prs", "Dari", "دری", "40", List.of("prs"), null, null));
        assertRefused("has no tag", new Entry(null, "Dari", "دری", "40", List.of(), null, null));
        assertRefused("has no name", new Entry("prs", " ", "دری", "40", List.of(), null, null));
        assertRefused("has no ownName", new Entry("prs", "Dari", null, "40", List.of(), null, null));
        assertRefused("has no code", new Entry("prs", "Dari", "دری", null, List.of(), null, null));
    }

    @Test
    void aVoiceNeedsToKnowWhatItSpeaks() {
        assertRefused(
                "has a voice but no voiceLanguage",
                new Entry("tr", "Türkisch", "Türkçe", "40", List.of(), "Polly.Burcu-Neural", null));
        assertRefused(
                "has a voiceLanguage but no voice",
                new Entry("tr", "Türkisch", "Türkçe", "40", List.of(), null, "tr-TR"));
    }

    private static void assertRefused(String reason, Entry... entries) {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> languages(entries))
                .withMessageContaining(reason);
    }

    private static Languages languages(Entry... entries) {
        return new Languages(new LanguageSettings(List.of(entries)));
    }

    private static Entry entry(String tag, String code) {
        return new Entry(tag, "Name", "own name", code, List.of(), null, null);
    }
}
