package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All offers of a call, in the order in which they were made.
 *
 * @param waves how often interpreters were found and asked
 * @param searches how often a search began: anew with each choice of a language and after each lost interpreter
 * @param earlier how many of the offers were made for a language that was chosen before
 * @param waits how often a caller began to wait: anew with each choice of a language and after each conversation
 */
public record Offers(List<Offer> all, int waves, int searches, int earlier, int waits) {

    private static final Set<Fate> MAY_BE_ASKED_AGAIN =
            EnumSet.of(Fate.WITHDRAWN, Fate.TOO_LATE, Fate.UNCLEAR, Fate.ACCEPTED, Fate.IN_VAIN);

    static final Offers NONE = new Offers(List.of(), 0, 0, 0, 0);

    public Offers {
        all = List.copyOf(all);
    }

    public Optional<Offer> find(OfferId id) {
        return all.stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    public Stream<Offer> open() {
        return all.stream().filter(Offer::isOpen);
    }

    /**
     * Interpreters who were asked for this call and are not to be asked again. Those from whom we took the offer back may
     * be: they would have been willing, and the one who was faster may get lost. So may those of whom it is not known
     * whether they were called, and whoever has talked already: the conversation may have broken off.
     */
    public Set<InterpreterId> asked() {
        return all.stream()
                .filter(offer -> offer.fate() == null || !MAY_BE_ASKED_AGAIN.contains(offer.fate()))
                .map(Offer::interpreter)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Telephones of which we know that they ring or were picked up. */
    public int ringing() {
        return (int) open().filter(offer -> offer.stage() != Offer.Stage.ASKED).count();
    }

    Offers plus(List<Offer> wave) {
        return new Offers(Stream.concat(all.stream(), wave.stream()).toList(), waves + 1, searches, earlier, waits);
    }

    /** From now on offers are made for another language. */
    Offers languageChosen() {
        return new Offers(all, waves, searches, all.size(), waits);
    }

    /** Whether nobody was asked yet for the language that was chosen last. */
    boolean nobodyAsked() {
        return all.size() == earlier;
    }

    Offers searchBegun() {
        return new Offers(all, waves, searches + 1, earlier, waits);
    }

    Offers waitBegun() {
        return new Offers(all, waves, searches, earlier, waits + 1);
    }

    /** Conversations that this call has had. */
    long talks() {
        return all.stream().filter(offer -> offer.fate() == Fate.ACCEPTED).count();
    }

    Offers with(Offer changed) {
        var next = new ArrayList<Offer>(all.size());
        all.forEach(offer -> next.add(offer.id().equals(changed.id()) ? changed : offer));
        return new Offers(next, waves, searches, earlier, waits);
    }
}
