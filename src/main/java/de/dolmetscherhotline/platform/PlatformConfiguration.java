package de.dolmetscherhotline.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.server.i18n.LocaleContextResolver;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    /** The only source of time; a test that has a clock of its own replaces it. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The bean's name is the one under which the framework looks for it. */
    @Bean
    LocaleContextResolver localeContextResolver() {
        return new PageLanguage();
    }
}
