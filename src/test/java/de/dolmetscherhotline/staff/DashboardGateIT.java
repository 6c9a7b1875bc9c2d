package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.HotlineIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every page of the dashboard says whom it is for. */
class DashboardGateIT extends HotlineIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping pages;

    @Test
    void everyPageNamesTheLeastRole() {
        var dashboard = pages.getHandlerMethods().entrySet().stream()
                .filter(page -> page.getKey().getPatternsCondition().getPatterns().stream()
                        .anyMatch(pattern -> pattern.getPatternString().startsWith("/dashboard")))
                .toList();
        assertThat(dashboard)
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(isMarked(page.getValue()))
                        .as(page.toString())
                        .isTrue());
    }

    private static boolean isMarked(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), DashboardPage.class);
    }
}
