package de.dolmetscherhotline.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    /** The only source of time; a test that has a clock of its own replaces it. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }
}
