package de.dolmetscherhotline.text;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what becomes of texts. */
@Component
class TextMetrics {

    private final MeterRegistry registry;

    TextMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String result) {
        Counter.builder("hotline.texts")
                .description("Texts by what became of them; one that was accepted is counted again when more is known")
                .tag("result", result)
                .register(registry)
                .increment();
    }
}
