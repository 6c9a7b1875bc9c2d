package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** What strangers and machines cannot do with the application form. */
class ApplicationLimitsIT extends ApplicationScriptIT {

    @Test
    void aWrongCodeMayBeEnteredOnlySoOften() {
        var leyla = applicant();
        var browser = browser();
        applies(browser, leyla);
        browser.opens(CODE);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.sends(CODE, "code", wrong(leyla)).hasStatus(400).body())
                    .contains("stimmt nicht");
        }
        assertThat(browser.sends(CODE, "code", codeOf(leyla)).hasStatus(400).body())
                .contains("gilt nicht mehr");

        pass(Duration.ofMinutes(2));
        assertThat(browser.sends(CODE + "/neu").hasStatus(200).body()).contains("Ein neuer Code ist unterwegs");
        settle();
        browser.sends(CODE, "code", codeOf(leyla)).hasStatus(303).hasHeader(HttpHeaders.LOCATION, DONE);
    }

    @Test
    void aCodeHoldsForAQuarterOfAnHour() {
        var leyla = applicant();
        var browser = browser();
        applies(browser, leyla);
        browser.opens(CODE);
        pass(Duration.ofMinutes(15));

        assertThat(browser.sends(CODE, "code", codeOf(leyla)).hasStatus(400).body())
                .contains("gilt nicht mehr");
        assertThat(pool()).isEmpty();
    }

    @Test
    void whetherANumberIsKnownIsToldToItsTelephoneOnly() {
        var amina = interpreter("ar");
        var stranger = applicant();
        var one = browser();
        var other = browser();
        var known = applies(one, amina);
        var unknown = applies(other, stranger);

        assertThat(known.headers().getFirst(HttpHeaders.LOCATION))
                .isEqualTo(unknown.headers().getFirst(HttpHeaders.LOCATION));
        amina.reads("schon im Dolmetscherpool");
        assertThat(withoutToken(one.opens(CODE))).isEqualTo(withoutToken(other.opens(CODE)));
        assertThat(withoutToken(one.sends(CODE, "code", "000000").hasStatus(400)))
                .isEqualTo(
                        withoutToken(other.sends(CODE, "code", wrong(stranger)).hasStatus(400)));
        assertThat(pool()).hasSize(1);
    }

    @Test
    void onlySoManyTextsAreSentToOneNumberInADay() {
        var leyla = applicant();
        for (int i = 0; i < 4; i++) {
            applies(browser(), leyla).hasStatus(303);
            pass(Duration.ofMinutes(20));
        }
        assertThat(applies(browser(), leyla).hasStatus(429).body()).contains("später noch einmal", "Leyla");
        assertThat(leyla.inbox()).hasSize(4);
    }

    @Test
    void onlySoManyTextsAreSentForOneNetworkInAnHour() {
        for (int i = 0; i < 20; i++) {
            applies(browserBehindProxy("203.0.113." + i), applicant()).hasStatus(303);
        }
        applies(browserBehindProxy("203.0.113.77"), applicant()).hasStatus(429);
        applies(browserBehindProxy("198.51.100.7"), applicant()).hasStatus(303);
    }

    @Test
    void machinesThatFillInEveryFieldCauseNoText() {
        var leyla = applicant();
        var browser = browser();
        browser.opens(APPLY);
        var fields = new ArrayList<>(Arrays.asList(form(leyla)));
        fields.addAll(List.of("website", "https://example.org"));
        browser.sends(APPLY, fields.toArray(String[]::new)).hasStatus(303).hasHeader(HttpHeaders.LOCATION, CODE);
        settle();

        assertThat(leyla.inbox()).isEmpty();
        assertThat(browser.opens(CODE).hasStatus(200).body()).contains("sechs Ziffern");
        browser.sends(CODE, "code", "123456").hasStatus(400);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        Answer.to(anonymous().post().uri(APPLY)).isProblem(403);
        Answer.to(anonymous().post().uri(CODE)).isProblem(403);
    }
}
