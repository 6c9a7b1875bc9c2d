package de.dolmetscherhotline.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import de.dolmetscherhotline.testsupport.BrowserIT;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** An appointment is made in the browser, and what becomes of it is seen and changed there. */
class AppointmentPagesBrowserIT extends BrowserIT {

    private static final String PAGES = "/portal/appointments";
    private static final Pattern ONE = Pattern.compile(".*/portal/appointments/[0-9a-f-]{36}(\\?.*)?");

    /** Both at the same moment, which the test is too slow for. */
    private static final String SEND_SOON = "form => { setTimeout(() => form.requestSubmit(), 400); }";

    @Autowired
    private DatabaseClient database;

    /** What is left of them would text people in other tests. */
    @AfterEach
    void appointmentsAreForgotten() {
        sql("delete from appointment");
        sql("delete from work where kind like 'appointment-%'");
    }

    private void sql(String sql) {
        database.sql(sql).then().block();
    }

    private static LocalDate day() {
        return LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(10);
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void anAppointmentIsMadeLookedAtAndCancelled(int width, int height, ColorScheme colours) {
        var page = signedIn(chromium().open(width, height, colours));
        page.navigate(at(PAGES + "/new"));
        assertThat(page.locator("#address")).isVisible();
        assertThat(page.locator("#phoneNumber")).isHidden();
        assertAccessible(page, "appointment-new", width, colours);
        page.locator("#kind-phone").check();
        assertThat(page.locator("#address")).isHidden();
        assertThat(page.locator("#phoneNumber")).isVisible();
        page.locator("#kind-on_site").check();
        page.locator("#caseReference").fill("Frau Beispiel");
        button(page, "Termin anfragen").click();
        assertThat(page.locator("#date-problem")).isVisible();
        assertThat(page.locator("#language-problem")).isVisible();
        assertThat(page.locator("#caseReference")).hasValue("Frau Beispiel");
        assertAccessible(page, "appointment-wrong", width, colours);

        fillIn(page);
        page.locator("#repeatWeekly").fill("3");
        page.locator("#gender").selectOption("wish_female");
        page.locator("#role").selectOption("sworn");
        button(page, "Termin anfragen").click();
        assertThat(page).hasURL(ONE);
        assertThat(page.locator(".notice")).containsText("aufgenommen");
        assertThat(page.locator("#nobody")).containsText("kennen wir zurzeit niemanden");
        assertAccessible(page, "appointment-asking", width, colours);

        sql("""
                update appointment a set status = 'confirmed', confirmed_at = a.created_at, doubted_at = a.created_at,
                    interpreter_id = (select i.id from interpreter i where i.district_id = a.district_id order by i.name limit 1)
                where series_position = 0""");
        page.navigate(page.url());
        assertThat(page.locator("#status")).hasText("Zugesagt, aber fraglich");
        assertThat(page.locator("#interpreter")).isVisible();
        opens(page, "Um jemand anderen bitten");
        opens(page, "Termin absagen");
        assertAccessible(page, "appointment-doubted", width, colours);
        var appointment = page.url();

        page.navigate(at(PAGES));
        assertThat(page.locator(".entries li")).hasCount(3);
        opens(page, "Eingrenzen");
        assertAccessible(page, "appointments", width, colours);
        page.navigate(appointment);
        opens(page, "Termin absagen");
        page.locator("#cancellation-reason").fill("Verlegt");
        button(page, "Termin absagen").click();
        assertThat(page.locator("#status")).hasText("Abgesagt");
        assertThat(page.locator(".notice")).containsText("Der Termin ist abgesagt");
        assertAccessible(page, "appointment-cancelled", width, colours);

        page.navigate(at(PAGES + "/calendar"));
        button(page, "Neue Adresse").click();
        assertThat(page.locator("#calendar-address")).containsText("/calendar/");
        assertAccessible(page, "calendar-new", width, colours);
        page.navigate(at(PAGES + "/calendar"));
        assertThat(button(page, "Erneuern").first()).isVisible();
        assertAccessible(page, "calendar", width, colours);
        page.context().close();
    }

    @Test
    void whatWasIsTold() {
        var page = signedIn(chromium().openWithoutScripts(390, 844));
        booked(page);
        sql("""
                update appointment a set status = 'held', confirmed_at = a.created_at, created_at = created_at - interval '1 year',
                    starts_at = starts_at - interval '12 days', ends_at = ends_at - interval '12 days',
                    interpreter_id = (select i.id from interpreter i where i.district_id = a.district_id order by i.name limit 1)
                """);
        page.navigate(page.url());
        opens(page, "Jemand ist nicht gekommen");
        button(page, "Vermerken").click();
        assertThat(page.locator("#absent-problem")).isVisible();
        picture(page, "appointment-absent", 390);
        page.locator("#absent").selectOption("person");
        button(page, "Vermerken").click();
        assertThat(page.locator("#status")).hasText("Die Person kam nicht");
        page.context().close();
    }

    @Test
    void withoutJavaScriptAFormThatIsSentTwiceIsOneAppointment() {
        var page = signedIn(chromium().openWithoutScripts(1280, 900));
        page.navigate(at(PAGES + "/new?lang=en"));
        fillIn(page);
        button(page, "Ask for the appointment").dblclick();
        assertThat(page).hasURL(ONE);
        assertThat(page.locator("#nobody")).containsText("we know nobody");
        page.navigate(at(PAGES));
        assertThat(page.locator(".entries li")).hasCount(1);
        page.context().close();
    }

    @Test
    void twoTabsWithTheSameFormThatAreSentAtTheSameTimeMakeOneAppointment() {
        var page = signedIn(chromium().open(1280, 900, ColorScheme.LIGHT));
        page.navigate(at(PAGES + "/new"));
        var copy = page.context().newPage();
        copy.navigate(at(PAGES + "/new"));
        var key = page.locator("input[name=key]").getAttribute("value");
        copy.locator("input[name=key]").evaluate("(field, key) => { field.value = key; }", key);
        List.of(page, copy).forEach(AppointmentPagesBrowserIT::fillIn);

        List.of(page, copy).forEach(tab -> tab.locator("form.booking").evaluate(SEND_SOON));

        assertThat(page).hasURL(ONE);
        assertThat(copy).hasURL(page.url());
        page.navigate(at(PAGES));
        assertThat(page.locator(".entries li")).hasCount(1);
        page.context().close();
    }

    @Test
    void ofTwoBrowsersThatCancelTheSameAppointmentAtTheSameTimeOneDoesAndTheOtherSaysThatItWas() {
        var page = signedIn(chromium().open(1280, 900, ColorScheme.LIGHT));
        booked(page);
        var other = signedIn(chromium().open(390, 844, ColorScheme.LIGHT));
        other.navigate(page.url());
        var both = List.of(page, other);
        both.forEach(browser -> assertThat(browser.locator("#status")).isVisible());

        both.forEach(browser -> browser.locator("form[action$='/cancellation']").evaluate(SEND_SOON));

        both.forEach(browser -> assertThat(browser.locator("#status")).hasText("Abgesagt"));
        Assertions.assertThat(both.stream()
                        .map(browser -> browser.locator("main > .notice, main > .alarm[role=alert]")
                                .innerText()))
                .containsExactlyInAnyOrder(
                        "Der Termin ist abgesagt. Wer zugesagt hatte, erfährt es per SMS.",
                        "Der Termin war schon abgesagt.");
        both.forEach(browser -> browser.context().close());
    }

    private static void booked(Page page) {
        page.navigate(at(PAGES + "/new"));
        fillIn(page);
        button(page, "Termin anfragen").click();
        assertThat(page).hasURL(ONE);
    }

    /** In a language that nobody speaks: nobody is texted. */
    private static void fillIn(Page page) {
        page.locator("#date").fill(day().toString());
        page.locator("#time").fill("14:00");
        page.locator("#address").fill("Südertor 6");
        page.locator("#contactNote").fill("Zimmer 12");
        page.locator("#language").selectOption("hy");
        page.locator("#caseReference").fill("2026-0815");
    }

    private Page signedIn(Page page) {
        page.navigate(at("/portal/sign-in"));
        page.locator("#mail").fill("lindner@praxis.example");
        page.locator("#password").fill("helmstedt spricht mit");
        page.locator("main form button").click();
        assertThat(page).hasURL(at("/portal"));
        return page;
    }

    private static void opens(Page page, String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).click();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
