package de.dolmetscherhotline.call.admission;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.AtUnknownLine;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.Blocked;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromOrganisation;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromUnknownNumber;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.OverLimit;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.WhenClosed;
import de.dolmetscherhotline.call.flow.CallEvent.LimitReached;
import de.dolmetscherhotline.call.flow.CallEvent.PinChecked;
import de.dolmetscherhotline.call.flow.CallEvent.PinMatched;
import de.dolmetscherhotline.call.flow.CallEvent.PinRefused;
import de.dolmetscherhotline.call.flow.CallEvent.PinWrong;
import de.dolmetscherhotline.call.flow.Caller;
import de.dolmetscherhotline.call.flow.ClosedHours;
import de.dolmetscherhotline.call.flow.ClosedHours.Choice;
import de.dolmetscherhotline.call.flow.Services;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.call.store.CallSettings;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.line.Opening;
import de.dolmetscherhotline.organisation.BlockedNumbers;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out who calls: by the number they call from, or by their PIN. */
@Component
public class CallerBook {

    private final Lines lines;
    private final Organisations organisations;
    private final BlockedNumbers blocked;
    private final Opening opening;
    private final DailyCaps caps;
    private final PinAttempts attempts;
    private final CallSettings settings;

    CallerBook(
            Lines lines,
            Organisations organisations,
            BlockedNumbers blocked,
            Opening opening,
            DailyCaps caps,
            PinAttempts attempts,
            CallSettings settings) {
        this.lines = lines;
        this.organisations = organisations;
        this.blocked = blocked;
        this.opening = opening;
        this.caps = caps;
        this.attempts = attempts;
        this.settings = settings;
    }

    /**
     * Who arrives at a line, and whether they may.
     *
     * @param line null if the number called is none of ours
     * @param from as the network gave it, for instance {@code anonymous}
     */
    public Mono<Arrival> arrival(@Nullable Line line, String from) {
        if (line == null) {
            return Mono.just(new AtUnknownLine());
        }
        var number = PhoneNumber.parse(from);
        return Mono.justOrEmpty(number)
                .filterWhen(known -> blocked.contains(line.districtId(), known))
                .<Arrival>map(known -> new Blocked())
                .switchIfEmpty(Mono.defer(() -> unlessClosed(line, byNumber(line, number))));
    }

    /** The same for an organisation that is known, whatever telephone it has at hand. */
    public Mono<Arrival> arrival(Line line, Organisation organisation) {
        return unlessClosed(line, known(line, organisation));
    }

    private Mono<Arrival> byNumber(Line line, Optional<PhoneNumber> number) {
        return Mono.justOrEmpty(number)
                .flatMap(known -> organisations.byNumber(line.districtId(), known))
                .flatMap(organisation -> known(line, organisation))
                .switchIfEmpty(Mono.defer(() -> stranger(line)));
    }

    private Mono<Arrival> known(Line line, Organisation organisation) {
        if (organisation.blocked()) {
            return Mono.just(new Blocked());
        }
        return caps.reached(line.id(), organisation.id())
                .map(cap -> cap == Cap.NONE ? new FromOrganisation(caller(organisation, line)) : new OverLimit());
    }

    private Mono<Arrival> stranger(Line line) {
        return caps.reached(line.id(), null)
                .map(cap -> cap == Cap.NONE ? new FromUnknownNumber(services(line)) : new OverLimit());
    }

    /** Whoever is refused is refused at any hour. */
    private Mono<Arrival> unlessClosed(Line line, Mono<Arrival> arrival) {
        return arrival.flatMap(who -> who instanceof Blocked || who instanceof OverLimit
                ? Mono.just(who)
                : opening.isOpen(line).map(open -> open ? who : new WhenClosed(who, closedHours(line))));
    }

    private static ClosedHours closedHours(Line line) {
        var services = services(line);
        var choices = EnumSet.noneOf(Choice.class);
        for (var choice : line.closedChoices()) {
            switch (choice) {
                case EMERGENCY -> choices.add(Choice.EMERGENCY);
                case COORDINATOR -> addIf(services.coordinator(), Choice.COORDINATOR, choices);
                case PROFESSIONAL_PROVIDER -> addIf(services.provider(), Choice.PROFESSIONAL_PROVIDER, choices);
            }
        }
        return new ClosedHours(line.closedText(), choices);
    }

    private static void addIf(boolean possible, Choice choice, Set<Choice> choices) {
        if (possible) {
            choices.add(choice);
        }
    }

    /** Whether the PIN names an organisation of the district of the line that was called. */
    public Mono<PinChecked> byPin(CallRow call, String pin) {
        var id = call.line();
        return id == null ? Mono.just(new PinWrong()) : lines.byId(id).flatMap(line -> byPin(line, call.from(), pin));
    }

    private Mono<PinChecked> byPin(Line line, String from, String pin) {
        return attempts.allowed(line.id(), from)
                .flatMap(allowed -> allowed ? check(line, from, pin) : Mono.just(new PinRefused()));
    }

    private Mono<PinChecked> check(Line line, String from, String pin) {
        return organisations
                .byPin(line.districtId(), pin)
                .filter(organisation -> !organisation.blocked())
                .delayUntil(organisation -> attempts.forgive(line.id(), from))
                .flatMap(organisation -> identified(line, organisation))
                .defaultIfEmpty(new PinWrong());
    }

    private Mono<PinChecked> identified(Line line, Organisation organisation) {
        return caps.reached(line.id(), organisation.id())
                .map(cap -> cap == Cap.NONE ? new PinMatched(caller(organisation, line)) : new LimitReached());
    }

    /** An organisation that is let in, as the flow knows it. */
    public Caller caller(Organisation organisation, Line line) {
        var menu = Stream.concat(organisation.favouriteLanguages().stream(), line.languages().stream())
                .distinct()
                .limit(settings.menuSize())
                .toList();
        return new Caller(
                organisation.id(),
                organisation.kind(),
                menu,
                organisation.asksSubject(),
                organisation.asksGender(),
                !organisation.phoneNumbers().isEmpty(),
                services(line));
    }

    private static Services services(Line line) {
        return new Services(line.coordinatorNumber() != null, line.professionalProviderNumber() != null);
    }
}
