package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.AtOnce;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Where coordinators decide about applications and invite people. */
class ApplicationsPageIT extends PoolPagesIT {

    @Test
    void anApplicationIsReadAndAccepted() {
        var maryam = applicant("Maryam Rahimi", "+491713920001");
        var application = application(maryam);
        assertThat(signedIn(Role.VIEWER)
                        .opens("/dashboard/applications")
                        .hasStatus(200)
                        .body())
                .contains("Maryam Rahimi", "Ich möchte helfen", "0171 3920001")
                .doesNotContain("/acceptance");
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens("/dashboard/applications").hasStatus(200);
        coordinator
                .sends("/dashboard/applications/" + application + "/acceptance")
                .hasHeader("Location", "/dashboard/applications?done=accepted");
        assertThat(lastDetail()).isEqualTo("changed applications " + application);
        get("/api/v1/interpreters/" + maryam).has("status", "in_training");
        assertThat(coordinator.opens("/dashboard/applications?done=accepted").body())
                .contains("Angenommen")
                .doesNotContain("Maryam");
        assertThat(coordinator.opens("/dashboard/applications?state=accepted").body())
                .contains("Maryam", "von Karin Vogel");
    }

    @Test
    void whoeverAcceptAtTheSameInstantTextHerOnce() {
        var maryam = applicant("Maryam Rahimi", "+491713920001");
        var application = application(maryam);
        var answers = AtOnce.on(
                database(),
                "interpreter",
                maryam,
                List.of(
                        accepts(application),
                        accepts(application),
                        () -> Answer.to(api().post().uri("/api/v1/applications/" + application + "/acceptance"))));
        answers.subList(0, 2).forEach(answer -> answer.hasHeader("Location", "/dashboard/applications?done=accepted"));
        answers.getLast().hasStatus(200).has("state", "accepted");
        assertThat(textsTo(maryam)).containsExactly("application.accepted");
    }

    @Test
    void aRefusalOfTheSameInstantUndoesNoAcceptance() {
        var maryam = applicant("Maryam Rahimi", "+491713920001");
        var application = application(maryam);
        var refusing = atTheApplications();
        var answers = AtOnce.on(
                database(),
                "interpreter",
                maryam,
                List.of(accepts(application), () -> refuses(refusing, application, "zieht weg")));
        answers.getFirst().hasStatus(303);
        answers.getLast().hasStatus(409);
        get("/api/v1/interpreters/" + maryam).has("status", "in_training");
    }

    @Test
    void whoeverRefusesFromAPageThatWasLeftOpenIsToldWhoHasDecidedMeanwhile() {
        var maryam = applicant("Maryam Rahimi", "+491713920001");
        var application = application(maryam);
        var late = atTheApplications();
        accepts(application).get().hasStatus(303);
        for (var because : List.of("zieht weg", " ")) {
            assertThat(refuses(late, application, because).hasStatus(409).body())
                    .contains("Maryam Rahimi wurde inzwischen von Karin Vogel angenommen", because)
                    .doesNotContain("because-" + application);
        }
        assertThat(lastDetail()).startsWith("viewed applications");
        get("/api/v1/interpreters/" + maryam).has("status", "in_training");
        assertThat(textsTo(maryam)).hasSize(1);

        post("/api/v1/applications/" + application + "/refusal", Body.of("reason", "doch nicht"))
                .hasStatus(200)
                .has("state", "refused");
        assertThat(refuses(late, application, "zieht weg").hasStatus(409).body())
                .contains("Maryam Rahimi wurde inzwischen von jemand anderem abgelehnt", "zieht weg", "doch nicht");
        get("/api/v1/applications/" + application).has("refusedBecause", "doch nicht");
    }

