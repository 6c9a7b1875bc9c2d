package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.staff.DashboardEntry;
import de.dolmetscherhotline.staff.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {

    @Bean
    DashboardEntry evaluationEntry() {
        return new DashboardEntry(OverviewPage.PATH, "figures.evaluation", 60, Role.VIEWER);
    }

    @Bean
    DashboardEntry reportEntry() {
        return new DashboardEntry(ReportPage.PATH, "figures.report", 65, Role.VIEWER);
    }

    @Bean
    DashboardEntry hoursEntry() {
        return new DashboardEntry(HoursPage.PATH, "figures.hours", 70, Role.VIEWER);
    }
}
