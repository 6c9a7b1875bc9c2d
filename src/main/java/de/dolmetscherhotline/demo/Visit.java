package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.platform.PageLanguage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a visitor chose; it travels in the address, so that it survives without cookies and without JavaScript.
 *
 * @param language only interpreters of this language (BCP 47); null = all
 * @param lang language of the page; null = whatever the browser asks for
 */
record Visit(@Nullable String language, @Nullable String lang) {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /** Ignores what cannot be a language. */
    Visit {
        language = language != null && TAG.matcher(language).matches() ? language : null;
        lang = lang != null && PageLanguage.offers(lang) ? lang : null;
    }

    public Visit in(String pageLanguage) {
        return new Visit(language, pageLanguage);
    }

    public Visit only(@Nullable String spoken) {
        return new Visit(spoken, lang);
    }

    /** The part of an address from the question mark on; empty if nothing was chosen. */
    public String query() {
        var chosen = new LinkedMultiValueMap<String, String>();
        if (language != null) {
            chosen.add("language", language);
        }
        if (lang != null) {
            chosen.add("lang", lang);
        }
        return UriComponentsBuilder.newInstance().queryParams(chosen).build().toUriString();
    }
}
