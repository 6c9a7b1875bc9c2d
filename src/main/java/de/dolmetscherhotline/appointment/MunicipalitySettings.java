package de.dolmetscherhotline.appointment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The list {@code hotline.municipalities} as written in {@code municipalities.yaml}; {@link Municipalities} checks it. */
@ConfigurationProperties("hotline")
record MunicipalitySettings(@DefaultValue List<Entry> municipalities) {

    record Entry(
            @Nullable String name,
            @DefaultValue List<String> also,
            @Nullable Double latitude,
            @Nullable Double longitude) {}
}
