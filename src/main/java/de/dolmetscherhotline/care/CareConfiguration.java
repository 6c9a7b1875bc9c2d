package de.dolmetscherhotline.care;

import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.work.WorkHandler;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each round is work of its own, so that one which fails does not hold up the others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CareSettings.class)
class CareConfiguration {

    @Bean
    WorkHandler obligationReminderWork(ObligationReminders round, Districts districts, Clock clock) {
        return new RoundWork(round, districts, clock);
    }

    @Bean
    WorkHandler failedNumberWork(FailedNumbers round, Districts districts, Clock clock) {
        return new RoundWork(round, districts, clock);
    }

    @Bean
    WorkHandler shiftReminderWork(ShiftReminders round, Districts districts, Clock clock) {
        return new RoundWork(round, districts, clock);
    }

    @Bean
    WorkHandler coverageGapWork(CoverageGaps round, Districts districts, Clock clock) {
        return new RoundWork(round, districts, clock);
    }
}
