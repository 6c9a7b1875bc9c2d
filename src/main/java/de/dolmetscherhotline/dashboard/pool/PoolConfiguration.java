package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.staff.DashboardEntry;
import de.dolmetscherhotline.staff.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of the pool stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean
    DashboardEntry interpretersEntry() {
        return new DashboardEntry(InterpretersPage.PATH, "pool.interpreters", 10, Role.VIEWER);
    }

    @Bean
    DashboardEntry applicationsEntry() {
        return new DashboardEntry(ApplicationsPage.PATH, "pool.applications", 15, Role.VIEWER);
    }

    @Bean
    DashboardEntry trainingsEntry() {
        return new DashboardEntry(TrainingsPage.PATH, "pool.trainings", 20, Role.VIEWER);
    }
}
