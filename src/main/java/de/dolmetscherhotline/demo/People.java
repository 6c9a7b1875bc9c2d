package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who appears in the demonstration. All are invented; their numbers are reserved for such use. */
final class People {

    static final String DISTRICT = "Landkreis Helmstedt";
    static final PhoneNumber HOTLINE = new PhoneNumber("+493023125100");
    static final List<Language> HOTLINE_MENU = languages("ar", "uk", "kmr");

    static final List<Caller> CALLERS = List.of(
            new Caller(
                    "Praxis Dr. Lindner",
                    OrganisationKind.PRACTICE,
                    "Helmstedt",
                    "+493023125201",
                    "471101",
                    languages("ar", "ti", "uk")),
            new Caller(
                    "Klinik St. Marienberg (Beispiel)",
                    OrganisationKind.HOSPITAL,
                    "Helmstedt",
                    "+493023125202",
                    "471102",
                    languages("ar", "kmr", "fa")),
            new Caller(
                    "Ausländerbehörde (Beispiel)",
                    OrganisationKind.AUTHORITY,
                    "Helmstedt",
                    "+493023125203",
                    "471103",
                    languages()),
            new Caller(
                    "Grundschule Königslutter (Beispiel)",
                    OrganisationKind.SCHOOL,
                    "Königslutter am Elm",
                    "+493023125204",
                    "471104",
                    languages("uk", "ru", "ro")));

    /** A telephone that belongs to no organisation: whoever calls from it is asked for a PIN. */
    static final PhoneNumber UNKNOWN_PHONE = new PhoneNumber("+493023125299");

    static final List<Volunteer> VOLUNTEERS = List.of(
            volunteer("Amina Haddad", Gender.FEMALE, "Helmstedt", "00", Role.VOLUNTEER, "ar"),
            volunteer("Yusuf Karam", Gender.MALE, "Schöningen", "01", Role.INTEGRATIONSLOTSE, "ar", "kmr"),
            volunteer("Layla Mansour", Gender.FEMALE, "Königslutter am Elm", "02", Role.VOLUNTEER, "ar", "fr"),
            volunteer("Omar Saleh", Gender.MALE, "Lehre", "03", Role.ASYLBEGLEITER, "ar"),
            volunteer("Rania Nasser", Gender.FEMALE, "Samtgemeinde Velpke", "04", Role.SWORN, "ar", "en"),
            volunteer("Oksana Melnyk", Gender.FEMALE, "Helmstedt", "05", Role.VOLUNTEER, "uk", "ru"),
            volunteer("Iryna Bondar", Gender.FEMALE, "Schöningen", "06", Role.INTEGRATIONSLOTSE, "uk", "pl"),
            volunteer("Dmytro Kovalenko", Gender.MALE, "Samtgemeinde Nord-Elm", "07", Role.VOLUNTEER, "uk", "ru"),
            volunteer("Zînê Demir", Gender.FEMALE, "Helmstedt", "08", Role.VOLUNTEER, "kmr", "tr"),
            volunteer("Baran Aslan", Gender.MALE, "Königslutter am Elm", "09", Role.INTEGRATIONSLOTSE, "kmr", "tr"),
            volunteer("Shirin Rahimi", Gender.FEMALE, "Büddenstedt", "10", Role.VOLUNTEER, "fa", "prs"),
            volunteer("Navid Ahmadi", Gender.MALE, "Helmstedt", "11", Role.ASYLBEGLEITER, "prs", "ps"),
            volunteer("Selam Tesfay", Gender.FEMALE, "Samtgemeinde Grasleben", "12", Role.VOLUNTEER, "ti"),
            volunteer("Yonas Kidane", Gender.MALE, "Helmstedt", "13", Role.VOLUNTEER, "ti", "am"),
            volunteer("Fadumo Warsame", Gender.FEMALE, "Schöningen", "14", Role.VOLUNTEER, "so"),
            volunteer("Elif Yıldız", Gender.FEMALE, "Helmstedt", "15", Role.VOLUNTEER, "tr"),
            volunteer("Ana Popescu", Gender.FEMALE, "Samtgemeinde Heeseberg", "16", Role.VOLUNTEER, "ro"),
            volunteer("Ivan Petrov", Gender.MALE, "Helmstedt", "17", Role.EMPLOYED, "bg", "ru"),
            volunteer("Arta Krasniqi", Gender.FEMALE, "Lehre", "18", Role.VOLUNTEER, "sq"),
            volunteer("Linh Nguyen", Gender.FEMALE, "Königslutter am Elm", "19", Role.VOLUNTEER, "vi"));

    private People() {}

    /** A number as Germans write it; of those that appear here, the second group is the area or the mobile network. */
    static String written(PhoneNumber number) {
        return number.e164().replaceFirst("^\\+49(30|171)(\\d+)$", "+49 $1 $2");
    }

    /** An organisation with its telephone and its PIN. */
    record Caller(
            String name,
            OrganisationKind kind,
            String municipality,
            PhoneNumber phone,
            String pin,
            List<Language> favourites) {

        private Caller(
                String name,
                OrganisationKind kind,
                String municipality,
                String phone,
                String pin,
                List<Language> favourites) {
            this(name, kind, municipality, new PhoneNumber(phone), pin, favourites);
        }
    }

    /** Somebody in the pool. */
    record Volunteer(
            String name,
            Gender gender,
            LocalDate dateOfBirth,
            String municipality,
            PhoneNumber phone,
            Role role,
            Set<Subject> subjects,
            List<LanguageSkill> languages) {}

    private static Volunteer volunteer(
            String name, Gender gender, String municipality, String lastDigits, Role role, String... tags) {
        return new Volunteer(
                name,
                gender,
                LocalDate.of(1962 + Integer.parseInt(lastDigits) * 2, 5, 17),
                municipality,
                new PhoneNumber("+4917139200" + lastDigits),
                role,
                Set.of(Subject.MEDICAL, Subject.AUTHORITY, Subject.SCHOOL),
                Stream.of(tags)
                        .map(tag -> new LanguageSkill(
                                new Language(tag), tag.equals(tags[0]) ? LanguageLevel.NATIVE : LanguageLevel.C1))
                        .toList());
    }

    private static List<Language> languages(String... tags) {
        return Stream.of(tags).map(Language::new).toList();
    }
}
