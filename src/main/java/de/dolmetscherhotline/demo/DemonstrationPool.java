package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Word;
import de.dolmetscherhotline.demo.People.Caller;
import de.dolmetscherhotline.demo.People.Volunteer;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.member.MemberInviting;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.partner.Agreement;
import de.dolmetscherhotline.partner.Agreements;
import de.dolmetscherhotline.pool.DoNotPair;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffAdministration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fills an empty installation with the demonstration's district, its organisations and pool, and a helpful neighbour. */
@Component
@Demonstration
class DemonstrationPool {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Districts districts;
    private final Lines lines;
    private final Organisations organisations;
    private final Interpreters interpreters;
    private final Availabilities availabilities;
    private final Agreements agreements;
    private final MemberInviting inviting;
    private final StaffAdministration staff;
    private final PastCalls pastCalls;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DemonstrationPool(
            Districts districts,
            Lines lines,
            Organisations organisations,
            Interpreters interpreters,
            Availabilities availabilities,
            Agreements agreements,
            MemberInviting inviting,
            StaffAdministration staff,
            PastCalls pastCalls,
            TransactionalOperator transaction,
            Clock clock) {
        this.districts = districts;
        this.lines = lines;
        this.organisations = organisations;
        this.interpreters = interpreters;
        this.availabilities = availabilities;
        this.agreements = agreements;
        this.inviting = inviting;
        this.staff = staff;
        this.pastCalls = pastCalls;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds what is not there yet. */
    Mono<Void> fillIfEmpty() {
        return lines.byNumber(People.HOTLINE)
                .hasElement()
                .flatMap(exists -> exists ? Mono.<Void>empty() : fill().as(transaction::transactional))
                .then(Mono.defer(this::admitColleague))
                .then(Mono.defer(this::admitAdministrator));
    }

    private Mono<Void> admitColleague() {
        return organisations
                .byId(idOf(People.CALLERS.getFirst().name()))
                .flatMap(practice -> inviting.admit(
                        practice.id(),
                        People.COLLEAGUE.name(),
                        new MailAddress(People.COLLEAGUE.mail()),
                        People.COLLEAGUE.password()));
    }

    private Mono<Void> admitAdministrator() {
        return lines.byNumber(People.HOTLINE)
                .flatMap(line -> staff.admit(
                        line.districtId(),
                        People.ADMINISTRATOR.name(),
                        new MailAddress(People.ADMINISTRATOR.mail()),
                        Role.ADMINISTRATOR,
                        People.ADMINISTRATOR.password()))
                .then();
    }

    private Mono<Void> fill() {
        var own = district(People.DISTRICT);
        var partner = district(People.PARTNER_DISTRICT);
        var hotline = line(own, People.HOTLINE, People.HOTLINE_MENU);
        return add(own, hotline)
                .thenMany(Flux.fromIterable(People.CALLERS).concatMap(caller -> add(caller, own.id())))
                .then(add(partner, line(partner, People.PARTNER_HOTLINE, People.PARTNER_LANGUAGES)))
                .then(addAll(People.VOLUNTEERS, own))
                .then(addAll(People.NOT_YET_OR_NO_LONGER, own))
                .then(addAll(People.PARTNER_VOLUNTEERS, partner))
                .then(agreements.add(help(own, partner)))
                .then(pastCalls.write(hotline, today(), ZONE));
    }

    private static District district(String name) {
        return new District(DistrictId.random(), name, ZONE, District.DEFAULT_REGION);
    }

    private static Line line(District district, PhoneNumber number, List<Language> menu) {
        return new Line(
                LineId.random(),
                district.id(),
                number,
                menu,
                null,
                People.COORDINATOR.phone(),
                People.PROFESSIONAL_PROVIDER.phone(),
                null,
                Line.DEFAULT_CLOSED_CHOICES);
    }

    private static Agreement help(District helped, District partner) {
        return new Agreement(
                UUID.randomUUID(), helped.id(), partner.id(), 0, People.PARTNER_LANGUAGES, null, null, true);
    }

    private Mono<Void> add(District district, Line line) {
        return districts.add(district).then(lines.add(line));
    }

    private Mono<Void> addAll(List<Volunteer> pool, District district) {
        return Flux.fromIterable(pool)
                .concatMap(volunteer -> add(volunteer, district.id()))
                .then();
    }

    private Mono<Void> add(Caller caller, DistrictId district) {
        var organisation = new Organisation(
                idOf(caller.name()),
                district,
                caller.name(),
                caller.kind(),
                caller.municipality(),
                List.of(caller.phone()),
                true,
                caller.favourites(),
                false,
                caller.askedMore(),
                caller.askedMore(),
                List.of(),
                null,
                1,
                0);
        return organisations.add(organisation, caller.pin());
    }

    /** The same in every demonstration, so that people can be kept from organisations by name. */
    private static OrganisationId idOf(String caller) {
        return new OrganisationId(UUID.nameUUIDFromBytes(caller.getBytes(StandardCharsets.UTF_8)));
    }

    private Mono<Void> add(Volunteer volunteer, DistrictId district) {
        var id = InterpreterId.random();
        var today = today();
        var profile = new InterpreterProfile(
                district,
                volunteer.name(),
                volunteer.phone(),
                null,
                volunteer.gender(),
                volunteer.dateOfBirth(),
                volunteer.municipality(),
                Set.of(volunteer.role()),
                volunteer.languages(),
                Papers.subjects(volunteer, today),
                Papers.obligations(volunteer, today),
                People.NOT_TO_BE_PAIRED.stream()
                        .filter(pair -> pair.volunteer().equals(volunteer.name()))
                        .map(pair -> new DoNotPair(idOf(pair.caller()), pair.reason()))
                        .toList(),
                null,
                volunteer.status(),
                volunteer.outOfHours(),
                volunteer.outOfHours());
        var added = interpreters.add(id, profile, today);
        return volunteer.outOfHours() || volunteer.status() != Status.ACTIVE
                ? added
                : added.then(availabilities.say(id, Word.on(clock.instant()))).then();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }
}
