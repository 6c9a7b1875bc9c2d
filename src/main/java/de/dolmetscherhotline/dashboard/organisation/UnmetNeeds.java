package de.dolmetscherhotline.dashboard.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import de.dolmetscherhotline.appointment.UnmetAppointments;
import de.dolmetscherhotline.appointment.UnmetAppointments.UnmetAppointment;
import de.dolmetscherhotline.call.UnmetDemand;
import de.dolmetscherhotline.call.UnmetDemand.UnmetNeed;
import de.dolmetscherhotline.kernel.CallId;
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

/**
 * What nobody could give the organisations of a district: calls, requests in writing, and appointments in one list. An
 * appointment by telephone to which nobody came is there once, without the call that was to be it.
 */
@Component
class UnmetNeeds {

    private static final int ON_A_PAGE = 100;

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
     * @param settledBy name of whoever has dealt with it; null if nobody has, or it is not known
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
            @Nullable String note,
            @Nullable String settledBy) {}

    /**
     * Which needs of a district.
     *
     * @param settled those that were dealt with, the latest first, instead of those that nobody has dealt with, the oldest
     *     first
     * @param language null for all
     * @param page from 0
     */
    record Wanted(
            DistrictId district, boolean settled, @Nullable Language language, int page) {

        private Wanted inAnyLanguage() {
            return new Wanted(district, settled, null, 0);
        }

        private UnmetDemand.Filter calls(List<CallId> except) {
            return new UnmetDemand.Filter(district, settled, language, except);
        }

        private UnmetAppointments.Filter appointments() {
            return new UnmetAppointments.Filter(district, settled, language);
        }
    }

    /**
     * What is found.
     *
     * @param needs on the page
     * @param more whether there is another page
     * @param byLanguage how many there are in each language, whichever is looked for
     * @param open how many nobody has dealt with, whatever is looked for
     */
    record Found(List<Need> needs, boolean more, Map<Language, Long> byLanguage, long open) {

        Found {
            needs = List.copyOf(needs);
            byLanguage = Map.copyOf(byLanguage);
        }
    }

    Mono<Found> find(Wanted wanted) {
        return appointments
                .calls(wanted.district())
                .collectList()
                .flatMap(except -> Mono.zip(
                        list(wanted, except), byLanguage(wanted.inAnyLanguage(), except), open(wanted, except)))
                .map(found -> new Found(
                        found.getT1().stream().limit(ON_A_PAGE).toList(),
                        found.getT1().size() > ON_A_PAGE,
                        found.getT2(),
                        found.getT3()));
    }

    /** All that are wanted, whatever the page, but at most so many. */
    Flux<Need> all(Wanted wanted, int most) {
        return appointments
                .calls(wanted.district())
                .collectList()
                .flatMapMany(except -> first(wanted, except, most))
                .take(most);
    }

    /** One more than a page has, if there is another page. */
    private Mono<List<Need>> list(Wanted wanted, List<CallId> except) {
        int before = wanted.page() * ON_A_PAGE;
        return first(wanted, except, before + ON_A_PAGE + 1)
                .skip(before)
                .take(ON_A_PAGE + 1)
                .collectList();
    }

    /** So many of each way at most, in their order. */
    private Flux<Need> first(Wanted wanted, List<CallId> except, int most) {
        return Flux.concat(
                        calls.page(wanted.calls(except), most, 0).map(this::need),
                        appointments.page(wanted.appointments(), most).map(this::need))
                .sort(Comparator.comparing(Need::settledAt, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Need::at));
    }

    private Mono<Map<Language, Long>> byLanguage(Wanted wanted, List<CallId> except) {
        return calls.byLanguage(wanted.calls(except))
                .zipWith(appointments.byLanguage(wanted.appointments()), UnmetNeeds::together);
    }

    private Mono<Long> open(Wanted wanted, List<CallId> except) {
        var all = new Wanted(wanted.district(), false, null, 0);
        return calls.count(all.calls(except)).zipWith(appointments.count(all.appointments()), Long::sum);
    }

    /** Of the organisations that needed somebody. */
    Mono<Map<OrganisationId, String>> names(DistrictId district) {
        return organisations.names(district);
    }

    /** How often each language was needed in vain since then, dealt with or not. */
    Mono<Map<Language, Long>> byLanguage(DistrictId district, Instant since) {
        return appointments
                .calls(district)
                .collectList()
                .flatMap(except -> calls.byLanguage(district, since, except))
                .zipWith(appointments.byLanguage(district, since), UnmetNeeds::together);
    }

    private static Map<Language, Long> together(Map<Language, Long> one, Map<Language, Long> other) {
        return Stream.of(one, other)
                .flatMap(counts -> counts.entrySet().stream())
                .collect(groupingBy(Map.Entry::getKey, summingLong(Map.Entry::getValue)));
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
                call.note(),
                call.settledBy());
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
                appointment.note(),
                appointment.settledBy());
    }

    private long days(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toDays());
    }
}
