package de.dolmetscherhotline.organisation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A practice, hospital, authority or school that may use the hotline of its district.
 *
 * @param phoneNumbers numbers it is recognised by, without a PIN
 * @param hasPin whether it has a PIN; the PIN itself is nowhere
 * @param favouriteLanguages languages it often asks for
 * @param blocked whether its calls are refused
 * @param asksSubject whether its callers are asked for the field, such as medical
 * @param asksGender whether its callers are asked whom they wish to talk through
 * @param contacts whom one talks to there
 * @param costCentre under which its own book-keeping knows what it asks of us
 * @param version counts the changes of what is recorded here, from 1; PINs do not count
 * @param notPaired how many interpreters never get its calls; who, is recorded with them
 */
public record Organisation(
        OrganisationId id,
        DistrictId districtId,
        String name,
        OrganisationKind kind,
        @Nullable String municipality,
        List<PhoneNumber> phoneNumbers,
        boolean hasPin,
        List<Language> favouriteLanguages,
        boolean blocked,
        boolean asksSubject,
        boolean asksGender,
        List<Contact> contacts,
        @Nullable String costCentre,
        long version,
        int notPaired) {

    public Organisation {
        phoneNumbers = List.copyOf(phoneNumbers);
        favouriteLanguages = List.copyOf(favouriteLanguages);
        contacts = List.copyOf(contacts);
    }

    /** Favourite languages when others are chosen: those that stay keep their places, for these are keys of the menu. */
    public static List<Language> favourites(List<Language> before, List<Language> chosen) {
        return Stream.concat(before.stream().filter(chosen::contains), chosen.stream())
                .distinct()
                .toList();
    }
}
