package de.dolmetscherhotline.recruiting.roster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A column of the list, in the order in which they are written and read. */
enum Column {
    NAME("Name", "full name", "Vor- und Nachname", "Name, Vorname"),
    PHONE("Telefon", "phone", "phone number", "Telefonnummer", "Tel", "Handy", "Handynummer", "Mobil", "Mobilnummer"),
    TEXT_PHONE("Telefon für SMS", "text number", "SMS-Nummer", "Nummer für SMS"),
    GENDER("Geschlecht", "gender", "sex"),
    BORN("Geburtsdatum", "date of birth", "birthday", "geboren am", "geboren", "geb", "geb am"),
    MUNICIPALITY("Gemeinde", "municipality", "town", "Wohnort", "Ort"),
    ROLES("Rollen", "roles", "role", "Rolle", "Funktion"),
    LANGUAGES("Sprachen", "languages", "language", "Sprache", "Sprachkenntnisse"),
    DIALECTS("Dialekte", "dialects", "dialect", "Dialekt"),
    SUBJECTS("Fachgebiete", "subjects", "subject", "Fachgebiet", "Fachbereiche"),
    SECRECY_ON(
            "Schweigepflicht am",
            "secrecy declared on",
            "Schweigepflicht",
            "Verschwiegenheitserklärung",
            "Verschwiegenheitserklärung am",
            "Verschwiegenheitserklärung vom"),
    SECRECY_UNTIL("Schweigepflicht bis", "secrecy valid until", "Verschwiegenheitserklärung bis"),
    RECORD_ON("Führungszeugnis vom", "criminal record issued on", "Führungszeugnis", "Führungszeugnis am"),
    RECORD_UNTIL("Führungszeugnis bis", "criminal record valid until", "Führungszeugnis gültig bis"),
    TRAINING_ON("Schulung am", "training on", "Schulung", "Schulung vom"),
    TRAINING_UNTIL("Schulung gültig bis", "training valid until", "Schulung bis"),
    STATUS("Status", "state"),
    EMERGENCY("Notfälle", "emergency opt in", "Notfall", "Notfallbereitschaft"),
    CALLOUT("SMS-Anfragen", "callout opt in", "SMS-Anfrage"),
    NOTES("Notizen", "notes", "note", "Notiz", "Bemerkung", "Bemerkungen", "Anmerkungen");

    private static final Map<String, Column> BY_NAME = new HashMap<>();

    static {
        for (var column : values()) {
            column.names.lines().forEach(name -> BY_NAME.put(Spelling.plain(name), column));
        }
    }

    private final String heading;

    /** A line for each. */
    private final String names;

    /** The name that is written and the English one; further ones are understood as well. */
    Column(String heading, String... others) {
        this.heading = heading;
        this.names = heading + "\n" + String.join("\n", others);
    }

    String heading() {
        return heading;
    }

    /** The column that somebody calls so. */
    static Optional<Column> named(String name) {
        return Optional.ofNullable(BY_NAME.get(Spelling.plain(name)));
    }
}