    @Test
    void whoeverAcceptsFromAPageThatWasLeftOpenDoesNotUndoARefusal() {
        var maryam = applicant("Maryam Rahimi", "+491713920001");
        var application = application(maryam);
        var late = atTheApplications();
        post("/api/v1/applications/" + application + "/refusal", Body.of("reason", "zu weit weg"))
                .hasStatus(200);
        assertThat(late.sends("/dashboard/applications/" + application + "/acceptance")
                        .hasStatus(409)
                        .body())
                .contains(
                        "Maryam Rahimi wurde inzwischen von jemand anderem abgelehnt",
                        "nicht angenommen",
                        "zu weit weg");
        assertThat(lastDetail()).startsWith("viewed applications");
        get("/api/v1/interpreters/" + maryam).has("status", "left");
        assertThat(textsTo(maryam)).isEmpty();

        late.sends("/dashboard/applications/" + application + "/acceptance")
                .hasHeader("Location", "/dashboard/applications?done=accepted");
        get("/api/v1/interpreters/" + maryam).has("status", "in_training");
        assertThat(textsTo(maryam)).containsExactly("application.accepted");
    }

    @Test
    void whatACoordinatorHasMadeOfHerOnHerOwnPageStaysWhateverIsDecided() {
        var maryam = applicant("Maryam Rahimi", "+491713920001");
        var leyla = applicant("Leyla Yılmaz", "+491713920002");
        var accepted = application(maryam);
        var refused = application(leyla);
        put("/api/v1/interpreters/" + maryam, somebody("Maryam Rahimi", "+491713920001"))
                .hasStatus(200);
        put("/api/v1/interpreters/" + leyla, somebody("Leyla Yılmaz", "+491713920002"))
                .hasStatus(200);
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator.opens("/dashboard/applications").body())
                .contains(">aktiv</span>", "wurde schon von Hand gesetzt")
                .doesNotContain("Die Person ist dann „in Schulung“");

        coordinator
                .sends("/dashboard/applications/" + accepted + "/acceptance")
                .hasHeader("Location", "/dashboard/applications?done=noted");
        coordinator
                .sends("/dashboard/applications/" + refused + "/refusal", "because", "doppelt")
                .hasHeader("Location", "/dashboard/applications?done=noted");

