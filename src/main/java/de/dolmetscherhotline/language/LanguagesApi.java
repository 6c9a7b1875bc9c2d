package de.dolmetscherhotline.language;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/languages")
@Tag(name = "Languages", description = "the catalogue of this installation, from config/languages.yaml")
class LanguagesApi {

    private final Languages languages;

    LanguagesApi(Languages languages) {
        this.languages = languages;
    }

    @GetMapping
    @Operation(
            summary = "All languages, with the keys that choose them",
            description = "Also for keys of organisations with the scope languages:read.")
    List<LanguageView> all() {
        return languages.all().stream().map(LanguageView::of).toList();
    }

    @Schema(name = "Language")
    record LanguageView(
            @Schema(description = "BCP 47 tag", example = "ar")
            String tag,

            @Schema(description = "German name", example = "Arabisch")
            String name,

            @Schema(description = "what its speakers call it", example = "العربية")
            String ownName,

            @Schema(description = "keys that choose it at any time during a call", example = "40")
            String code,

            @Schema(description = "languages whose interpreters may stand in, best first")
            List<String> fallbacks) {

        private static LanguageView of(SpokenLanguage spoken) {
            return new LanguageView(
                    spoken.language().tag(),
                    spoken.name(),
                    spoken.ownName(),
                    spoken.code(),
                    spoken.fallbacks().stream().map(Object::toString).toList());
        }
    }
}
