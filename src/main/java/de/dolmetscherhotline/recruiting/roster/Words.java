package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The words for constants in a list: German, as offices write them, and the English ones of the REST API.
 *
 * @param <E> the constants
 */
final class Words<E extends Enum<E>> {

    static final Words<Gender> GENDERS = new Words<>(Map.of(
            Gender.FEMALE, List.of("weiblich", "w", "f", "Frau"),
            Gender.MALE, List.of("männlich", "m", "Mann", "Herr"),
            Gender.DIVERSE, List.of("divers", "d")));

    static final Words<Role> ROLES = new Words<>(Map.of(
            Role.VOLUNTEER,
                    List.of(
                            "Ehrenamt",
                            "ehrenamtlich",
                            "Ehrenamtliche",
                            "Ehrenamtlicher",
                            "Sprachmittler",
                            "Sprachmittlerin"),
            Role.INTEGRATIONSLOTSE,
                    List.of(
                            "Integrationslotse",
                            "Integrationslotsin",
                            "Integrationslotse/in",
                            "Integrationslots:in",
                            "Lotse",
                            "Lotsin"),
            Role.ASYLBEGLEITER,
                    List.of(
                            "Asylbegleiter",
                            "Asylbegleiterin",
                            "Asylbegleiter/in",
                            "Asylbegleiter:in",
                            "Asylbegleitung"),
            Role.SWORN, List.of("vereidigt", "beeidigt", "ermächtigt", "allgemein beeidigt"),
            Role.EMPLOYED, List.of("angestellt", "hauptamtlich", "Hauptamt", "beschäftigt")));

    static final Words<Subject> SUBJECTS = new Words<>(Map.of(
            Subject.MEDICAL, List.of("Medizin", "medizinisch", "Gesundheit", "Arzt"),
            Subject.AUTHORITY, List.of("Behörde", "Behörden", "Amt", "Ämter", "Verwaltung"),
            Subject.SCHOOL, List.of("Schule", "Schulen", "Kita", "Bildung"),
            Subject.POLICE, List.of("Polizei"),
            Subject.ASYLUM, List.of("Asyl", "Asylverfahren")));

    static final Words<Status> STATES = new Words<>(Map.of(
            Status.APPLIED, List.of("beworben", "Bewerbung", "Bewerber", "Bewerberin"),
            Status.IN_TRAINING, List.of("in Ausbildung", "in Schulung", "Ausbildung", "Schulung"),
            Status.ACTIVE, List.of("aktiv"),
            Status.RESTING, List.of("ruhend", "ruht", "pausiert", "Pause"),
            Status.LEFT, List.of("ausgeschieden", "ehemalig", "inaktiv")));

    static final Words<LanguageLevel> LEVELS = new Words<>(Map.of(
            LanguageLevel.A1, List.of("A1"),
            LanguageLevel.A2, List.of("A2"),
            LanguageLevel.B1, List.of("B1"),
            LanguageLevel.B2, List.of("B2"),
            LanguageLevel.C1, List.of("C1"),
            LanguageLevel.C2, List.of("C2"),
            LanguageLevel.NATIVE,
                    List.of(
                            "Muttersprache",
                            "muttersprachlich",
                            "Muttersprachler",
                            "Muttersprachlerin",
                            "Erstsprache",
                            "native speaker",
                            "mother tongue")));

    static final Words<Direction> DIRECTIONS = new Words<>(Map.of(
            Direction.BOTH, List.of("beide Richtungen", "beides"),
            Direction.FROM_GERMAN, List.of("nur aus dem Deutschen", "aus dem Deutschen"),
            Direction.TO_GERMAN, List.of("nur ins Deutsche", "ins Deutsche")));

    /** Yes and no. */
    enum Answer {
        YES,
        NO;

        static Answer of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    static final Words<Answer> ANSWERS = new Words<>(Map.of(
            Answer.YES, List.of("ja", "j", "y", "x", "1", "true", "wahr"),
            Answer.NO, List.of("nein", "n", "0", "false", "falsch")));

    private final Map<E, String> written;
    private final Map<String, E> known = new HashMap<>();

    /** Of each constant the first word is the one that we write. */
    private Words(Map<E, List<String>> words) {
        written = new EnumMap<>(words.keySet().iterator().next().getDeclaringClass());
        words.forEach((constant, names) -> {
            written.put(constant, names.getFirst());
            known.put(Spelling.plain(constant.name()), constant);
            names.forEach(name -> known.put(Spelling.plain(name), constant));
        });
    }

    /** The constant that is meant; empty if the word is none of these. */
    Optional<E> read(String word) {
        return Optional.ofNullable(known.get(Spelling.plain(word)));
    }

    String written(E constant) {
        return Objects.requireNonNull(written.get(constant));
    }

    /** All that may be written, for whoever wrote something else. */
    String all() {
        return String.join(", ", written.values());
    }
}
