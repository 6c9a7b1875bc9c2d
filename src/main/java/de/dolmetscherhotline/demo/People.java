package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who appears in the demonstration. All are invented; their numbers are reserved for such use. */
final class People {

    static final String DISTRICT = "Landkreis Helmstedt";
    static final PhoneNumber HOTLINE = new PhoneNumber("+493023125100");
    static final List<Language> HOTLINE_MENU = languages("ar", "uk", "kmr");

    static final Office COORDINATOR = new Office("Koordinationsstelle (Beispiel)", "Helmstedt", "+493023125300");
    static final Office PROFESSIONAL_PROVIDER = new Office("Dolmetscherbüro (Beispiel)", "Wolfsburg", "+493023125301");

    /** The neighbour helps with a language that nobody in the own district speaks. */
    static final String PARTNER_DISTRICT = "Landkreis Gifhorn";

    static final PhoneNumber PARTNER_HOTLINE = new PhoneNumber("+493023125110");
    static final List<Language> PARTNER_LANGUAGES = languages("om");

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
                            languages("ar", "kmr", "fa"))
                    .whoIsAskedMore(),
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

    /** Who signs in to the portal for the first of the callers. */
    static final Colleague COLLEAGUE =
            new Colleague("Petra Lindner", "lindner@praxis.example", "helmstedt spricht mit");

    /** Who administers the own district, and coordinates. */
    static final Colleague ADMINISTRATOR =
            new Colleague("Karin Vogel", "vogel@landkreis.example", "helmstedt hat alles im blick");

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
            volunteer("Fadumo Warsame", Gender.FEMALE, "Schöningen", "14", Role.VOLUNTEER, "so")
                    .whoMayBeAskedOutOfHours(),
            volunteer("Elif Yıldız", Gender.FEMALE, "Helmstedt", "15", Role.VOLUNTEER, "tr"),
            volunteer("Ana Popescu", Gender.FEMALE, "Samtgemeinde Heeseberg", "16", Role.VOLUNTEER, "ro"),
            volunteer("Ivan Petrov", Gender.MALE, "Helmstedt", "17", Role.EMPLOYED, "bg", "ru"),
            volunteer("Arta Krasniqi", Gender.FEMALE, "Lehre", "18", Role.VOLUNTEER, "sq")
                    .whoMayBeAskedOutOfHours(),
            volunteer("Linh Nguyen", Gender.FEMALE, "Königslutter am Elm", "19", Role.VOLUNTEER, "vi"));

    /** Without a telephone in the demonstration: nobody may ring them. */
    static final List<Volunteer> NOT_YET_OR_NO_LONGER = List.of(
            volunteer("Karim Belhadj", Gender.MALE, "Schöningen", "22", Role.VOLUNTEER, "ar", "fr"),
            volunteer("Tetiana Marchenko", Gender.FEMALE, "Lehre", "23", Role.VOLUNTEER, "uk")
                    .ofStatus(Status.IN_TRAINING),
            volunteer("Samuel Haile", Gender.MALE, "Helmstedt", "24", Role.VOLUNTEER, "ti", "am")
                    .ofStatus(Status.APPLIED));

    /** Whose certificate of good conduct has run out. */
    static final String WITH_AN_OLD_CERTIFICATE = "Karim Belhadj";

    static final List<Distance> NOT_TO_BE_PAIRED = List.of(
            new Distance("Omar Saleh", "Ausländerbehörde (Beispiel)", "Eigenes Verfahren bei dieser Behörde"),
            new Distance("Ana Popescu", "Grundschule Königslutter (Beispiel)", "Ihre Kinder besuchen diese Schule"));

    static final List<Volunteer> PARTNER_VOLUNTEERS = List.of(
            volunteer("Chaltu Bekele", Gender.FEMALE, "Gifhorn", "20", Role.VOLUNTEER, "om", "am"),
            volunteer("Gadisa Tolera", Gender.MALE, "Samtgemeinde Meinersen", "21", Role.VOLUNTEER, "om"));

    private People() {}

    /** Everybody with a telephone whom the hotline may ask to interpret: the own pool, then the neighbour's. */
    static List<Volunteer> interpreters() {
        return Stream.concat(VOLUNTEERS.stream(), PARTNER_VOLUNTEERS.stream()).toList();
    }

    /** Those to whom a call is handed over when no interpreter takes it. */
    static List<Office> offices() {
        return List.of(COORDINATOR, PROFESSIONAL_PROVIDER);
    }

    /** A number as Germans write it; of those that appear here, the second group is the area or the mobile network. */
    static String written(PhoneNumber number) {
        return number.e164().replaceFirst("^\\+49(30|171)(\\d+)$", "+49 $1 $2");
    }

    /** A place with a telephone that neither calls the hotline nor interprets. */
    record Office(String name, String municipality, PhoneNumber phone) {

        private Office(String name, String municipality, String phone) {
            this(name, municipality, new PhoneNumber(phone));
        }
    }

    /**
     * An organisation with its telephone and its PIN.
     *
     * @param askedMore whether its callers are asked for the field and for whom they wish to talk through
     */
    record Caller(
            String name,
            OrganisationKind kind,
            String municipality,
            PhoneNumber phone,
            String pin,
            List<Language> favourites,
            boolean askedMore) {

        private Caller(
                String name,
                OrganisationKind kind,
                String municipality,
                String phone,
                String pin,
                List<Language> favourites) {
            this(name, kind, municipality, new PhoneNumber(phone), pin, favourites, false);
        }

        private Caller whoIsAskedMore() {
            return new Caller(name, kind, municipality, phone, pin, favourites, true);
        }
    }

    /** Somebody in an organisation, with a password that everybody may know: there is nothing behind it but the demonstration. */
    record Colleague(String name, String mail, String password) {}

    /** A volunteer who is not to get the calls of an organisation, both by name. */
    record Distance(String volunteer, String caller, String reason) {}

    /**
     * Somebody in the pool.
     *
     * @param outOfHours whether the person has not said that she is available, but may be asked nevertheless
     */
    record Volunteer(
            String name,
            Gender gender,
            LocalDate dateOfBirth,
            String municipality,
            PhoneNumber phone,
            Role role,
            Set<Subject> subjects,
            List<LanguageSkill> languages,
            Status status,
            boolean outOfHours) {

        private Volunteer whoMayBeAskedOutOfHours() {
            return new Volunteer(
                    name, gender, dateOfBirth, municipality, phone, role, subjects, languages, status, true);
        }

        private Volunteer ofStatus(Status other) {
            return new Volunteer(
                    name, gender, dateOfBirth, municipality, phone, role, subjects, languages, other, outOfHours);
        }
    }

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
                        .toList(),
                Status.ACTIVE,
                false);
    }

    private static List<Language> languages(String... tags) {
        return Stream.of(tags).map(Language::new).toList();
    }
}
