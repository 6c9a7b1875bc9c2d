package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.staff.DashboardEntry;
import de.dolmetscherhotline.staff.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the board stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    DashboardEntry boardEntry() {
        return new DashboardEntry(BoardPage.PATH, "dashboard.board", 0, Role.VIEWER);
    }
}
