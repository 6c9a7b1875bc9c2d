package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Base of the scripts in which somebody fills in the application form, with a telephone at hand. */
abstract class ApplicationScriptIT extends PhoneScriptIT {

    static final String APPLY = "/mitmachen";
    static final String CODE = APPLY + "/code";
    static final String DONE = APPLY + "/danke";
    static final String APPLICATIONS = "/api/v1/applications";
    static final String INVITATIONS = "/api/v1/invitations";
    private static final Pattern SIX_DIGITS = Pattern.compile("\\b[0-9]{6}\\b");
    private static final Pattern LINK = Pattern.compile("https://hotline\\.example\\.org(/\\S+)");

    /** There are few numbers for tests: what was texted to one in another script does not count any more. */
    @Override
    Duration sinceTheLastScript() {
        return Duration.ofDays(1);
    }

    /** Much later; what fell due meanwhile happens now. */
    void later(Duration time) {
        CLOCK.pass(time);
        settle();
    }

    FormBrowser browser() {
        return new FormBrowser(anonymous());
    }

    FormBrowser browserBehindProxy(String address) {
        return new FormBrowser(anonymous()
                .mutate()
                .defaultHeader("X-Forwarded-For", "192.0.2.1, " + address)
                .build());
    }

    /** Somebody with a mobile telephone whom nobody knows. */
    Person applicant() {
        return new Person(this, NETWORK.phone(Numbers.mobile()), new UUID(0, 0));
    }

    Person applicantInThePool() {
        var leyla = applicant();
        var browser = browser();
        applies(browser, leyla);
        browser.sends(CODE, "code", codeOf(leyla)).hasStatus(303);
        return leyla;
    }

    Answer applies(FormBrowser browser, Person person) {
        browser.opens(APPLY).hasStatus(200);
        var answer = browser.sends(APPLY, form(person));
        settle();
        return answer;
    }

    String[] form(Person person) {
        var fields = new ArrayList<>(Arrays.asList(formWithoutNumber("Leyla Yılmaz")));
        fields.addAll(List.of("phone", person.phone().number().replace("+49", "0")));
        return fields.toArray(String[]::new);
    }

    String[] formWithoutNumber(String name) {
        return new String[] {
            "district", presentDistrict().toString(),
            "name", name,
            "born", "31.12.1990",
            "municipality", "Helmstedt",
            "gender", "female",
            "language", "tr",
            "level", "native",
            "language", "",
            "level", "",
            "role", "volunteer",
            "message", "Ich freue mich.",
            "consent", "yes"
        };
    }

    Body invitation(Person person) {
        return Body.of(
                "districtId", presentDistrict(), "phoneNumber", person.phone().number(), "language", "de");
    }

    static String codeOf(Person person) {
        var code = SIX_DIGITS.matcher(person.inbox().getLast());
        assertThat(code.find()).as(person.inbox().getLast()).isTrue();
        return code.group();
    }

    static String wrong(Person person) {
        return codeOf(person).equals("000000") ? "111111" : "000000";
    }

    static String linkTo(Person person) {
        var link = LINK.matcher(person.inbox().getLast());
        assertThat(link.find()).as(person.inbox().getLast()).isTrue();
        return link.group(1);
    }

    static String withoutToken(Answer page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "");
    }

    Answer application() {
        return application("open");
    }

    Answer application(String state) {
        return get(APPLICATIONS + "?districtId=" + presentDistrict() + "&state=" + state)
                .hasStatus(200);
    }

    List<String> pool() {
        return JsonPath.read(
                get("/api/v1/interpreters?districtId=" + presentDistrict()).body(), "$[*].phoneNumber");
    }

    List<?> applicationRows() {
        return rows("select id from application where district_id = :district and :began::timestamptz is not null");
    }
}
