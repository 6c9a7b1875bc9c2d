package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.simulator.TwilioApi;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The simulated telephone network, with the account that the hotline itself is configured with. */
@Configuration(proxyBeanMethods = false)
@Demonstration
class DemoConfiguration {

    /** Under this path the network serves its REST API. */
    static final String REST_PATH = "/simulator/rest";

    @Bean
    TelephoneNetwork demonstrationNetwork(
            @Value("${hotline.twilio.account-sid}") String accountSid,
            @Value("${hotline.twilio.auth-token}") String authToken,
            @Value("${hotline.twilio.calls-per-second}") double callsPerSecond,
            Clock clock) {
        var perSecond = Math.max(1, (int) callsPerSecond);
        return new TelephoneNetwork(new TelephoneNetwork.Account(accountSid, authToken, perSecond), clock);
    }

    @Bean
    RouterFunction<ServerResponse> simulatedNetworkApi(TelephoneNetwork network) {
        return TwilioApi.routes(network, REST_PATH);
    }
}
