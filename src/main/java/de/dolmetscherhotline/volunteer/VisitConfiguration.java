package de.dolmetscherhotline.volunteer;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

@Configuration(proxyBeanMethods = false)
class VisitConfiguration implements WebFluxConfigurer {

    private final VisitCookie cookie;

    VisitConfiguration(VisitCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(cookie);
    }
}
