package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.evaluation.History.Asked;
import de.dolmetscherhotline.evaluation.History.Told;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody does for a partner of her district is load of her own pool, and none of the partner's. */
class PartnersLoadIT extends HotlineIT {

    @Test
    void helpForAPartnerCountsInTheOwnPool() {
        var own = district();
        var partner = district();
        var samira = created("/api/v1/interpreters", Bodies.interpreter(own));
        created("/api/v1/interpreters", Bodies.interpreter(partner));
        var practice =
                created("/api/v1/organisations", Body.of("districtId", partner, "name", "Praxis", "kind", "practice"));
        new CallRows(database(), partner).add(talk(practice, samira));

        fairness(own)
                .has("members", 1)
                .has("neverAsked", 0)
                .has("loads[0].interpreterId", samira.toString())
                .has("loads[0].sessions", 1)
                .has("loads[0].asked", 1);
        assertThat(fairness(partner)
                        .has("members", 1)
                        .has("neverAsked", 1)
                        .has("withoutSession", 1)
                        .has("gini", null)
                        .body())
                .doesNotContain(samira.toString());
    }

    private static Told talk(UUID practice, UUID interpreter) {
        var call = new Told(practice, "practice", "", Instant.parse("2025-05-05T08:00:00Z"), "phone", false);
        call.language = "ar";
        call.chosenAfter = Duration.ofSeconds(4);
        call.waited = Duration.ofSeconds(9);
        call.talked = Duration.ofMinutes(5);
        call.outcome = "connected";
        call.interpreter = interpreter;
        call.asked.add(new Asked(interpreter, "accepted"));
        return call;
    }

    private Answer fairness(UUID district) {
        return get("/api/v1/evaluation/fairness?districtId=" + district + "&from=2025-05-01&to=2025-05-31")
                .hasStatus(200);
    }
}
