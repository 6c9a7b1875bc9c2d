package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.call.guest.Guest;
import de.dolmetscherhotline.call.guest.GuestRefusal;
import de.dolmetscherhotline.call.guest.GuestState;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Third parties as pages show them: by the order and time of their invitation, never by number. */
final class GuestWords {

    private GuestWords() {}

    /**
     * A third party in words.
     *
     * @param place from 1, in the order of the invitations
     * @param state key of a message
     * @param invitedAt hours and minutes
     * @param talking whether it is in the conversation, so that it can be held
     * @param held whether it hears music instead
     * @param open whether it is not over, so that it can be dropped
     */
    public record Shown(
            UUID id, int place, String state, String invitedAt, boolean talking, boolean held, boolean open) {}

    static List<Shown> of(List<Guest> guests, ZoneId zone) {
        return IntStream.range(0, guests.size())
                .mapToObj(place -> shown(guests.get(place), place + 1, zone))
                .toList();
    }

    private static Shown shown(Guest guest, int place, ZoneId zone) {
        var state = guest.state();
        return new Shown(
                guest.id().value(),
                place,
                "portal.guest." + word(state),
                RequestWords.clock(guest.invitedAt(), zone),
                state == GuestState.JOINED,
                state == GuestState.HELD,
                !state.isOver());
    }

    /** Key of a message: why somebody is not rung. */
    static String problem(GuestRefusal why) {
        return "portal.problem.guest." + word(why);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Countries by their names. */
    static String countries(Collection<String> codes, Locale locale) {
        return codes.stream()
                .map(code -> Locale.of("", code).getDisplayCountry(locale))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
