package de.dolmetscherhotline.form;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * The texts of the forms: {@code config/forms/<form>_<tag>.txt}, beside the application or built in, read at the start. German
 * decides which paragraphs there are. A built-in translation belongs to the built-in German text and is left out where a
 * district has a German text of its own: nobody must sign beside something else.
 */
@Component
class FormTexts {

    static final Language GERMAN = new Language("de");

    private static final String BESIDE = "file:./";
    private static final String BUILT_IN = "classpath:";

    private final ResourceLoader files;
    private final Map<Form, Map<Language, FormText>> texts = new EnumMap<>(Form.class);

    /** @throws StartupRefused if a file is no form, or a translation has other paragraphs than the German text */
    FormTexts(ResourceLoader files, Languages languages) {
        this.files = files;
        var tags = languages.all().stream().map(SpokenLanguage::language).toList();
        for (Form form : Form.values()) {
            texts.put(form, read(form, tags));
        }
    }

    FormText german(Form form) {
        return in(GERMAN, form).orElseThrow();
    }

    /** Empty if nobody has translated it. */
    Optional<FormText> in(Language language, Form form) {
        return Optional.ofNullable(Objects.requireNonNull(texts.get(form)).get(language));
    }

    private Map<Language, FormText> read(Form form, List<Language> languages) {
        var german = nearest(name(form, GERMAN), List.of(BESIDE, BUILT_IN)).orElseThrow();
        var builtIn = nearest(name(form, GERMAN), List.of(BUILT_IN)).orElseThrow();
        var places = german.equals(builtIn) ? List.of(BESIDE, BUILT_IN) : List.of(BESIDE);
        var read = new LinkedHashMap<Language, FormText>();
        for (Language language : languages) {
            nearest(name(form, language), places).ifPresent(text -> read.put(language, text));
        }
        read.put(GERMAN, german);
        read.forEach((language, text) -> checkParagraphs(form, language, text, german));
        return read;
    }

    private Optional<FormText> nearest(String name, List<String> places) {
        return places.stream()
                .map(place -> files.getResource(place + name))
                .filter(found -> found.exists())
                .findFirst()
                .map(file -> parsed(name, content(file)));
    }

    private static FormText parsed(String name, String text) {
        try {
            return FormText.parse(text);
        } catch (IllegalArgumentException noForm) {
            throw refused(name, String.valueOf(noForm.getMessage()));
        }
    }

    private static void checkParagraphs(Form form, Language language, FormText text, FormText german) {
        if (!text.names().equals(german.names())) {
            throw refused(
                    name(form, language), "its paragraphs are not those of " + name(form, GERMAN) + " in their order");
        }
    }

    private static String name(Form form, Language language) {
        return "config/forms/" + form.word() + "_" + language + ".txt";
    }

    private static String content(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static StartupRefused refused(String name, String problem) {
        return new StartupRefused(
                "The text of a form (" + name + ") is not usable: " + problem + ".",
                "Correct the file in the working directory, or remove it to use the one built in.");
    }
}
