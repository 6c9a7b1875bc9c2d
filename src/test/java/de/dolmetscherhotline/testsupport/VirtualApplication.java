package de.dolmetscherhotline.testsupport;

import de.dolmetscherhotline.HotlineApplication;
import de.dolmetscherhotline.work.Worker;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.http.client.ReactorResourceFactory;

/** An application in this JVM that lives in the time of {@link TestTelephony#CLOCK}; its work is done by {@link #worker}. */
public final class VirtualApplication implements AutoCloseable {

    private static final Map<String, String> COMMON = Map.of(
            "server.port", "0",
            "hotline.demo", "false",
            "hotline.api-key", HotlineIT.API_KEY,
            "hotline.keys.data", TestKeys.DATA,
            "hotline.keys.index", TestKeys.INDEX,
            "hotline.public-url", TestTelephony.PUBLIC_URL,
            "hotline.twilio.account-sid", TestTelephony.ACCOUNT_SID,
            "hotline.twilio.auth-token", TestTelephony.AUTH_TOKEN,
            "hotline.work.run", "false");

    private final ConfigurableApplicationContext context;

    private VirtualApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param settings Spring properties beyond those that every virtual application has, or instead of them
     */
    public static VirtualApplication start(Map<String, String> settings) {
        var context = new SpringApplicationBuilder(HotlineApplication.class, TestTime.class, OwnThreads.class)
                .initializers(leaveOutConfigurationOfTests())
                .registerShutdownHook(false)
                .run(together(settings).entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        return new VirtualApplication(context);
    }

    private static Map<String, String> together(Map<String, String> settings) {
        var together = new HashMap<>(COMMON);
        together.putAll(settings);
        return together;
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

    public URI uri() {
        var port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where a request for the public URL goes. */
    public URI here(URI url) {
        return URI.create(url.toString().replace(TestTelephony.PUBLIC_URL, uri().toString()));
    }

    public Worker worker() {
        return context.getBean(Worker.class);
    }

    /** A part of the application, for what is not seen from outside. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
