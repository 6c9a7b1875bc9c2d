package de.dolmetscherhotline.language;

import de.dolmetscherhotline.language.LanguageSettings.Entry;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** A catalogue for tests of other packages. */
public final class LanguagesFixture {

    private LanguagesFixture() {}

    /** A catalogue of one language, for which there is no voice. */
    public static Languages of(String tag, String name, String code) {
        return spoken(tag, name, code, null, null);
    }

    /** A catalogue of one language. */
    public static Languages spoken(
            String tag, String name, String code, @Nullable String voice, @Nullable String voiceLanguage) {
        var entry = new Entry(tag, name, name, code, List.of(), voice, voiceLanguage);
        return new Languages(new LanguageSettings(List.of(entry)));
    }

    /** The catalogue that is built in. */
    public static Languages builtIn() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("languages", new ClassPathResource("config/languages.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return new Languages(Binder.get(environment)
                .bind("hotline", Bindable.of(LanguageSettings.class))
                .get());
    }
}
