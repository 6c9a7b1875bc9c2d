package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** "Why not Samira?", asked before anybody calls. */
class ExplanationApiIT extends PoolIT {

    @Test
    void whoIsOnDutyAndKeepsEveryRuleWouldBeAsked() {
        var samira = created(INTERPRETERS, samira());
        onDuty(samira);
        explanation(samira, "language=ar&subject=medical&gender=female&organisationId=" + practice())
                .hasStatus(200)
                .has("asked", true)
                .has("reasons", List.of());
    }

    @Test
    void everyRuleThatKeepsHerFromBeingAskedIsNamed() {
        var practice = practice();
        var samira = created(
                INTERPRETERS,
                samira().with("status", "resting")
                        .with("doNotPair", List.of(Map.of("organisationId", practice, "reason", "Nachbarn")))
                        .with("obligations", List.of(proof("training"), proof("criminal_record"))));
        explanation(samira, "language=fr&subject=police&gender=male&organisationId=" + practice)
                .has("asked", false)
                .has(
                        "reasons[*].code",
                        List.of(
                                "not-active",
                                "obligation-expired",
                                "obligation-expired",
                                "subject-not-qualified",
                                "gender-not-as-required",
                                "do-not-pair",
                                "not-on-duty"))
                .has("reasons[1].obligation", "criminal_record")
                .has("reasons[2].obligation", "training")
                .has("reasons[2].validUntil", "2025-01-01");
    }

    @Test
    void languageDecidesAndSoDoesItsLadder() {
        var samira = created(INTERPRETERS, samira().with("languages", List.of(skill("fa", "c1"), skill("fr", "a2"))));
        onDuty(samira);
        explanation(samira, "language=prs").has("asked", true);
        explanation(samira, "language=uk").has("reasons[*].code", List.of("language-not-spoken"));
        explanation(samira, "language=fr").has("reasons[*].code", List.of("level-too-low"));
    }

    @Test
    void languageThatServesBothWaysIsPreferredOnTheLadder() {
        var samira = created(
                INTERPRETERS,
                samira().with(
                                "languages",
                                List.of(
                                        Map.of("tag", "prs", "level", "native", "direction", "from_german"),
                                        skill("fa", "c1"))));
        onDuty(samira);
        explanation(samira, "language=prs").has("asked", true);
    }

    @Test
    void emergencyReachesWhoOptedIn() {
        var samira = created(INTERPRETERS, samira().with("emergencyOptIn", true));
        explanation(samira, "language=ar").has("reasons[*].code", List.of("not-on-duty"));
        explanation(samira, "language=ar&emergency=true").has("asked", true);
    }

    @Test
    void questionThatMakesNoSenseIsRefused() {
        var samira = created(INTERPRETERS, samira());
        explanation(samira, "").rejects("language");
        explanation(samira, "language=xx").rejects("language");
        explanation(samira, "language=ar&subject=cooking").rejects("subject");
        explanation(samira, "language=ar&organisationId=practice").rejects("organisationId");
        explanation(samira, "language=ar&emergency=perhaps").rejects("emergency");
        explanation(UUID.randomUUID(), "language=ar").isProblem(404);
    }

    private Answer explanation(UUID who, String question) {
        return get(INTERPRETERS + "/" + who + "/explanation?" + question);
    }

    private void onDuty(UUID who) {
        put(INTERPRETERS + "/" + who + "/availability", Body.of("available", true, "until", null))
                .hasStatus(200);
    }

    private static Map<String, Object> proof(String kind) {
        return Map.of("kind", kind, "issuedOn", "2024-01-01", "validUntil", "2025-01-01");
    }
}
