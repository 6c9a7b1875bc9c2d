package de.dolmetscherhotline.language;

import de.dolmetscherhotline.testsupport.HotlineIT;
import org.junit.jupiter.api.Test;

class LanguagesApiIT extends HotlineIT {

    @Test
    void theCatalogueNamesEveryLanguageInGermanAndInItself() {
        get("/api/v1/languages")
                .hasStatus(200)
                .has("[0].tag", "ar")
                .has("[0].name", "Arabisch")
                .has("[0].ownName", "العربية")
                .has("[0].code", "40")
                .has("[0].fallbacks.length()", 0)
                .has("[4].tag", "prs")
                .has("[4].fallbacks[0]", "fa");
    }
}
