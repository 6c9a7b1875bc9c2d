package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.call.NetworkWatch;
import de.dolmetscherhotline.call.board.LiveCall;
import de.dolmetscherhotline.call.board.LiveCalls;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.pool.Coverage;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.work.WorkWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts together what goes on in a district, from those who know. */
@Component
class Boards {

    /** For so long dials that failed are worth telling. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final LiveCalls calls;
    private final Coverage coverage;
    private final Languages languages;
    private final Organisations organisations;
    private final Interpreters interpreters;
    private final NetworkWatch network;
    private final WorkWatch work;
    private final Clock clock;

    Boards(
            LiveCalls calls,
            Coverage coverage,
            Languages languages,
            Organisations organisations,
            Interpreters interpreters,
            NetworkWatch network,
            WorkWatch work,
            Clock clock) {
        this.calls = calls;
        this.coverage = coverage;
        this.languages = languages;
        this.organisations = organisations;
        this.interpreters = interpreters;
        this.network = network;
        this.work = work;
        this.clock = clock;
    }

    Mono<Board> of(Staff who) {
        var district = who.district();
        var now = clock.instant();
        var midnight =
                LocalDate.ofInstant(now, who.zone()).atStartOfDay(who.zone()).toInstant();
        return calls.of(district)
                .flatMap(open -> Mono.zip(
                                names(district, open),
                                calls.figures(district, midnight),
                                coverage.of(district, now).collectList(),
                                calls.soughtInVain(district, midnight).collect(Collectors.toSet()),
                                troubles(district))
                        .map(found -> new Board(
                                open,
                                found.getT1(),
                                found.getT2(),
                                found.getT3(),
                                languages::ladder,
                                found.getT4(),
                                found.getT5())));
    }

    Mono<Names> names(DistrictId district, Collection<LiveCall> open) {
        var callers = open.stream()
                .map(LiveCall::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var asked = open.stream()
                .flatMap(call -> call.rings().stream())
                .map(LiveCall.Ring::interpreter)
                .distinct()
                .toList();
        return organisations.names(callers).zipWith(interpreters.names(district, asked), Names::new);
    }

    private Mono<Troubles> troubles(DistrictId district) {
        return calls.failedDials(district, clock.instant().minus(LATELY))
                .zipWith(work.now(), (failed, trouble) -> new Troubles(network.isAnswering(), failed, trouble));
    }
}
