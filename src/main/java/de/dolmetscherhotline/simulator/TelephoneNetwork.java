package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The network: telephones on one side, an application that answers webhooks and calls the REST API on the other
 * (contract §9.1). Time is virtual: everything that takes time waits on an agenda until {@link #runDue()} is called with
 * the clock far enough. All methods may be called from any thread.
 */
public final class TelephoneNetwork {

    /**
     * The vendor's account.
     *
     * @param callsPerSecond outbound calls started per second; more are queued (contract §5.5)
     */
    public record Account(String sid, String authToken, int callsPerSecond) {}

    /**
     * Where the webhooks of an owned number go.
     *
     * @param statusUrl number-level status callback, at the end of inbound calls only
     */
    public record Webhooks(
            URI voiceUrl,
            @Nullable URI voiceFallbackUrl,
            @Nullable URI statusUrl,
            @Nullable URI smsUrl) {}

    private final Switchboard board;

    public TelephoneNetwork(Account account, Clock clock) {
        this.board = new Switchboard(account, clock);
    }

    public Account account() {
        return board.account();
    }

    /** The account owns this number (E.164). */
    public void own(String number, Webhooks webhooks) {
        board.locked(() -> {
            board.owned().put(number, webhooks);
        });
    }

    /** The account may present this number although it does not own it. */
    public void verify(String number) {
        board.locked(() -> board.verify(number));
    }

    /** The telephone with this number, created on first use. */
    public Phone phone(String e164) {
        return board.locked(() -> board.phone(e164));
    }

    public Collection<Phone> phones() {
        return board.locked(() -> List.copyOf(board.phones().values()));
    }

    /**
     * Runs everything due now, including the HTTP exchanges this causes, until nothing more is due and nothing is in
     * flight.
     *
     * @return whether anything ran
     */
    public boolean runDue() {
        return board.runDue();
    }

    /** When the next entry of the agenda is due, if there is one. */
    public Optional<Instant> nextDue() {
        return board.nextDue();
    }

    /** Everything the application did that the vendor would not accept, in order. */
    public List<String> violations() {
        return board.violations();
    }

    /** How many exchanges are remembered; 5,000 unless told otherwise. */
    public void remember(int exchanges) {
        board.locked(() -> board.exchanges().keep(exchanges));
    }

    /** The last exchanges in the order they began, as many as are remembered. */
    public List<Exchange> exchanges() {
        return board.locked(() -> board.exchanges().all());
    }

    /** Called, outside the lock, whenever something may look different. Must return at once. */
    public void onChange(Runnable listener) {
        board.onChange(listener);
    }

    /** Where signed URLs are really sent; the signature stays that of the original URL. */
    public void route(UnaryOperator<URI> router) {
        board.locked(() -> board.sender().route(router));
    }

    /** What goes wrong from now on. */
    public void interfere(Interference interference) {
        board.locked(() -> board.interfere(interference));
    }

    /**
     * Whether the Dial action is also requested, with {@code CallStatus=completed}, when the leg itself hung up in the
     * conference. The vendor's behaviour is not verified (contract §7 F5); off by default.
     */
    public void dialActionAfterHangUp(boolean requested) {
        board.locked(() -> board.dialActionAfterHangUp(requested));
    }

    Switchboard board() {
        return board;
    }
}
