package de.dolmetscherhotline.dashboard.organisation;

import static de.dolmetscherhotline.dashboard.organisation.Words.orNull;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.organisation.Contact;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.platform.DialableNumbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The form with which an organisation is added and changed. */
@Component
class OrganisationForm {

    static final String VERSION = "version";

    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String MUNICIPALITY = "municipality";
    private static final String NUMBERS = "numbers";
    private static final String COST_CENTRE = "costCentre";
    private static final String CONTACTS = "contacts";
    private static final List<String> OF_A_CONTACT =
            List.of("contact-name", "contact-role", "contact-phone", "contact-mail");

    private static final int LONGEST = 200;
    private static final int LONGEST_COST_CENTRE = 100;
    private static final int MOST_NUMBERS = 100;
    private static final int MOST_CONTACTS = 20;

    private final Languages languages;
    private final DialableNumbers dialable;

    OrganisationForm(Languages languages, DialableNumbers dialable) {
        this.languages = languages;
        this.dialable = dialable;
    }

    /** What the form shows of an organisation. */
    static Entered of(Organisation organisation) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put(VERSION, List.of(Long.toString(organisation.version())));
        values.put(NAME, List.of(organisation.name()));
        values.put(KIND, List.of(Words.word(organisation.kind())));
        values.put(MUNICIPALITY, List.of(Words.text(organisation.municipality())));
        values.put(COST_CENTRE, List.of(Words.text(organisation.costCentre())));
        values.put(NUMBERS, List.of(written(organisation.phoneNumbers())));
        values.put(
                "language",
                organisation.favouriteLanguages().stream().map(Language::tag).toList());
        values.put("blocked", ticked(organisation.blocked()));
        values.put("asksSubject", ticked(organisation.asksSubject()));
        values.put("asksGender", ticked(organisation.asksGender()));
        for (int field = 0; field < OF_A_CONTACT.size(); field++) {
            int which = field;
            values.put(
                    OF_A_CONTACT.get(field),
                    organisation.contacts().stream()
                            .map(contact -> written(contact).get(which))
                            .toList());
        }
        return new Entered(values, Map.of());
    }

    private static List<String> ticked(boolean yes) {
        return yes ? List.of("yes") : List.of();
    }

    private static String written(List<PhoneNumber> numbers) {
        return String.join("\n", numbers.stream().map(PhoneNumber::e164).toList());
    }

    private static List<String> written(Contact contact) {
        var phone = contact.phone();
        return List.of(
                contact.name(),
                Words.text(contact.role()),
                phone == null ? "" : phone.e164(),
                Words.text(contact.mail()));
    }

    /** With what is wrong. */
    Entered checked(Entered typed) {
        var numbers = numbers(typed);
        return typed.with(NAME, typed.value(NAME).isEmpty(), "portal.problem.name")
                .with(NAME, typed.value(NAME).length() > LONGEST, "portal.problem.name-long")
                .with(
                        KIND,
                        Words.constant(OrganisationKind.class, typed.value(KIND))
                                .isEmpty(),
                        "organisations.problem.kind")
                .with(MUNICIPALITY, typed.value(MUNICIPALITY).length() > LONGEST, "organisations.problem.long")
                .with(
                        COST_CENTRE,
                        typed.value(COST_CENTRE).length() > LONGEST_COST_CENTRE,
                        "organisations.problem.cost-centre")
                .with(NUMBERS, numbers.stream().anyMatch(number -> !isDialable(number)), "organisations.problem.number")
                .with(NUMBERS, numbers.size() > MOST_NUMBERS, "organisations.problem.numbers")
                .with(
                        CONTACTS,
                        contacts(typed).stream().anyMatch(contact -> !isRight(contact)),
                        "organisations.problem.contact")
                .with(CONTACTS, contacts(typed).size() > MOST_CONTACTS, "organisations.problem.contacts");
    }

    private boolean isDialable(String number) {
        return PhoneNumber.parse(number).filter(dialable::allows).isPresent();
    }

    private static boolean isRight(List<String> contact) {
        var phone = contact.get(2);
        var mail = contact.get(3);
        return !contact.getFirst().isEmpty()
                && contact.getFirst().length() <= LONGEST
                && contact.get(1).length() <= LONGEST
                && (phone.isEmpty() || PhoneNumber.parse(phone).isPresent())
                && (mail.isEmpty() || MailAddress.parse(mail).isPresent());
    }

    private static List<String> numbers(Entered typed) {
        return typed.value(NUMBERS)
                .lines()
                .flatMap(line -> Stream.of(line.split("[,;]", -1)))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .toList();
    }

    /** Those of whom something is stated: name, role, number and mail address. */
    private static List<List<String>> contacts(Entered typed) {
        int rows = OF_A_CONTACT.stream()
                .mapToInt(field -> typed.all(field).size())
                .min()
                .orElse(0);
        return IntStream.range(0, rows)
                .mapToObj(row -> OF_A_CONTACT.stream()
                        .map(field -> typed.all(field).get(row))
                        .toList())
                .filter(contact -> contact.stream().anyMatch(value -> !value.isEmpty()))
                .toList();
    }

    /**
     * What a form that is right says.
     *
     * @param before the favourite languages so far, in their order
     */
    Organisation organisation(OrganisationId id, DistrictId district, Entered typed, List<Language> before) {
        return new Organisation(
                id,
                district,
                typed.value(NAME),
                Words.constant(OrganisationKind.class, typed.value(KIND)).orElseThrow(),
                orNull(typed.value(MUNICIPALITY)),
                numbers(typed).stream()
                        .flatMap(number -> PhoneNumber.parse(number).stream())
                        .distinct()
                        .toList(),
                false,
                Organisation.favourites(before, favourites(typed)),
                !typed.value("blocked").isEmpty(),
                !typed.value("asksSubject").isEmpty(),
                !typed.value("asksGender").isEmpty(),
                contacts(typed).stream().map(OrganisationForm::contact).toList(),
                orNull(typed.value(COST_CENTRE)),
                1,
                0);
    }

    /** Whether a form that is right says what is recorded of an organisation. */
    boolean says(Entered typed, Organisation recorded) {
        var said = organisation(recorded.id(), recorded.districtId(), typed, recorded.favouriteLanguages());
        return of(said).with(VERSION, recorded.version()).equals(of(recorded));
    }

    private List<Language> favourites(Entered typed) {
        var ticked = typed.all("language");
        return languages.all().stream()
                .map(SpokenLanguage::language)
                .filter(language -> ticked.contains(language.tag()))
                .toList();
    }

    private static Contact contact(List<String> stated) {
        return new Contact(
                stated.getFirst(),
                orNull(stated.get(1)),
                PhoneNumber.parse(stated.get(2)).orElse(null),
                orNull(stated.get(3)));
    }
}
