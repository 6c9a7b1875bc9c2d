package de.dolmetscherhotline.dashboard;

import de.dolmetscherhotline.staff.DashboardEntry;
import de.dolmetscherhotline.staff.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    DashboardEntry auditTrailEntry() {
        return new DashboardEntry(AuditPage.PATH, "dashboard.audit", 95, Role.ADMINISTRATOR);
    }
}
