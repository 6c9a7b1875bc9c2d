package de.dolmetscherhotline.testsupport;

import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.netty.http.client.HttpClient;

/**
 * Each request of a test has a connection of its own, and patience for a busy machine: one that has been idle while other tests
 * ran may be closed by the server in the moment in which it is used again.
 */
@TestConfiguration(proxyBeanMethods = false)
class OwnConnections {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Bean
    WebTestClientBuilderCustomizer connectionForEachRequest() {
        return builder -> builder.clientConnector(new ReactorClientHttpConnector(HttpClient.newConnection()))
                .responseTimeout(PATIENCE);
    }
}
