package de.dolmetscherhotline.card;

import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.platform.QrPicture;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The speed-dial card of one organisation: only strings that work for it, the languages that it often needs first and with
 * pictures.
 *
 * @param number of the line, as people read it
 * @param registered whether it has telephones of its own, from which strings without a PIN work
 * @param hasPin whether strings with a PIN work, from any other telephone
 * @param pin in clear, if it has just been made: nobody can read it later; null leaves its place empty
 * @param chosen whether the first languages are those that it has chosen; the line's otherwise
 * @param first the languages that it often needs
 * @param others all others, by their name
 */
public record OrganisationCard(
        String organisation,
        String number,
        boolean registered,
        boolean hasPin,
        @Nullable String pin,
        boolean chosen,
        List<Strings> first,
        List<Strings> others) {

    private static final String NAME_OF_CONTACT = "Dolmetscher-Hotline ";

    public OrganisationCard {
        first = List.copyOf(first);
        others = List.copyOf(others);
    }

    /**
     * A language on the card.
     *
     * @param name in the language of the card
     * @param ownName what its speakers call it
     * @param withoutPin the whole string
     * @param beforePin of the string with a PIN
     * @param afterPin of the same
     * @param link what the picture without a PIN says: a {@code tel:} address; null if there is none
     * @param picture of the link
     * @param contact the string with the PIN as a picture; null if there is none
     */
    public record Strings(
            String tag,
            String name,
            String ownName,
            String withoutPin,
            String beforePin,
            String afterPin,
            @Nullable String link,
            @Nullable QrPicture picture,
            @Nullable QrPicture contact) {

        /** Without the PIN that is in the picture. */
        @Override
        public String toString() {
            return "Strings " + tag;
        }
    }

    /** @param dial the strings of the line, with codes for the first languages */
    static OrganisationCard of(Organisation organisation, SpeedDial dial, @Nullable String pin) {
        boolean registered = !organisation.phoneNumbers().isEmpty();
        var first = dial.codes().stream()
                .map(code -> pictured(code, dial, registered, pin))
                .toList();
        var tags = first.stream().map(Strings::tag).collect(Collectors.toSet());
        return new OrganisationCard(
                organisation.name(),
                dial.number(),
                registered,
                organisation.hasPin(),
                pin,
                !organisation.favouriteLanguages().isEmpty(),
                first,
                dial.entries().stream()
                        .filter(entry -> !tags.contains(entry.tag()))
                        .map(entry -> strings(entry, dial, null, null, null))
                        .toList());
    }

    private static Strings pictured(SpeedDial.Code code, SpeedDial dial, boolean registered, @Nullable String pin) {
        var entry = code.entry();
        return strings(
                entry,
                dial,
                registered ? code.link() : null,
                registered ? code.picture() : null,
                pin == null ? null : QrPicture.of(contact(entry, dial.fromAnywhere() + pin + end(entry, dial))));
    }

    private static Strings strings(
            SpeedDial.Entry entry,
            SpeedDial dial,
            @Nullable String link,
            @Nullable QrPicture picture,
            @Nullable QrPicture contact) {
        return new Strings(
                entry.tag(),
                entry.name(),
                entry.ownName(),
                dial.start() + entry.keys(),
                dial.start(),
                end(entry, dial),
                link,
                picture,
                contact);
    }

    private static String end(SpeedDial.Entry entry, SpeedDial dial) {
        return dial.afterPin() + entry.keys() + dial.end();
    }

    /**
     * An entry for a telephone's contacts (RFC 2426): a string with a hash key is not dialled from an address, and an address
     * would be remembered; a plain text is offered to search engines.
     */
    private static String contact(SpeedDial.Entry entry, String string) {
        var name = NAME_OF_CONTACT + entry.name().replaceAll("[\\\\;,]", "\\\\$0");
        return String.join(
                "\r\n", "BEGIN:VCARD", "VERSION:3.0", "N:" + name, "FN:" + name, "TEL:" + string, "END:VCARD", "");
    }

    /** Without the PIN. */
    @Override
    public String toString() {
        return "OrganisationCard";
    }
}
