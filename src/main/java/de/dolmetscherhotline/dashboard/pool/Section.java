package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.pool.InterpreterProfile;

/** The parts of a profile that are changed each by itself. */
enum Section {
    PERSON,
    LANGUAGES,
    PROOFS,
    APART;

    /** The form filled in with what is recorded. */
    SectionForm form(InterpreterProfile profile) {
        return switch (this) {
            case PERSON -> PersonForm.of(profile);
            case LANGUAGES -> SkillsForm.of(profile);
            case PROOFS -> ProofsForm.of(profile);
            case APART -> ApartForm.of(profile);
        };
    }

    /** In addresses, names of templates and keys of messages. */
    String word() {
        return Typed.word(this);
    }
}
