package de.dolmetscherhotline.testsupport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A running hotline as its REST API shows it; sets up a district with a line of its own. */
public final class Installation {

    private final WebTestClient api;
    private final UUID district;

    private Installation(WebTestClient api) {
        this.api = api;
        this.district = created(
                "/api/v1/districts", Body.of("name", "Landkreis " + UUID.randomUUID(), "timeZone", "Europe/Berlin"));
    }

    public static Installation at(URI base, String apiKey) {
        return new Installation(WebTestClient.bindToServer()
                .baseUrl(base.toString())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + apiKey)
                .responseTimeout(Duration.ofMinutes(1))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build());
    }

    public void line(String number) {
        created("/api/v1/lines", Body.of("districtId", district, "number", number, "languages", List.of("ar")));
    }

    public void practice(String number) {
        created("/api/v1/organisations", practiceWith(number));
    }

    public void practice(String number, String pin) {
        created("/api/v1/organisations", practiceWith(number).with("pin", pin));
    }

    private Body practiceWith(String number) {
        return Body.of(
                "districtId",
                district,
                "name",
                "Praxis " + number,
                "kind",
                "practice",
                "municipality",
                "Helmstedt",
                "phoneNumbers",
                List.of(number));
    }

    /** Somebody on duty who speaks Arabic. */
    public UUID interpreter(String number) {
        var id = created(
                "/api/v1/interpreters",
                Bodies.interpreter(district)
                        .with("name", "Dolmetscherin " + number)
                        .with("phoneNumber", number));
        Answer.to(api.put()
                        .uri("/api/v1/interpreters/" + id + "/availability")
                        .bodyValue(Body.of("available", true, "until", null).fields()))
                .hasStatus(200);
        return id;
    }

    public Answer get(String path) {
        return Answer.to(api.get().uri(path));
    }

    private UUID created(String collection, Body body) {
        String id = Answer.to(api.post().uri(collection).bodyValue(body.fields()))
                .hasStatus(201)
                .text("id");
        return UUID.fromString(id);
    }
}
