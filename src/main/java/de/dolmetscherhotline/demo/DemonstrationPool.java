package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.demo.People.Caller;
import de.dolmetscherhotline.demo.People.Volunteer;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.pool.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fills an empty installation with the demonstration's district, line, organisations and pool. */
@Component
@Demonstration
class DemonstrationPool {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Districts districts;
    private final Lines lines;
    private final Organisations organisations;
    private final Interpreters interpreters;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DemonstrationPool(
            Districts districts,
            Lines lines,
            Organisations organisations,
            Interpreters interpreters,
            TransactionalOperator transaction,
            Clock clock) {
        this.districts = districts;
        this.lines = lines;
        this.organisations = organisations;
        this.interpreters = interpreters;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does nothing where the demonstration's line exists already. */
    Mono<Void> fillIfEmpty() {
        return lines.byNumber(People.HOTLINE)
                .hasElement()
                .flatMap(exists -> exists ? Mono.<Void>empty() : fill().as(transaction::transactional));
    }

    private Mono<Void> fill() {
        var district = new District(DistrictId.random(), People.DISTRICT, ZONE, District.DEFAULT_REGION);
        return districts
                .add(district)
                .then(lines.add(new Line(
                        LineId.random(),
                        district.id(),
                        People.HOTLINE,
                        People.HOTLINE_MENU,
                        null,
                        null,
                        null,
                        null,
                        Line.DEFAULT_CLOSED_CHOICES)))
                .thenMany(Flux.fromIterable(People.CALLERS).concatMap(caller -> add(caller, district.id())))
                .thenMany(Flux.fromIterable(People.VOLUNTEERS).concatMap(volunteer -> add(volunteer, district.id())))
                .then();
    }

    private Mono<Void> add(Caller caller, DistrictId district) {
        var organisation = new Organisation(
                OrganisationId.random(),
                district,
                caller.name(),
                caller.kind(),
                caller.municipality(),
                List.of(caller.phone()),
                true,
                caller.favourites(),
                false,
                false,
                false);
        return organisations.add(organisation, caller.pin());
    }

    private Mono<Boolean> add(Volunteer volunteer, DistrictId district) {
        var id = InterpreterId.random();
        var today = LocalDate.now(clock.withZone(ZONE));
        var profile = new InterpreterProfile(
                district,
                volunteer.name(),
                volunteer.phone(),
                volunteer.gender(),
                volunteer.dateOfBirth(),
                volunteer.municipality(),
                Set.of(volunteer.role()),
                volunteer.languages(),
                volunteer.subjects(),
                today.minusMonths(6),
                Status.ACTIVE,
                false,
                false);
        return interpreters.add(id, profile, today).then(interpreters.setAvailability(id, true, null));
    }
}
