package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.member.PortalEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    @Bean
    PortalEntry requestsInThePortal() {
        return RequestPages.entry();
    }

    @Bean
    PortalEntry appointmentsInThePortal() {
        return AppointmentPages.entry();
    }
}
