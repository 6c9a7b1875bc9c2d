package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.platform.DialableNumbers;
import de.dolmetscherhotline.pool.InterpreterProfile;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** A part of what is recorded about a member, as it was typed, so that nothing is lost when something is wrong with it. */
sealed interface SectionForm permits PersonForm, SkillsForm, ProofsForm, ApartForm {

    /**
     * By which it is judged.
     *
     * @param today in the district
     * @param organisations ids of those of the district
     */
    record Rules(LocalDate today, DialableNumbers dialable, Languages languages, Set<String> organisations) {

        public Rules {
            organisations = Set.copyOf(organisations);
        }
    }

    /** What is wrong, as keys of messages by field; nothing if all of it makes sense. */
    Map<String, String> problems(Rules rules);

    /** What is recorded with this part as it was typed; only if nothing is wrong with it. */
    InterpreterProfile applied(InterpreterProfile before);

    /** Whether more rows are wanted, and nothing is to be saved. */
    boolean asksForMore();
}
