package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.webhook.OwnSystem.Told;
import de.dolmetscherhotline.work.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Base of the tests in which an organisation has a system of its own. */
abstract class OwnSystemIT extends HotlineIT {

    static final String ORGANISATIONS = "/api/v1/organisations";
    static final String TYPE = "request.connected";

    @Autowired
    Webhooks webhooks;

    @Autowired
    Worker worker;

    final OwnSystem system = OwnSystem.start();
    OrganisationId organisation = OrganisationId.random();

    @BeforeEach
    void anOrganisation() {
        organisation = organisation();
    }

    @AfterEach
    void close() {
        system.close();
        delete(path());
        worker.drain().block();
    }

    Answer set(String url) {
        return put(path(), Body.of("url", url)).hasStatus(200);
    }

    void announce() {
        webhooks.announce(organisation, TYPE, Map.of("request", "4711")).block();
    }

    void drain() {
        worker.drain().block();
    }

    Told onlyOne() {
        assertThat(system.told()).hasSize(1);
        return system.told().getFirst();
    }

    long waiting() {
        return Objects.requireNonNull(database()
                .sql("select count(*) from work where kind = 'announcement' and payload->>'organisation' = :id")
                .bind("id", organisation.toString())
                .mapValue(Long.class)
                .one()
                .block());
    }

    String path() {
        return path(organisation);
    }

    static String path(OrganisationId organisation) {
        return ORGANISATIONS + "/" + organisation + "/webhook";
    }

    OrganisationId organisation() {
        UUID id = created(ORGANISATIONS, Body.of("districtId", district(), "name", "Klinikum", "kind", "hospital"));
        return new OrganisationId(id);
    }

    static Instant now() {
        return TestTelephony.CLOCK.instant();
    }

    static void pass(Duration time) {
        TestTelephony.CLOCK.pass(time);
    }
}
