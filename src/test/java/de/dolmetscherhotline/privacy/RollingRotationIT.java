package de.dolmetscherhotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.StartupRefused;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.VirtualApplication;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Both keys are replaced in the steps that README.md describes, while two instances with different settings serve. */
class RollingRotationIT extends OwnDatabaseIT {

    private static final String INTERPRETERS = "/api/v1/interpreters";

    @Autowired
    private DataRedisConnectionDetails redis;

    private String district = "";

    @Test
    void keysAreReplacedWhileOneInstanceIsStillToBeRestarted() {
        try (var first = instance("d1 d2", "i1 i2")) {
            district = Answer.to(api(first)
                            .post()
                            .uri("/api/v1/districts")
                            .bodyValue(Map.of("name", "Landkreis Helmstedt", "timeZone", "Europe/Berlin")))
                    .hasStatus(201)
                    .text("id");
            var amina = add(first, AMINA).hasStatus(201).text("id");
            assertKeysAre("d1", "i1");

            try (var second = instance("d2 d1", "i2 i1")) {
                assertKeysAre("d1", "i2");
                add(first, AMINA).isProblem(409);
                add(second, AMINA).isProblem(409);
                var basma = add(first, BASMA).hasStatus(201).text("id");
                add(second, BASMA).isProblem(409);
                assertNumber(second, basma, BASMA);

                rotate(second);
                assertKeysAre("d2", "i2");
                assertNumber(first, amina, AMINA);
            }
        }
        try (var last = instance("d2", "i2")) {
            add(last, AMINA).isProblem(409);
            add(last, PRANKSTER).hasStatus(201);
        }
    }

    @Test
    void serviceWithoutKeysOrWithoutThoseThatAreNeededDoesNotStart() {
        start(TestVault.keys("d1", "i1"));
        addDistrict();
        addInterpreter(TestVault.with("d1", "i1"), AMINA);
        var withoutKeys = settings("d1", "i1");
        withoutKeys.put("hotline.keys.data", "");

        assertThatThrownBy(() -> VirtualApplication.start(withoutKeys))
                .hasRootCauseInstanceOf(StartupRefused.class)
                .rootCause()
                .hasMessageContaining("HOTLINE_DATA_KEYS is not set");
        assertThatThrownBy(() -> instance("d2", "i1"))
                .hasRootCauseInstanceOf(StartupRefused.class)
                .rootCause()
                .hasMessageContaining("are encrypted under the key 'd1'");
    }

    private VirtualApplication instance(String data, String index) {
        return VirtualApplication.start(settings(data, index));
    }

    private Map<String, String> settings(String data, String index) {
        var settings =
                own.settings(Objects.requireNonNull(redis.getStandalone()).getPort());
        settings.put("hotline.keys.data", TestVault.entries(data, "data"));
        settings.put("hotline.keys.index", TestVault.entries(index, "index"));
        return settings;
    }

    /** What an instance orders by itself when it finds something under an old key. */
    private void rotate(VirtualApplication instance) {
        own.sql("insert into work (kind, payload, due_at, created_at) values ('rotation', '{}', 'epoch', 'epoch')");
        instance.worker().drain().block();
    }

    private Answer add(VirtualApplication instance, PhoneNumber number) {
        var body = Body.of(
                "districtId",
                district,
                "name",
                "Amina Haddad",
                "phoneNumber",
                number.e164(),
                "languages",
                List.of(Map.of("tag", "ar", "level", "native")),
                "status",
                "applied");
        return Answer.to(api(instance).post().uri(INTERPRETERS).bodyValue(body.fields()));
    }

    private static void assertNumber(VirtualApplication instance, String interpreter, PhoneNumber number) {
        Answer.to(api(instance).get().uri(INTERPRETERS + "/" + interpreter))
                .hasStatus(200)
                .has("phoneNumber", number.e164());
    }

    private void assertKeysAre(String data, String index) {
        assertThat(own.texts("select distinct split_part(number_cipher, '.', 2) from interpreter_number"))
                .containsExactly(data);
        assertThat(own.texts("select distinct split_part(number_index, '.', 1) from interpreter_number"))
                .containsExactly(index);
    }

    private static WebTestClient api(VirtualApplication instance) {
        return WebTestClient.bindToServer()
                .baseUrl(instance.uri().toString())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + HotlineIT.API_KEY)
                .build();
    }
}
