package de.dolmetscherhotline.call.api;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The session log's own rules; what stands in it is told by the phone scripts. */
class SessionsApiIT extends HotlineIT {

    @Test
    void aPeriodWithoutCallsIsAnEmptyList() {
        get("/api/v1/sessions?from=2001-01-01T00:00:00Z&to=2001-02-01T00:00:00Z")
                .hasStatus(200)
                .hasHeader("X-Total-Count", "0")
                .has("$.length()", 0);
    }

    @Test
    void unknownCallIsNotFound() {
        get("/api/v1/sessions/" + UUID.randomUUID()).isProblem(404);
    }

    @Test
    void timesThatAreNoInstantsAreRefused() {
        get("/api/v1/sessions?from=yesterday").isProblem(400);
    }

    @Test
    void pagesAreBounded() {
        get("/api/v1/sessions?size=1000").isProblem(400);
    }

    @Test
    void nobodyReadsTheLogWithoutAKey() {
        Answer.to(anonymous().get().uri("/api/v1/sessions")).isProblem(401);
    }
}
