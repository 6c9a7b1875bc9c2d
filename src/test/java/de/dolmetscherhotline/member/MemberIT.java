package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** A practice of its own, whose people sign in. */
abstract class MemberIT extends HotlineIT {

    static final String PASSWORD = "vier Worte und ein Fisch";

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private UUID district = new UUID(0, 0);
    private UUID practice = new UUID(0, 0);
    private String network = "";

    @BeforeEach
    void aPractice() {
        district = district();
        practice = created("/api/v1/organisations", organisation("Praxis Dr. Lindner"));
        network = anotherNetwork();
    }

    Body organisation(String name) {
        return Body.of("districtId", district, "name", name, "kind", "practice");
    }

    UUID practice() {
        return practice;
    }

    UUID itsDistrict() {
        return district;
    }

    String practicePath() {
        return "/api/v1/organisations/" + practice;
    }

    String membersPath() {
        return practicePath() + "/members";
    }

    /** An address that nobody has yet. */
    static String mail() {
        return "m" + UUID.randomUUID() + "@praxis.example";
    }

    /** Somebody who has not accepted yet; what was answered to whoever invited her. */
    Answer invite(String name, String mail) {
        return post(membersPath(), Body.of("name", name, "mail", mail)).hasStatus(201);
    }

    /** Somebody who has set her password; her id. */
    UUID member(String name, String mail) {
        var invitation = invite(name, mail);
        accept(browser(), invitation.text("invitationCode"), PASSWORD).hasStatus(303);
        return UUID.fromString(invitation.text("id"));
    }

    static Answer accept(FormBrowser browser, String code, String password) {
        browser.opens("/portal/invitation").hasStatus(200);
        return browser.sends("/portal/invitation", "code", code, "password", password);
    }

    /** A browser of somebody who has signed in. */
    FormBrowser signedIn(String mail) {
        var browser = browser();
        signIn(browser, mail, PASSWORD).hasStatus(303);
        return browser;
    }

    /** A browser of a new member who has signed in. */
    FormBrowser signedIn() {
        var mail = mail();
        member("Petra Lindner", mail);
        return signedIn(mail);
    }

    static Answer signIn(FormBrowser browser, String mail, String password) {
        browser.opens("/portal/sign-in").hasStatus(200);
        return browser.sends("/portal/sign-in", "mail", mail, "password", password);
    }

    /** A browser without cookies, in a network of this test. */
    FormBrowser browser() {
        return browserIn(network);
    }

    FormBrowser browserIn(String address) {
        return new FormBrowser(anonymous()
                .mutate()
                .defaultHeader("X-Forwarded-For", address)
                .defaultHeader("Accept-Language", "de")
                .build());
    }

    static String anotherNetwork() {
        int n = NETWORKS.incrementAndGet();
        return "198.51.%d.7".formatted(n);
    }

    static void isOut(Answer answer) {
        answer.hasStatus(303);
        assertThat(answer.headers().getLocation()).asString().startsWith("/portal/sign-in");
    }
}
