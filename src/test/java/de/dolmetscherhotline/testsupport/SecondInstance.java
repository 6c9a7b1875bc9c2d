package de.dolmetscherhotline.testsupport;

import de.dolmetscherhotline.HotlineApplication;
import de.dolmetscherhotline.work.Worker;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.http.client.ReactorResourceFactory;

/** A second application on the stores, the telephone network and the time of another one. */
public final class SecondInstance implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SecondInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SecondInstance beside(R2dbcConnectionDetails database, DataRedisConnectionDetails redis) {
        var options = database.getConnectionFactoryOptions();
        var address = "r2dbc:postgresql://127.0.0.1:%s/%s"
                .formatted(
                        options.getValue(ConnectionFactoryOptions.PORT),
                        options.getValue(ConnectionFactoryOptions.DATABASE));
        var redisPort = Objects.requireNonNull(redis.getStandalone()).getPort();
        var context = new SpringApplicationBuilder(HotlineApplication.class, TestTime.class, OwnThreads.class)
                .initializers(leaveOutConfigurationOfTests())
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--spring.r2dbc.url=" + address,
                        "--spring.r2dbc.username=" + options.getValue(ConnectionFactoryOptions.USER),
                        "--spring.data.redis.url=redis://127.0.0.1:" + redisPort,
                        "--spring.flyway.enabled=false",
                        "--hotline.demo=false",
                        "--hotline.api-key=" + HotlineIT.API_KEY,
                        "--hotline.public-url=" + TestTelephony.PUBLIC_URL,
                        "--hotline.twilio.account-sid=" + TestTelephony.ACCOUNT_SID,
                        "--hotline.twilio.auth-token=" + TestTelephony.AUTH_TOKEN,
                        "--hotline.twilio.calls-per-second=" + TestTelephony.CALLS_PER_SECOND,
                        "--hotline.twilio.api-url=" + TestTelephony.apiUrl(),
                        "--hotline.work.run=false");
        return new SecondInstance(context);
    }

    /** Scanning finds the tests' own configuration too, where it is on the class path. */
    private static ApplicationContextInitializer<ConfigurableApplicationContext> leaveOutConfigurationOfTests() {
        return context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
    }

    /** The threads of the network layer are otherwise the whole JVM's, and end with the first application that ends. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnThreads {

        @Bean
        ReactorResourceFactory ownReactorResources() {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }

    private static final class WithoutTests extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) {
            return type.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }

    public URI here(URI url) {
        var port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        return URI.create(url.toString().replace(TestTelephony.PUBLIC_URL, "http://127.0.0.1:" + port));
    }

    public Worker worker() {
        return context.getBean(Worker.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
