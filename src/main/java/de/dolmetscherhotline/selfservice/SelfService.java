package de.dolmetscherhotline.selfservice;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.ClosedChoice;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.line.Opening;
import de.dolmetscherhotline.organisation.BlockedNumbers;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.selfservice.VolunteerCalls.Row;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The dialogue with a volunteer who calls the hotline. Each message is one transaction on the row of her call; one that was
 * answered before is only answered again. The row is locked first, then the interpreter.
 */
@Component
public class SelfService {

    /** Questions in a row without an answer, or with a wrong PIN, after which the call ends. */
    private static final int MOST_MISSES = 3;

    private static final String COORDINATOR = "0";
    private static final String AS_GUEST = "*";
    private static final String ON = "1";
    private static final String OFF = "2";

    private final Lines lines;
    private final Districts districts;
    private final Opening opening;
    private final Organisations organisations;
    private final BlockedNumbers blocked;
    private final Interpreters interpreters;
    private final Switching switching;
    private final VolunteerCalls calls;
    private final VolunteerPins pins;
    private final Guesses guesses;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SelfService(
            Lines lines,
            Districts districts,
            Opening opening,
            Organisations organisations,
            BlockedNumbers blocked,
            Interpreters interpreters,
            Switching switching,
            VolunteerCalls calls,
            VolunteerPins pins,
            Guesses guesses,
            TransactionalOperator transaction,
            Clock clock) {
        this.lines = lines;
        this.districts = districts;
        this.opening = opening;
        this.organisations = organisations;
        this.blocked = blocked;
        this.interpreters = interpreters;
        this.switching = switching;
        this.calls = calls;
        this.pins = pins;
        this.guesses = guesses;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A call comes in. Empty if it is none of ours: whoever calls is no active member of the line's pool, or calls from the
     * telephone of an organisation, or is refused anyway.
     *
     * @param leg the network's id of the call
     * @param from as the network gave it; can be forged
     */
    public Mono<VolunteerView> arrive(String leg, String to, String from) {
        return Mono.justOrEmpty(PhoneNumber.parse(to))
                .flatMap(lines::byNumber)
                .flatMap(line -> Mono.justOrEmpty(PhoneNumber.parse(from))
                        .flatMap(number -> volunteer(line, number))
                        .flatMap(member -> begin(leg, line, member)))
                .as(transaction::transactional);
    }

    private Mono<Interpreter> volunteer(Line line, PhoneNumber number) {
        return interpreters
                .byPhoneNumbers(line.districtId(), List.of(number))
                .filter(member -> member.profile().status() == Status.ACTIVE)
                .next()
                .filterWhen(member -> isNobodyElse(line, number));
    }

    private Mono<Boolean> isNobodyElse(Line line, PhoneNumber number) {
        return organisations
                .byNumber(line.districtId(), number)
                .hasElement()
                .flatMap(organisation -> organisation
                        ? Mono.just(false)
                        : blocked.contains(line.districtId(), number).map(refused -> !refused));
    }

    private Mono<VolunteerView> begin(String leg, Line line, Interpreter member) {
        return calls.forgetOld()
                .then(pins.hasOne(member.id()))
                .flatMap(hasOne -> calls.begin(leg, member.id(), line.id(), hasOne ? Scene.PIN : Scene.NO_PIN))
                .then(calls.lock(leg))
                .flatMap(this::view);
    }

    /**
     * Keys were pressed, or none. Empty if there is no such call.
     *
     * @param turn of the question that they answer
     */
    public Mono<VolunteerView> pressed(String leg, int turn, String keys) {
        return answered(leg, turn, row -> afterKeys(row, keys));
    }

    /**
     * She comes back from the coordinator, or never got through. Empty if there is no such call.
     *
     * @param reached whether they have talked
     */
    public Mono<VolunteerView> transferOver(String leg, int turn, boolean reached) {
        return answered(
                leg,
                turn,
                row -> row.scene() == Scene.HUMAN
                        ? Mono.just(row.next(reached ? Scene.GOODBYE : Scene.UNREACHABLE))
                        : Mono.just(row));
    }

    /** How one message moves a call on. */
    private interface Move {
        Mono<Row> from(Row row);
    }

    private Mono<VolunteerView> answered(String leg, int turn, Move move) {
        return calls.lock(leg)
                .flatMap(row -> row.turn() == turn && !row.scene().isOver()
                        ? move.from(row).flatMap(calls::save)
                        : Mono.just(row))
                .flatMap(this::view)
                .as(transaction::transactional);
    }

    private Mono<Row> afterKeys(Row row, String keys) {
        return switch (keys) {
            case COORDINATOR -> lines.byId(row.line()).flatMap(this::reaches).map(somebody -> put(row, somebody));
            case AS_GUEST -> Mono.just(row.next(Scene.GUEST));
            case "" -> Mono.just(silent(row));
            default -> row.identified() ? afterChoice(row, keys) : afterPin(row, keys);
        };
    }

    private static Row put(Row row, boolean through) {
        return through ? row.next(Scene.HUMAN) : row.missed(Scene.UNREACHABLE);
    }

    private static Row silent(Row row) {
        var enough = row.identified() || row.scene() == Scene.NO_PIN || row.misses() + 1 >= MOST_MISSES;
        return enough ? row.next(Scene.GOODBYE) : row.missed(Scene.PIN_MISSING);
    }

    private Mono<Row> afterChoice(Row row, String keys) {
        return switch (keys) {
            case ON -> switching.say(row.who(), true).map(done -> row.next(Scene.SWITCHED));
            case OFF -> switching.say(row.who(), false).map(done -> row.next(Scene.SWITCHED));
            default -> Mono.just(row.misses() + 1 >= MOST_MISSES ? row.next(Scene.GOODBYE) : row.missed(Scene.STATE));
        };
    }

    private Mono<Row> afterPin(Row row, String pin) {
        if (row.scene() == Scene.NO_PIN) {
            return Mono.just(row.misses() + 1 >= MOST_MISSES ? row.next(Scene.GOODBYE) : row.missed(Scene.NO_PIN));
        }
        return guesses.allowed(row.line(), row.who())
                .flatMap(allowed -> allowed ? check(row, pin) : Mono.just(row.next(Scene.TOO_MANY)));
    }

    private Mono<Row> check(Row row, String pin) {
        return pins.isRight(row.who(), pin).flatMap(right -> {
            if (right) {
                return guesses.forgive(row.line(), row.who()).thenReturn(row.identifiedNow());
            }
            return Mono.just(row.misses() + 1 >= MOST_MISSES ? row.next(Scene.TOO_MANY) : row.missed(Scene.PIN_WRONG));
        });
    }

    /** A coordinator is reached while the line is open, or where the district lets callers choose that while it is closed. */
    private Mono<Boolean> reaches(Line line) {
        if (line.coordinatorNumber() == null) {
            return Mono.just(false);
        }
        return line.closedChoices().contains(ClosedChoice.COORDINATOR) ? Mono.just(true) : opening.isOpen(line);
    }

    private Mono<VolunteerView> view(Row row) {
        return lines.byId(row.line())
                .flatMap(line -> districts.byId(line.districtId()).flatMap(district -> view(row, line, district)));
    }

    private Mono<VolunteerView> view(Row row, Line line, District district) {
        return pins.hasOne(row.who())
                .flatMap(hasPin -> reaches(line)
                        .flatMap(reaches -> switching
                                .now(row.who())
                                .map(state -> new VolunteerView(
                                        row.scene(),
                                        row.turn(),
                                        hasPin,
                                        row.identified(),
                                        state.available(),
                                        state.until(),
                                        clock.instant().atZone(district.timeZone()),
                                        line.number(),
                                        reaches ? line.coordinatorNumber() : null))));
    }
}
