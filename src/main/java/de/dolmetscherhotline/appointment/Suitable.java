package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.appointment.AppointmentMembers.Facts;
import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.LeftOut;
import de.dolmetscherhotline.matching.MatchingPolicy;
import de.dolmetscherhotline.pool.Candidates;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who may be asked for an appointment, by the rules for calls as of its start, and by those that only appointments have. */
@Component
public class Suitable {

    /** What is about the moment of a call and not about a time that was agreed upon. */
    private static final Set<LeftOut> NO_OBSTACLE = EnumSet.of(
            LeftOut.SAID_OFF,
            LeftOut.NOT_ON_DUTY,
            LeftOut.QUIET_HOURS,
            LeftOut.DAILY_LIMIT_REACHED,
            LeftOut.NUMBER_FAILED,
            LeftOut.ASKED_BEFORE,
            LeftOut.RESERVED,
            LeftOut.RESTING);

    private final Candidates candidates;
    private final Languages languages;
    private final MatchingPolicy policy;
    private final AppointmentMembers members;
    private final Availabilities availabilities;
    private final Municipalities municipalities;
    private final Pace pace;
    private final Clock clock;

    Suitable(
            Candidates candidates,
            Languages languages,
            MatchingPolicy policy,
            AppointmentMembers members,
            Availabilities availabilities,
            Municipalities municipalities,
            Pace pace,
            Clock clock) {
        this.candidates = candidates;
        this.languages = languages;
        this.policy = policy;
        this.members = members;
        this.availabilities = availabilities;
        this.municipalities = municipalities;
        this.pace = pace;
        this.clock = clock;
    }

    /** Those who may be asked now and were not, in the order in which they should be. */
    Mono<List<Askable>> toAsk(Appointment appointment) {
        return able(appointment).collectMap(Candidate::id).flatMap(able -> askable(appointment, able));
    }

    /** Whether there is somebody who is to be asked, be it later, when she may be disturbed and it is not too late. */
    Mono<Boolean> anybodyLater(Appointment appointment) {
        var start = appointment.wanted().start();
        return able(appointment)
                .map(Candidate::id)
                .collectList()
                .flatMapMany(able -> facts(appointment, able))
                .any(one -> one.mayHaveIt(appointment.wanted())
                        && one.isToBeAsked()
                        && pace.leavesTime(
                                clock.instant(),
                                start,
                                one.presence().zone(),
                                one.facts().quiet()));
    }

    /** Whether there is somebody who could take it, asked or not. */
    public Mono<Boolean> anybodyAtAll(Appointment appointment) {
        return able(appointment)
                .map(Candidate::id)
                .collectList()
                .flatMapMany(able -> facts(appointment, able))
                .any(one -> one.mayHaveIt(appointment.wanted()) && one.facts().wantsTexts());
    }

    /** All who could take it, asked or not. */
    public Flux<InterpreterId> couldHaveIt(Appointment appointment) {
        return able(appointment)
                .map(Candidate::id)
                .collectList()
                .flatMapMany(able -> facts(appointment, able))
                .filter(one -> one.mayHaveIt(appointment.wanted()))
                .map(one -> one.facts().id());
    }

    private Flux<Candidate> able(Appointment appointment) {
        var wanted = appointment.wanted();
        return candidates
                .speakingAt(
                        wanted.start(),
                        languages.ladder(wanted.language()),
                        appointment.district(),
                        appointment.organisation())
                .filter(candidate -> couldInterpret(candidate, wanted));
    }

    private boolean couldInterpret(Candidate candidate, Wanted wanted) {
        return NO_OBSTACLE.containsAll(policy.obstacles(wanted.need(), candidate, wanted.start()));
    }

    private Mono<List<Askable>> askable(Appointment appointment, Map<InterpreterId, Candidate> able) {
        return facts(appointment, able.keySet())
                .filter(one -> one.mayHaveIt(appointment.wanted()) && one.mayBeAsked(clock.instant()))
                .map(one -> askable(one.facts(), able, appointment.wanted().meeting()))
                .sort(AskingOrder.of(appointment.wanted()))
                .collectList();
    }

    private Askable askable(Facts facts, Map<InterpreterId, Candidate> able, Meeting meeting) {
        @Nullable Candidate candidate = able.get(facts.id());
        return new Askable(
                facts.id(),
                candidate != null && candidate.exactLanguage(),
                candidate == null ? null : candidate.gender(),
                kilometres(facts, meeting),
                facts.familiarity(),
                facts.timesAsked(),
                facts.lastAsked());
    }

    private double kilometres(Facts facts, Meeting meeting) {
        return switch (meeting) {
            case Meeting.OnSite site -> municipalities.kilometres(facts.municipality(), site.municipality());
            case Meeting.ByPhone phone -> 0;
        };
    }

    /** Whether she who was asked may still have it. */
    Mono<Boolean> mayHaveIt(Appointment appointment, InterpreterId who) {
        var wanted = appointment.wanted();
        return candidates
                .oneAt(wanted.start(), who, languages.ladder(wanted.language()), appointment.organisation())
                .filter(candidate -> couldInterpret(candidate, wanted))
                .flatMapMany(candidate -> facts(appointment, List.of(who)))
                .any(one -> one.mayHaveIt(wanted));
    }

    /** Whether she who has it may still interpret then, whatever else she does: she has not left, and is bound to secrecy. */
    Mono<Boolean> mayStillInterpret(Appointment appointment, InterpreterId who) {
        var wanted = appointment.wanted();
        return candidates
                .oneAt(wanted.start(), who, languages.ladder(wanted.language()), appointment.organisation())
                .filter(candidate -> couldInterpret(candidate, wanted))
                .hasElement();
    }

    private Flux<Known> facts(Appointment appointment, Collection<InterpreterId> able) {
        return availabilities
                .of(able)
                .flatMapMany(presences -> members.facts(appointment, able)
                        .flatMap(facts -> Mono.justOrEmpty(presences.get(facts.id()))
                                .map(presence -> new Known(facts, presence))));
    }

    /** Somebody and when she is there. */
    private record Known(Facts facts, Availability presence) {

        private boolean mayHaveIt(Wanted wanted) {
            return facts.hasRole() && !facts.engaged() && !Away.during(wanted, presence);
        }

        private boolean isToBeAsked() {
            return facts.wantsTexts() && !facts.asked();
        }

        private boolean mayBeAsked(Instant now) {
            return isToBeAsked() && !presence.isQuietAt(now, facts.quiet());
        }
    }
}
