package de.dolmetscherhotline.reference;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API for people tells what the one for programs does. */
class ReferencePageIT extends BrowserIT {

    @Test
    void everyOperationAndEveryObjectIsOnThePage() {
        var tab = chromium().open(1280, 900, ColorScheme.LIGHT);
        tab.navigate(at(ReferencePage.PATH));
        var page = tab.content();
        var description = tab.request().get(at("/api/v1/openapi")).text();
        tab.context().close();
        JsonPath.<List<String>>read(description, "$.paths.*.*.operationId")
                .forEach(operation -> assertThat(page).contains("id=\"" + operation + "\""));
        JsonPath.<Map<String, Object>>read(description, "$.components.schemas")
                .keySet()
                .forEach(name -> assertThat(page).contains("id=\"object-" + Reference.anchor(name) + "\""));
        assertThat(page).contains("Ask for an interpreter now").contains("href=\"#object-newrequest\"");
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void linksLeadToWhatTheyName(int width, int height, ColorScheme colours) {
        var page = chromium().open(width, height, colours);
        page.navigate(at(ReferencePage.PATH));
        assertAccessible(page, "reference", width, colours);
        assertThat((List<?>) page.evaluate("""
                        () => [...document.querySelectorAll('a[href^="#"]')]
                            .map(link => link.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))""")).isEmpty();
        page.locator("#postRequests ~ p a[href='#object-newrequest']").click();
        assertThat(page.locator("#object-newrequest")).isInViewport();
        page.context().close();
    }
}
