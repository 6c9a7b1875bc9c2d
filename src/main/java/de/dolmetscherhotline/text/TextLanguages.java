package de.dolmetscherhotline.text;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** In which language each interpreter is texted. */
@Repository
public class TextLanguages {

    private final DatabaseClient database;

    TextLanguages(DatabaseClient database) {
        this.database = database;
    }

    /** Empty if there is no such member. Texts in it may be missing ({@link Wording} is German then). */
    public Mono<Language> of(InterpreterId who) {
        return database.sql("select text_language from interpreter where id = :id")
                .bind("id", who.value())
                .mapValue(String.class)
                .one()
                .map(Language::new);
    }

    /** From now on; what was ordered before stays as it is. */
    public Mono<Void> set(InterpreterId who, Language language) {
        return database.sql("update interpreter set text_language = :language where id = :id")
                .bind("language", language.tag())
                .bind("id", who.value())
                .then();
    }
}
