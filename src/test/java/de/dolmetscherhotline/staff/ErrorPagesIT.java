package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.FormBrowser;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

/** What a browser gets where a page of the dashboard fails. */
class ErrorPagesIT extends StaffIT {

    /** As Firefox sends it. */
    private static final String ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource({
        "/dashboard/nothing, 404, Das gibt es hier nicht",
        "/dashboard/requests/00000000-0000-0000-0000-000000000000, 404, Das gibt es hier nicht",
        "/dashboard/requests/nothing, 400, Damit können wir nichts anfangen",
        "/dashboard/requests/nothing?lang=en, 400, We cannot do anything with this"
    })
    void itIsAPageThatSaysSoAndLeadsBack(String path, int status, String title) {
        var answer = signedInWithARealBrowser().opens(path).hasStatus(status);
        assertThat(answer.headers().getContentType())
                .isNotNull()
                .matches(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
        assertThat(answer.body()).contains("<h1>" + title + "</h1>", "<a href=\"/dashboard\">");
    }

    @Test
    void whatIsSentToNobodyIsAPageToo() {
        var browser = signedInWithARealBrowser();
        browser.opens("/dashboard/account");
        assertThat(browser.sends("/dashboard/requests/" + UUID.randomUUID() + "/cancellation", "reason", "x")
                        .hasStatus(404)
                        .body())
                .contains("Das gibt es hier nicht");
        assertThat(browser.sends("/dashboard/audit").hasStatus(405).body())
                .contains("Damit können wir nichts anfangen");
    }

    @Test
    void scriptsGetProblemDetails() {
        signedIn(Role.VIEWER).opens("/dashboard/requests/nothing").isProblem(400);
    }

    private FormBrowser signedInWithARealBrowser() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.COORDINATOR);
        var browser = new FormBrowser(anonymous()
                .mutate()
                .defaultHeader("X-Forwarded-For", anotherNetwork())
                .defaultHeader("Accept-Language", "de")
                .defaultHeader("Accept", ACCEPT)
                .build());
        signIn(browser, mail).hasStatus(303);
        setUp(browser);
        return browser;
    }
}
