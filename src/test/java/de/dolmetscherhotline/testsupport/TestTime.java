package de.dolmetscherhotline.testsupport;

import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Time that tests move; nothing happens by itself. */
@TestConfiguration(proxyBeanMethods = false)
class TestTime {

    @Bean
    Clock movableClock() {
        return TestTelephony.CLOCK;
    }
}
