package de.dolmetscherhotline.simulator;

import de.dolmetscherhotline.simulator.TelephoneNetwork.Account;
import de.dolmetscherhotline.simulator.TelephoneNetwork.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The one lock, the clock, the agenda, and everything the network knows. Every other class of this package that has state
 * is used under this lock only; nothing blocks while holding it.
 */
final class Switchboard {

    private static final int VIOLATIONS_KEPT = 1_000;

    private static final int CALLS_KEPT = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Clock clock;
    private final Agenda agenda = new Agenda();
    private final List<String> violations = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private int inFlight;
    private boolean dirty;

    private final Account account;
    private final Map<String, Webhooks> owned = new LinkedHashMap<>();
    private final Set<String> verified = new HashSet<>();
    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final ExchangeLog exchanges = new ExchangeLog();
    private final WebhookSender sender;
    private final TwimlFetcher twiml;
    private final AudioPlayer audio;
    private final Conferences conferences;
    private final DialQueue dialQueue;
    private final Messages messages;
    private Interference interference = Interference.NONE;
    private boolean dialActionAfterHangUp;

    Switchboard(Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.sender = new WebhookSender(this);
        this.twiml = new TwimlFetcher(this);
        this.audio = new AudioPlayer(this);
        this.conferences = new Conferences(this);
        this.dialQueue = new DialQueue(this, account.callsPerSecond());
        this.messages = new Messages(this);
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            unlockAndNotify();
        }
    }

    void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            unlockAndNotify();
        }
    }

    private void unlockAndNotify() {
        boolean tell = lock.getHoldCount() == 1 && dirty;
        if (tell) {
            dirty = false;
        }
        lock.unlock();
        if (tell) {
            listeners.forEach(Runnable::run);
        }
    }

    Instant now() {
        return clock.instant();
    }

    Agenda.Entry after(Duration delay, Runnable action) {
        touch();
        return agenda.at(now().plus(delay), action);
    }

    void soon(Runnable action) {
        after(Duration.ZERO, action);
    }

    /** Something may look different, and something may have become due. */
    void touch() {
        dirty = true;
        changed.signalAll();
    }

    void violation(String what) {
        if (violations.size() < VIOLATIONS_KEPT) {
            violations.add(what);
        }
        touch();
    }

    /** Does the blocking work on a thread of its own; what it returns runs under the lock. */
    void fly(Supplier<Runnable> blocking) {
        inFlight++;
        Thread.ofVirtual().name("webhook").start(() -> {
            var landing = blocking.get();
            locked(() -> {
                inFlight--;
                soon(landing);
            });
        });
    }

    /** Runs what is due until nothing is, waiting for exchanges in flight. */
    boolean runDue() {
        lock.lock();
        try {
            boolean ran = runWithoutWaiting();
            while (inFlight > 0) {
                changed.awaitUninterruptibly();
                ran |= runWithoutWaiting();
            }
            return ran;
        } finally {
            unlockAndNotify();
        }
    }

    private boolean runWithoutWaiting() {
        boolean ran = false;
        for (var due = agenda.pollDue(now()); due.isPresent(); due = agenda.pollDue(now())) {
            ran = true;
            runSafely(due.get());
        }
        return ran;
    }

    private void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException ours) {
            violation("the simulator itself failed: " + ours);
        }
    }

    /** The loop of a network in real time. */
    void runUntil(BooleanSupplier closed) throws InterruptedException {
        while (!closed.getAsBoolean()) {
            locked(this::runWithoutWaiting);
            lock.lockInterruptibly();
            try {
                awaitNextDue();
            } finally {
                lock.unlock();
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop")
    private void awaitNextDue() throws InterruptedException {
        var next = agenda.nextDue();
        if (next.isEmpty()) {
            changed.await(1, TimeUnit.SECONDS);
            return;
        }
        var wait = Duration.between(now(), next.get());
        if (wait.isPositive()) {
            changed.awaitNanos(Math.min(wait.toNanos(), Duration.ofSeconds(1).toNanos()));
        }
    }

    Optional<Instant> nextDue() {
        return locked(agenda::nextDue);
    }

    List<String> violations() {
        return locked(() -> List.copyOf(violations));
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    Phone phone(String number) {
        return phones.computeIfAbsent(number, e164 -> new Phone(this, e164));
    }

    Map<String, Phone> phones() {
        return phones;
    }

    Map<String, Webhooks> owned() {
        return owned;
    }

    void verify(String number) {
        verified.add(number);
    }

    boolean mayCallFrom(String number) {
        return owned.containsKey(number) || verified.contains(number);
    }

    void register(Leg leg) {
        if (legs.size() >= CALLS_KEPT) {
            legs.values().removeIf(old -> old.status().terminal());
        }
        legs.put(leg.sid(), leg);
    }

    Map<String, Leg> legs() {
        return legs;
    }

    Account account() {
        return account;
    }

    ExchangeLog exchanges() {
        return exchanges;
    }

    WebhookSender sender() {
        return sender;
    }

    TwimlFetcher twiml() {
        return twiml;
    }

    AudioPlayer audio() {
        return audio;
    }

    Conferences conferences() {
        return conferences;
    }

    DialQueue dialQueue() {
        return dialQueue;
    }

    Messages messages() {
        return messages;
    }

    Interference interference() {
        return interference;
    }

    void interfere(Interference next) {
        interference = next;
    }

    boolean dialActionAfterHangUp() {
        return dialActionAfterHangUp;
    }

    void dialActionAfterHangUp(boolean requested) {
        dialActionAfterHangUp = requested;
    }
}
