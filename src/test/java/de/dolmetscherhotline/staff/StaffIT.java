package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A district of its own, whose staff sign in. */
public abstract class StaffIT extends HotlineIT {

    protected static final String PASSWORD = "vier Worte und ein Fisch";

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY_CODE = Pattern.compile("<li class=\"nowrap\">([0-9A-Z-]{19})</li>");
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @Autowired
    private StaffAdministration administration;

    private UUID district = new UUID(0, 0);
    private String network = "";

    @BeforeEach
    protected void aDistrict() {
        district = district();
        network = anotherNetwork();
    }

    protected UUID itsDistrict() {
        return district;
    }

    protected static String mail() {
        return "s" + UUID.randomUUID() + "@landkreis.example";
    }

    /** Somebody with a password, and no second factor yet. */
    protected void admit(String name, String mail, Role role) {
        administration
                .admit(new DistrictId(district), name, MailAddress.parse(mail).orElseThrow(), role, PASSWORD)
                .block();
    }

    /** The same; her id. */
    protected UUID admitted(String mail, Role role) {
        admit("Jana Neumann", mail, role);
        return database()
                .sql("select id from staff where mail = :mail")
                .bind("mail", mail)
                .mapValue(UUID.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    /** What an administrator does with an account. */
    protected static Answer change(FormBrowser administrator, UUID id, String what, String... fields) {
        administrator.opens("/dashboard/staff");
        return administrator.sends("/dashboard/staff/" + id + "/" + what, fields);
    }

    /** A browser of a coordinator of another district, who has shown everything. */
    protected FormBrowser signedInElsewhere() {
        var mail = mail();
        administration
                .admit(
                        new DistrictId(district()),
                        "Jana Neumann",
                        MailAddress.parse(mail).orElseThrow(),
                        Role.COORDINATOR,
                        PASSWORD)
                .block();
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        setUp(browser);
        return browser;
    }

    /** A browser of somebody new in this role who has shown everything. */
    protected FormBrowser signedIn(Role role) {
        var mail = mail();
        admit("Karin Vogel", mail, role);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        if (role != Role.VIEWER) {
            setUp(browser);
        }
        return browser;
    }

    protected static Answer signIn(FormBrowser browser, String mail) {
        return signIn(browser, mail, PASSWORD);
    }

    protected static Answer signIn(FormBrowser browser, String mail, String password) {
        browser.opens("/dashboard/sign-in").hasStatus(200);
        return browser.sends("/dashboard/sign-in", "mail", mail, "password", password);
    }

    /** What somebody has who has set up her second factor. */
    protected record Factor(String secret, List<String> recoveryCodes) {

        /** The code of now. */
        public String code() {
            return Totp.code(secret, TestTelephony.CLOCK.instant());
        }
    }

    /** Sets up the second factor; its codes work from the next step on. */
    protected static Factor setUp(FormBrowser browser) {
        var secret = begun(browser);
        var codes = confirm(browser, secret).hasStatus(200).body();
        TestTelephony.CLOCK.pass(Totp.STEP);
        return new Factor(
                secret,
                RECOVERY_CODE
                        .matcher(codes)
                        .results()
                        .map(code -> code.group(1))
                        .toList());
    }

    /** The secret that the page shows on which she sets up the second factor. */
    protected static String begun(FormBrowser browser) {
        var page =
                browser.opens("/dashboard/second-factor/set-up").hasStatus(200).body();
        var found = SECRET.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1).replace(" ", "");
    }

    /** Enters there the code that an app with this secret shows now. */
    protected static Answer confirm(FormBrowser browser, String secret) {
        return browser.sends(
                "/dashboard/second-factor/set-up", "code", Totp.code(secret, TestTelephony.CLOCK.instant()));
    }

    /** A browser without cookies, in a network of this test. */
    protected FormBrowser browser() {
        return browserIn(network);
    }

    protected FormBrowser browserIn(String address) {
        return new FormBrowser(anonymous()
                .mutate()
                .defaultHeader("X-Forwarded-For", address)
                .defaultHeader("Accept-Language", "de")
                .build());
    }

    protected static String anotherNetwork() {
        int n = NETWORKS.incrementAndGet();
        return "203.0.%d.7".formatted(n);
    }

    protected static void isOut(Answer answer) {
        answer.hasStatus(303);
        assertThat(answer.headers().getLocation()).asString().startsWith("/dashboard/sign-in");
    }

    /** What the audit trail says of the district's staff, the newest first. */
    protected List<String> trail() {
        return database()
                .sql("select action from audit_entry where district_id = :district order by id desc")
                .bind("district", district)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
