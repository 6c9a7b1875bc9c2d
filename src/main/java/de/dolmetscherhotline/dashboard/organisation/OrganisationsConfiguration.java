package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.staff.DashboardEntry;
import de.dolmetscherhotline.staff.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class OrganisationsConfiguration {

    @Bean
    DashboardEntry organisationsEntry() {
        return new DashboardEntry(OrganisationsPage.PATH, "organisations", 30, Role.VIEWER);
    }

    @Bean
    DashboardEntry requestsEntry() {
        return new DashboardEntry(RequestsPage.PATH, "organisations.requests", 40, Role.VIEWER);
    }

    @Bean
    DashboardEntry appointmentsEntry() {
        return new DashboardEntry(AppointmentsPage.PATH, "organisations.appointments", 45, Role.VIEWER);
    }

    @Bean
    DashboardEntry unmetDemandEntry() {
        return new DashboardEntry(UnmetPage.PATH, "organisations.unmet", 50, Role.VIEWER);
    }
}
