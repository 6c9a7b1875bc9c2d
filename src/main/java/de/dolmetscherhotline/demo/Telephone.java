package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.demo.People.Caller;
import de.dolmetscherhotline.demo.People.Office;
import de.dolmetscherhotline.demo.People.Volunteer;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.simulator.Phone;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One telephone as the page shows it.
 *
 * @param id the number without its plus sign; names the telephone in paths and anchors
 * @param owner the name; null = the telephone that belongs to nobody known
 * @param available whether the hotline may call; null for callers, and for somebody who is no longer in the pool
 * @param screen the latest lines, newest last
 * @param partners who else takes part in the conversation
 * @param texts the latest texts received, newest last
 */
record Telephone(
        String id,
        String number,
        Group group,
        @Nullable String owner,
        Facts facts,
        @Nullable Boolean available,
        Habit habit,
        Phone.State state,
        List<ScreenLine> screen,
        List<String> partners,
        List<String> texts) {

    private static final Pattern INITIAL = Pattern.compile("(?<![\\p{L}(])\\p{Lu}");

    enum Group {
        CALLER,
        STRANGER,
        OFFICE,
        INTERPRETER
    }

    /** What is known about the owner. Only organisations have a kind and a PIN, only interpreters have languages. */
    record Facts(
            @Nullable String municipality,
            @Nullable OrganisationKind kind,
            @Nullable String pin,
            List<SpokenLanguage> languages) {

        static final Facts NONE = new Facts(null, null, null, List.of());

        static Facts of(Caller caller) {
            return new Facts(caller.municipality(), caller.kind(), caller.pin(), List.of());
        }

        static Facts of(Office office) {
            return new Facts(office.municipality(), null, null, List.of());
        }

        static Facts of(Volunteer volunteer, List<SpokenLanguage> languages) {
            return new Facts(volunteer.municipality(), null, null, languages);
        }
    }

    static String id(PhoneNumber phone) {
        return phone.e164().substring(1);
    }

    public boolean interpreter() {
        return group == Group.INTERPRETER;
    }

    public boolean ringing() {
        return state == Phone.State.RINGING;
    }

    public boolean idle() {
        return state == Phone.State.IDLE;
    }

    /** Whether a key pressed now can reach anybody. */
    public boolean answered() {
        return switch (state) {
            case IDLE, DIALLING, RINGING -> false;
            case TALKING, WAITING, IN_CONFERENCE -> true;
        };
    }

    /** Ringing first, then the other engaged ones, then those who may be called. */
    public int rank() {
        if (ringing()) {
            return 0;
        }
        if (!idle()) {
            return 1;
        }
        return Boolean.FALSE.equals(available) ? 3 : 2;
    }

    public boolean speaks(@Nullable String tag) {
        return tag == null
                || facts.languages().stream()
                        .anyMatch(spoken -> spoken.language().tag().equals(tag));
    }

    /** First letters of the first and the last word of the name. */
    public String initials() {
        var initials = INITIAL.matcher(Optional.ofNullable(owner).orElse("?"))
                .results()
                .map(MatchResult::group)
                .toList();
        var last = initials.size() > 1 ? initials.getLast() : "";
        return initials.isEmpty() ? "?" : initials.getFirst() + last;
    }
}
