package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.Caller;
import de.dolmetscherhotline.call.flow.Services;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A telephone network, a pool of interpreters and several calls at a time, all drawn from one seed. Runs until nothing is
 * left to happen.
 */
public final class World {

    private static final int SECOND = 1_000;

    private final long seed;
    private final Random random;
    private final Temper temper;
    private final ModelPool pool;
    private final Findings findings;
    private final Agenda agenda = new Agenda();
    private final List<ModelCall> calls = new ArrayList<>();
    private final List<InterpreterLeg> legs = new ArrayList<>();

    public World(long seed, Findings findings) {
        this.seed = seed;
        this.random = new Random(seed);
        this.temper = Temper.drawnFrom(random);
        this.pool = new ModelPool(random, 1 + random.nextInt(9));
        this.findings = findings;
    }

    public void run() {
        var callers = 1 + random.nextInt(6);
        for (var i = 0; i < callers; i++) {
            var call = ModelCall.from(this, organisation(i));
            agenda.in(random.nextInt(60 * SECOND), new CallerLeg(this, call, 0)::arrives);
        }
        var busy = true;
        while (busy) {
            busy = agenda.advance();
        }
        calls.forEach(ModelCall::checkAtTheEnd);
    }

    private Caller organisation(int number) {
        return new Caller(
                new OrganisationId(new UUID(0, number)),
                OrganisationKind.PRACTICE,
                List.of(new Language("ar")),
                chance(20),
                chance(20),
                chance(80),
                new Services(chance(70), chance(70)));
    }

    /** A message that the network sends once, come what may. */
    void callback(Runnable delivery) {
        if (random.nextDouble() >= temper.loss()) {
            message(delivery);
        }
    }

    /** A message that arrives sooner or later, perhaps twice. */
    void message(Runnable delivery) {
        agenda.in(random.nextInt(temper.lag()), delivery);
        if (random.nextDouble() < temper.duplicates()) {
            agenda.in(random.nextInt(2 * temper.lag()), delivery);
        }
    }

    /** A request of ours to the network, with an answer. */
    void request(Runnable deed) {
        var delay = trouble() ? random.nextInt(temper.lag()) : random.nextInt(SECOND / 2);
        agenda.in(20 + delay, deed);
    }

    void timer(int nominalSeconds, Runnable deed) {
        var share = temper.timerHaste() + random.nextDouble() * (temper.timerDelay() - temper.timerHaste());
        agenda.in(Math.round(nominalSeconds * SECOND * share), deed);
    }

    /** What a person or the network does of its own accord. */
    void within(int fromSeconds, int toSeconds, Runnable deed) {
        agenda.in(fromSeconds * SECOND + random.nextInt((toSeconds - fromSeconds) * SECOND), deed);
    }

    boolean trouble() {
        return random.nextDouble() < temper.trouble();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    ModelPool pool() {
        return pool;
    }

    Findings findings() {
        return findings;
    }

    void broken(Rule rule, String what, History history) {
        findings.broken(rule, what, seed, history);
    }

    void add(ModelCall call) {
        calls.add(call);
    }

    List<ModelCall> calls() {
        return List.copyOf(calls);
    }

    void add(InterpreterLeg leg) {
        legs.add(leg);
    }

    /** The other legs of an interpreter that are up and that nobody has ordered to end. */
    List<InterpreterLeg> othersOf(InterpreterId interpreter, InterpreterLeg except) {
        return legs.stream()
                .filter(leg -> leg != except && leg.interpreter().equals(interpreter) && leg.isUp())
                .toList();
    }
}
