package de.dolmetscherhotline.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.LanguageSettings.Entry;
import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class LanguagesTest {

    @Test
    void theBuiltInCatalogueIsValidAndHoldsTheLanguagesOfADistrict() throws IOException {
        Languages languages = builtIn();
        assertThat(languages.all()).hasSizeGreaterThanOrEqualTo(50);
        for (String tag :
                List.of("ar", "uk", "ru", "fa", "prs", "ps", "kmr", "ckb", "ti", "am", "so", "tr", "ro", "en")) {
            assertThat(languages.byTag(new Language(tag))).as(tag).isPresent();
        }
    }

    @Test
    void everyBuiltInCodeIsTwoDigitsThatNoMenuKeyBegins() throws IOException {
        assertThat(builtIn().all())
                .allSatisfy(language -> assertThat(language.code()).matches("[4-8][0-9]"));
    }

    @Test
    void kurmandschiAndSoraniDoNotStandInForEachOther() throws IOException {
        Languages languages = builtIn();
        assertThat(languages.ladder(new Language("kmr"))).containsExactly(new Language("kmr"));
        assertThat(languages.ladder(new Language("ckb"))).containsExactly(new Language("ckb"));
    }

    @Test
    void dariMayFallBackToFarsiButNotTheOtherWayRound() throws IOException {
        Languages languages = builtIn();
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
        assertRefused("is not in the list", new Entry("prs", "Dari", "دری", "40", List.of("fa")));
        assertRefused("falls back to itself", new Entry("prs", "Dari", "دری", "40", List.of("prs")));
        assertRefused("has no tag", new Entry(null, "Dari", "دری", "40", List.of()));
        assertRefused("has no name", new Entry("prs", " ", "دری", "40", List.of()));
        assertRefused("has no ownName", new Entry("prs", "Dari", null, "40", List.of()));
        assertRefused("has no code", new Entry("prs", "Dari", "دری", null, List.of()));
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
        return new Entry(tag, "Name", "own name", code, List.of());
    }

    private static Languages builtIn() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("languages", new ClassPathResource("config/languages.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return new Languages(Binder.get(environment)
                .bind("hotline", Bindable.of(LanguageSettings.class))
                .get());
    }
}
