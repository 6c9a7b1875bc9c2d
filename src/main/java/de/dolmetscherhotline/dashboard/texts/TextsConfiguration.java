package de.dolmetscherhotline.dashboard.texts;

import de.dolmetscherhotline.staff.DashboardEntry;
import de.dolmetscherhotline.staff.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class TextsConfiguration {

    @Bean
    DashboardEntry textsEntry() {
        return new DashboardEntry(BulkPage.PATH, "texts", 25, Role.VIEWER);
    }
}
