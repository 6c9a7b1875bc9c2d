package de.dolmetscherhotline.form;

import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.PageLanguageNames;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.platform.Publications;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Forms to print. Open to everybody: nothing is filled in here. */
@Controller
class FormsPage {

    static final String PATH = "/forms";

    private final FormTexts texts;
    private final Languages languages;
    private final PageLanguageNames names;

    FormsPage(FormTexts texts, Languages languages, PageLanguageNames names) {
        this.texts = texts;
        this.languages = languages;
        this.names = names;
    }

    /**
     * A form in the list.
     *
     * @param title in German
     * @param translated languages in which it stands beside German
     * @param others languages for which there is only German
     */
    record Listed(String word, String title, List<Choice> translated, List<Choice> others) {}

    /** A language of a form. */
    record Choice(String tag, String name, String ownName) {}

    @GetMapping(PATH)
    Rendering list(@RequestParam(required = false) @Nullable String lang, Locale page) {
        var forms = Arrays.stream(Form.values()).map(form -> listed(form, page)).toList();
        return Publications.kept(Rendering.view("form/list").modelAttribute("forms", forms), lang);
    }

    private Listed listed(Form form, Locale page) {
        Predicate<SpokenLanguage> translated =
                spoken -> texts.in(spoken.language(), form).isPresent();
        return new Listed(
                form.word(), texts.german(form).title(), choices(translated, page), choices(translated.negate(), page));
    }

    private List<Choice> choices(Predicate<SpokenLanguage> which, Locale page) {
        return languages.all().stream()
                .filter(which)
                .map(spoken -> new Choice(spoken.language().tag(), names.of(spoken, page), spoken.ownName()))
                .sorted(Comparator.comparing(Choice::name, Collator.getInstance(page)))
                .toList();
    }

    @GetMapping(PATH + "/{form}/{tag}")
    Rendering form(
            @PathVariable String form,
            @PathVariable String tag,
            @RequestParam(required = false) @Nullable String lang,
            Locale page) {
        var wanted = Form.of(form);
        if (wanted.isPresent() && FormTexts.GERMAN.tag().equals(tag)) {
            return shown(Sheet.of(texts.german(wanted.get())), "", lang);
        }
        var spoken = languages.all().stream()
                .filter(known -> known.language().tag().equals(tag))
                .findFirst();
        if (wanted.isEmpty() || spoken.isEmpty()) {
            return Rendering.view("form/missing").status(HttpStatus.NOT_FOUND).build();
        }
        return beside(wanted.get(), spoken.get())
                .map(sheet -> shown(sheet, "", lang))
                .orElseGet(() -> shown(Sheet.of(texts.german(wanted.get())), names.of(spoken.get(), page), lang));
    }

    private Optional<Sheet> beside(Form form, SpokenLanguage spoken) {
        return texts.in(spoken.language(), form)
                .map(text ->
                        Sheet.of(texts.german(form), text, spoken.language().tag(), spoken.ownName()));
    }

    /** @param untranslated name of the language for which there is only German, else empty */
    private static Rendering shown(Sheet sheet, String untranslated, @Nullable String lang) {
        return Publications.kept(
                Rendering.view("form/form").modelAttribute("sheet", sheet).modelAttribute("untranslated", untranslated),
                lang);
    }
}