        assertThat(coordinator.opens("/dashboard/applications?done=noted").body())
                .contains("Der Status der Person bleibt")
                .doesNotContain("Maryam", "Leyla");
        get("/api/v1/applications/" + accepted).has("state", "accepted");
        get("/api/v1/applications/" + refused).has("state", "refused").has("deletedAfter", null);
        for (var who : List.of(maryam, leyla)) {
            get("/api/v1/interpreters/" + who).has("status", "active");
            assertThat(textsTo(who)).isEmpty();
        }
    }

    @Test
    void aRefusalNeedsAReasonThatStaysOutOfTheTrail() {
        var maryam = applicant("Maryam Rahimi", "+491713920001");
        var application = application(maryam);
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens("/dashboard/applications");
        assertThat(coordinator
                        .sends("/dashboard/applications/" + application + "/refusal", "because", " ")
                        .hasStatus(422)
                        .body())
                .contains("because-" + application + "-problem");
        get("/api/v1/interpreters/" + maryam).has("status", "applied");
        coordinator
                .sends("/dashboard/applications/" + application + "/refusal", "because", "zieht weg")
                .hasHeader("Location", "/dashboard/applications?done=refused");
        get("/api/v1/interpreters/" + maryam).has("status", "left");
        assertThat(coordinator.opens("/dashboard/applications?state=refused").body())
                .contains("Maryam", "zieht weg");
        var told = database()
                .sql(
                        "select count(*) from audit_entry where coalesce(reason, '') || coalesce(detail, '') like '%zieht%'")
                .mapValue(Long.class)
                .one()
                .block();
        assertThat(told).isZero();
    }

    @Test
    void applicationsOfAnotherDistrictAreOutOfReach() {
        var maryam = applicant("Maryam Rahimi", "+491713920001");
        var application = application(maryam);
        aDistrict();
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator.opens("/dashboard/applications").body()).doesNotContain("Maryam");
        coordinator
                .sends("/dashboard/applications/" + application + "/acceptance")
                .hasStatus(404);
        coordinator
                .sends("/dashboard/applications/" + application + "/refusal", "because", "so")
                .hasStatus(404);
        coordinator
                .sends("/dashboard/applications/" + UUID.randomUUID() + "/acceptance")
                .hasStatus(404);
        get("/api/v1/interpreters/" + maryam).has("status", "applied");
    }

    @Test
    void somebodyIsInvitedByTextAndTheInvitationIsWithdrawn() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens("/dashboard/applications");
        assertThat(coordinator
                        .sends("/dashboard/applications/invitations", "phone", "030 23125001", "name", "Olena")
                        .hasStatus(422)
                        .body())
                .contains("id=\"phone-problem\"", "value=\"030 23125001\"", "value=\"Olena\"");
        coordinator
                .sends(
                        "/dashboard/applications/invitations",
                        "phone",
                        "0176 04069011",
                        "name",
                        "Olena",
                        "language",
                        "uk")
                .hasHeader("Location", "/dashboard/applications?done=invited");
        assertThat(coordinator.opens("/dashboard/applications?done=invited").body())
                .contains("Olena", "0176 04069011", "Die SMS ist unterwegs");
        assertThat(trail()).contains("added");
        var invitation = database()
                .sql("select id from invitation where district_id = :district")
                .bind("district", itsDistrict())
                .mapValue(UUID.class)
                .one()
                .blockOptional()
                .orElseThrow();
        assertThat(looksAt(invitation)).isPositive();
        coordinator
                .sends("/dashboard/applications/invitations/" + invitation + "/removal")
                .hasHeader("Location", "/dashboard/applications?done=withdrawn");
        coordinator
                .sends("/dashboard/applications/invitations/" + invitation + "/removal")
                .hasHeader("Location", "/dashboard/applications?done=gone");
    }

    private long looksAt(UUID invitation) {
        return database()
                .sql(
                        "select count(*) from audit_entry where action = 'viewed' and :invitation = any(shown || subject_id)")
                .bind("invitation", invitation)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void nobodyIsInvitedWhoIsInThePool() {
        member(somebody("Amina Haddad", "+4917604069012"));
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens("/dashboard/applications");
        assertThat(coordinator
                        .sends("/dashboard/applications/invitations", "phone", "0176 04069012")
                        .hasStatus(422)
                        .body())
                .contains("gehört schon jemandem im Pool");
    }

    @Test
    void viewersDecideNothing() {
        var maryam = applicant("Maryam Rahimi", "+491713920001");
        var application = application(maryam);
        var viewer = signedIn(Role.VIEWER);
        viewer.opens("/dashboard/applications");
        viewer.sends("/dashboard/applications/" + application + "/acceptance").hasStatus(403);
        viewer.sends("/dashboard/applications/" + application + "/refusal", "because", "so")
                .hasStatus(403);
        viewer.sends("/dashboard/applications/invitations", "phone", "0176 04069013")
                .hasStatus(403);
        get("/api/v1/interpreters/" + maryam).has("status", "applied");
    }

    private FormBrowser atTheApplications() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens("/dashboard/applications").hasStatus(200);
        return browser;
    }

    /** Somebody who looks at the application, and is about to accept it. */
    private Supplier<Answer> accepts(UUID application) {
        var browser = atTheApplications();
        return () -> browser.sends("/dashboard/applications/" + application + "/acceptance");
    }

    private static Answer refuses(FormBrowser browser, UUID application, String because) {
        return browser.sends("/dashboard/applications/" + application + "/refusal", "because", because);
    }

    private List<String> textsTo(UUID who) {
        return database()
                .sql("select key from text_message where interpreter_id = :who")
                .bind("who", who)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private UUID applicant(String name, String phone) {
        return member(somebody(name, phone).with("status", "applied"));
    }

    private UUID application(UUID applicant) {
        var id = UUID.randomUUID();
        database()
                .sql("""
                        insert into application (id, district_id, form_key, language, message, consented_at, notice, created_at,
                                                 confirmed_at, interpreter_id)
                        values (:id, :district, :id, 'de', 'Ich möchte helfen', :now, repeat('0', 64), :now, :now, :who)""")
                .bind("id", id)
                .bind("district", itsDistrict())
                .bind("now", TestTelephony.CLOCK.instant())
                .bind("who", applicant)
                .then()
                .block();
        return id;
    }
}
