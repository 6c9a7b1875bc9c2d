package de.dolmetscherhotline.dashboard.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import de.dolmetscherhotline.appointment.UnmetAppointments;
import de.dolmetscherhotline.appointment.UnmetAppointments.UnmetAppointment;
import de.dolmetscherhotline.call.UnmetDemand;
import de.dolmetscherhotline.call.UnmetDemand.UnmetNeed;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Origin;
import de.dolmetscherhotline.organisation.OrganisationList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What nobody could give the organisations of a district: calls, requests in writing, and appointments in one list. */
@Component
class UnmetNeeds {

    /** More than anybody works through; the oldest come first. */
    static final int MOST = 200;

    private static final int LATEST_SETTLED = 50;

    private final UnmetDemand calls;
    private final UnmetAppointments appointments;
    private final OrganisationList organisations;
    private final Clock clock;

    UnmetNeeds(UnmetDemand calls, UnmetAppointments appointments, OrganisationList organisations, Clock clock) {
        this.calls = calls;
        this.appointments = appointments;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** In which way somebody was needed; also the last but one part of the address under which it is settled. */
    enum Way {
        CALL,
        REQUEST,
        APPOINTMENT
    }

    /**
     * Somebody was needed and not there.
     *
     * @param organisation null if the caller was not recognised
     * @param language null if none was chosen
     * @param what key of what became of it
     * @param at when somebody was needed
     * @param days for how long it has been waiting to be dealt with
     * @param settledAt null until it is
     */
    record Need(
            UUID id,
            Way way,
            @Nullable OrganisationId organisation,
            @Nullable Language language,
            boolean emergency,
            String what,
            Instant at,
            long days,
            @Nullable Instant settledAt,
            @Nullable String note) {}

    /** Those that nobody has dealt with, the oldest first. */
    Mono<List<Need>> open(DistrictId district) {
        return Flux.concat(
                        calls.page(district, MOST, 0).map(this::need),
                        appointments.open(district, MOST).map(this::need))
                .sort(Comparator.comparing(Need::at))
                .take(MOST)
                .collectList();
    }

    Mono<Long> count(DistrictId district) {
        return calls.count(district).zipWith(appointments.count(district), Long::sum);
    }

    /** Those that were dealt with last, the latest first. */
    Mono<List<Need>> settled(DistrictId district) {
        return Flux.concat(
                        calls.settled(district, LATEST_SETTLED).map(this::need),
                        appointments.settled(district, LATEST_SETTLED).map(this::need))
                .sort(Comparator.comparing(Need::settledAt, Comparator.nullsLast(Comparator.reverseOrder())))
                .take(LATEST_SETTLED)
                .collectList();
    }

    /** Of the organisations that needed somebody. */
    Mono<Map<OrganisationId, String>> names(DistrictId district) {
        return organisations.names(district);
    }

    /** How often each language was needed in vain since then, dealt with or not. */
    Mono<Map<Language, Long>> byLanguage(DistrictId district, Instant since) {
        return calls.byLanguage(district, since)
                .zipWith(
                        appointments.byLanguage(district, since),
                        (one, other) -> Stream.of(one, other)
                                .flatMap(counts -> counts.entrySet().stream())
                                .collect(groupingBy(Map.Entry::getKey, summingLong(Map.Entry::getValue))));
    }

    private Need need(UnmetNeed call) {
        return new Need(
                call.callId().value(),
                call.origin() == Origin.REQUEST ? Way.REQUEST : Way.CALL,
                call.organisationId(),
                call.language(),
                call.emergency(),
                "evaluation.outcome." + Words.word(call.outcome()).replace('_', '-'),
                call.startedAt(),
                days(call.startedAt()),
                call.settledAt(),
                call.note());
    }

    private Need need(UnmetAppointment appointment) {
        return new Need(
                appointment.id().value(),
                Way.APPOINTMENT,
                appointment.organisation(),
                appointment.language(),
                false,
                "portal.appointments.status." + (appointment.ahead() ? "open" : "unfilled"),
                appointment.createdAt(),
                days(appointment.createdAt()),
                appointment.settledAt(),
                appointment.note());
    }

    private long days(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toDays());
    }
}
