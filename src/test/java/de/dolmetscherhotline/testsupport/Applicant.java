package de.dolmetscherhotline.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import de.dolmetscherhotline.simulator.Phone;
import java.util.regex.Pattern;

/** Somebody who applies to the demonstration's district in a browser. All have the same name, as it happens. */
public final class Applicant {

    private static final Pattern CODE = Pattern.compile("(?s).*\\b([0-9]{6})\\b.*");

    private Applicant() {}

    /** Applies, and proves that the number is hers. */
    public static void applies(Page page, String form, Phone phone) {
        page.navigate(form);
        fillIn(page, phone);
        page.locator("#born").press("Enter");
        page.locator("#code").fill(codeOn(page, phone));
        page.locator("#code").press("Enter");
        page.waitForCondition(() -> page.locator("#code").count() == 0);
    }

    /** Fills in everything that is asked for. */
    public static void fillIn(Page page, Phone phone) {
        page.locator("#district").selectOption(new SelectOption().setLabel("Landkreis Helmstedt"));
        page.locator("#name").fill("Leyla Yılmaz");
        page.locator("#phone").fill(phone.number());
        page.locator("#born").fill("31.12.1990");
        page.locator("#language-0").selectOption("tr");
        page.locator("#level-0").selectOption("native");
        page.locator("#role-volunteer").check();
        page.locator("#message").fill("Ich freue mich.");
        page.locator("#consent").check();
    }

    /** The code that she was sent; the text may take a moment. */
    public static String codeOn(Page page, Phone phone) {
        page.waitForCondition(() -> !phone.texts().isEmpty());
        var code = CODE.matcher(phone.texts().getLast().body());
        assertThat(code.matches()).isTrue();
        return code.group(1);
    }
}
