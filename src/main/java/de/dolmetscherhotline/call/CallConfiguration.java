package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallFlow;
import de.dolmetscherhotline.call.store.CallSettings;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.matching.MatchingPolicy;
import de.dolmetscherhotline.matching.Ordering;
import de.dolmetscherhotline.matching.Strategy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the pure parts of a call their settings. */
@Configuration(proxyBeanMethods = false)
class CallConfiguration {

    @Bean
    CallFlow callFlow(CallSettings settings) {
        return new CallFlow(settings.rules());
    }

    @Bean
    MatchingPolicy matchingPolicy(MatchingSettings settings) {
        return new MatchingPolicy(new MatchingPolicy.Settings(
                settings.targetProbability(),
                settings.window(),
                settings.oneMoreEvery(),
                settings.maxPhonesAtOnce(),
                settings.emergencyExtraPhones(),
                settings.ordering(),
                settings.earliestAnswer(),
                settings.latestAnswer(),
                settings.priorAccepted(),
                settings.priorAsked(),
                settings.minimumLevel(),
                settings.failedNumberPause(),
                settings.strategy()));
    }

    /** What a district may tune about matching; the meaning of each is told in {@link MatchingPolicy.Settings}. */
    @ConfigurationProperties("hotline.matching")
    record MatchingSettings(
            @DefaultValue("0.95") double targetProbability,
            @DefaultValue("15s") Duration window,
            @DefaultValue("4s") Duration oneMoreEvery,
            @DefaultValue("8") int maxPhonesAtOnce,
            @DefaultValue("2") int emergencyExtraPhones,
            @DefaultValue("fairness") Ordering ordering,
            @DefaultValue("3s") Duration earliestAnswer,
            @DefaultValue("12s") Duration latestAnswer,
            @DefaultValue("2") double priorAccepted,
            @DefaultValue("4") double priorAsked,
            @DefaultValue("b1") LanguageLevel minimumLevel,
            @DefaultValue("24h") Duration failedNumberPause,
            @DefaultValue("waves") Strategy strategy) {}
}
