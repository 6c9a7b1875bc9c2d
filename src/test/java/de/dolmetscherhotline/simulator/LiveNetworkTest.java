package de.dolmetscherhotline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.TelephoneNetwork.Account;
import de.dolmetscherhotline.simulator.TelephoneNetwork.Webhooks;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveNetworkTest {

    @Test
    void aLiveNetworkRunsByItselfAndTellsWhenSomethingChanges() throws InterruptedException {
        var network = new TelephoneNetwork(new Account(World.SID, World.TOKEN, 1), Clock.systemUTC());
        try (var app = new StubApp();
                var live = LiveNetwork.start(network)) {
            app.answers("/voice", "<Say>Hallo</Say>");
            network.own(World.LINE, new Webhooks(app.url("/voice"), null, null, null));
            var caller = network.phone(World.CALLER);
            var ended = new CountDownLatch(1);
            network.onChange(() -> {
                if (caller.heard().stream().anyMatch(heard -> heard.kind() == Heard.Kind.END)) {
                    ended.countDown();
                }
            });
            caller.dial(World.LINE);
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(live).isNotNull();
        }
    }
}
