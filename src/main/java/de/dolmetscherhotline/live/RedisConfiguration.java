package de.dolmetscherhotline.live;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How we talk to Redis: what cannot be said now fails now, because everybody here has an answer for that. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    /** By default commands are kept until the connection is back, which makes each wait for its whole time-out. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failAtOnceWhileDisconnected() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }
}
