package de.dolmetscherhotline.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The list {@code hotline.languages} as written in {@code languages.yaml}; {@link Languages} checks it. */
@ConfigurationProperties("hotline")
record LanguageSettings(@DefaultValue List<Entry> languages) {

    record Entry(
            @Nullable String tag,
            @Nullable String name,
            @Nullable String ownName,
            @Nullable String code,
            @DefaultValue List<String> fallbacks,
            @Nullable String voice,
            @Nullable String voiceLanguage) {}
}
