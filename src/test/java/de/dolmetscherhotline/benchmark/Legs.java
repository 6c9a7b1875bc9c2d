package de.dolmetscherhotline.benchmark;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the network's REST API says about calls. */
final class Legs {

    private final WebTestClient api;

    Legs(URI network, TelephoneNetwork.Account account) {
        this.api = WebTestClient.bindToServer()
                .baseUrl(network + "/2010-04-01/Accounts/" + account.sid())
                .defaultHeaders(headers -> headers.setBasicAuth(account.sid(), account.authToken()))
                .build();
    }

    /** When it was over, to the second; the far future if it is not. */
    Instant endOf(String sid) {
        var body = api.get()
                .uri("/Calls/" + sid + ".json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Optional.ofNullable(JsonPath.<String>read(body, "$.end_time"))
                .map(time -> ZonedDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .orElse(Instant.MAX);
    }
}
