package de.dolmetscherhotline.call.board;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.call.board.LiveCall.Ring;
import de.dolmetscherhotline.call.board.LiveCall.Stage;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.store.FlowJson;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What goes on now on the lines of a district, and how its day has gone. */
@Repository
public class LiveCalls {

    /** More than can be taken in at a glance. */
    private static final int MOST = 200;

    private final DatabaseClient database;
    private final FlowJson json;

    LiveCalls(DatabaseClient database, FlowJson json) {
        this.database = database;
        this.json = json;
    }

    /** Emergencies first, then whoever has waited or talked longest. */
    public Mono<List<LiveCall>> of(DistrictId district) {
        return calls(district, null);
    }

    /** One of them; empty if it is over, or another district's. */
    public Mono<LiveCall> one(DistrictId district, CallId call) {
        return calls(district, call)
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** Whether the district has or had this call. */
    public Mono<Boolean> isKnown(DistrictId district, CallId call) {
        return database.sql("select exists (select from call where id = :call and district_id = :district)")
                .bind("call", call.value())
                .bind("district", district.value())
                .mapValue(Boolean.class)
                .one();
    }

    private Mono<List<LiveCall>> calls(DistrictId district, @Nullable CallId only) {
        return open(district, only)
                .collectList()
                .flatMap(open -> times(open)
                        .map(times ->
                                open.stream().map(call -> call.with(times)).toList()));
    }

    private Flux<Open> open(DistrictId district, @Nullable CallId only) {
        return database.sql("""
                        select id, line_id, organisation_id, language, emergency, state,
                               case when state_name in ('Connected', 'CallerLost', 'TalkOver')
                                    then coalesce(connected_at, dialled_at)
                                    else coalesce(queued_since, language_chosen_at, dialled_at) end as since
                        from call
                        where state_name <> 'Ended' and state_name <> 'Farewell' and district_id = :district
                          and (:only::uuid is null or id = :only)
                        order by emergency desc, since, id limit :most""")
                .bind("district", district.value())
                .bind("only", nullable(only == null ? null : only.value(), UUID.class))
                .bind("most", MOST)
                .map(this::call)
                .all();
    }

    /** A call whose interpreters are known, but not since when they are asked. */
    private record Open(LiveCall call, List<Offer> offers) {

        LiveCall with(Map<OfferId, Times> times) {
            var rings = offers.stream().map(offer -> ring(offer, times)).toList();
            return new LiveCall(
                    call.id(),
                    call.line(),
                    call.organisation(),
                    call.stage(),
                    call.language(),
                    call.emergency(),
                    call.onTheLine(),
                    call.since(),
                    rings,
                    call.asked());
        }

        private Ring ring(Offer offer, Map<OfferId, Times> times) {
            var since = Optional.ofNullable(times.get(offer.id()))
                    .map(known -> known.of(offer.stage()))
                    .orElse(call.since());
            return new Ring(offer.id(), offer.interpreter(), offer.stage(), since);
        }
    }

    private Open call(Readable row) {
        var state = json.readState(row.get("state", String.class));
        var offers = state.offers().all();
        var rings = offers.stream()
                .filter(offer -> offer.isOpen() || offer.stage() == Offer.Stage.JOINING)
                .toList();
        var call = new LiveCall(
                new CallId(row.get("id", UUID.class)),
                id(row, "line_id", LineId::new),
                id(row, "organisation_id", OrganisationId::new),
                stage(state),
                Optional.ofNullable(row.get("language", String.class))
                        .map(Language::new)
                        .orElse(null),
                Boolean.TRUE.equals(row.get("emergency", Boolean.class)),
                Scenes.callerListens(state),
                row.get("since", Instant.class),
                List.of(),
                offers.size() - rings.size());
        return new Open(call, rings);
    }

    private static Stage stage(CallState state) {
        return switch (state) {
            case CallState.New s -> Stage.ARRIVING;
            case CallState.Closed s -> Stage.ARRIVING;
            case CallState.Identifying s -> Stage.ARRIVING;
            case CallState.ChoosingLanguage s -> Stage.ARRIVING;
            case CallState.Detailing s -> Stage.ARRIVING;
            case CallState.Searching s -> Stage.SEARCHING;
            case CallState.Unserved s -> Stage.UNSERVED;
            case CallState.Recalling s -> Stage.RECALLING;
            case CallState.RecallPaused s -> Stage.RECALL_PAUSED;
            case CallState.Transferring s -> Stage.TRANSFERRING;
            case CallState.Bridging s -> Stage.BRIDGING;
            case CallState.Connected s -> Stage.TALKING;
            case CallState.CallerLost s -> Stage.BROKEN_OFF;
            case CallState.TalkOver s -> Stage.BROKEN_OFF;
            case CallState.Farewell s -> throw new IllegalStateException("not asked for");
            case CallState.Ended s -> throw new IllegalStateException("not asked for");
        };
    }

    private static <T> @Nullable T id(Readable row, String column, Function<UUID, T> type) {
        return Optional.ofNullable(row.get(column, UUID.class)).map(type).orElse(null);
    }

    /** When an offer reached which stage. */
    private record Times(
            Instant offered,
            @Nullable Instant placed,
            @Nullable Instant answered,
            @Nullable Instant decided) {

        Instant of(Offer.Stage stage) {
            var reached = switch (stage) {
                case ASKED -> offered;
                case RINGING -> placed;
                case LISTENING -> answered;
                case JOINING, ENDING, OVER -> decided;
            };
            return reached == null ? offered : reached;
        }
    }

    private Mono<Map<OfferId, Times>> times(Collection<Open> calls) {
        var wanted = calls.stream()
                .flatMap(call -> call.offers().stream())
                .map(offer -> offer.id().value())
                .toArray(UUID[]::new);
        return database.sql("select id, offered_at, placed_at, answered_at, decided_at from offer where id = any(:ids)")
                .bind("ids", wanted)
                .map(row -> Map.entry(
                        new OfferId(row.get("id", UUID.class)),
                        new Times(
                                row.get("offered_at", Instant.class),
                                row.get("placed_at", Instant.class),
                                row.get("answered_at", Instant.class),
                                row.get("decided_at", Instant.class))))
                .all()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * How its day has gone so far, with waiting times as evaluation counts them (ADR 28).
     *
     * @param midnight when the day began
     */
    public Mono<DayFigures> figures(DistrictId district, Instant midnight) {
        return database.sql("""
                        select count(*) filter (where callback_of is null and not
                                   coalesce(connected_at is null and ended_at < dialled_at + interval '5 seconds', false)) as calls,
                               count(*) filter (where connected_at is not null) as connected,
                               count(*) filter (where outcome in
                                   ('no_coverage', 'nobody_answered', 'callback_failed', 'interrupted')) as unmet,
                               percentile_disc(0.5) within group (order by
                                   ceil(extract(epoch from connected_at - language_chosen_at))::bigint)
                                   filter (where origin = 'phone') as median_wait
                        from call where district_id = :district and dialled_at >= :midnight""")
                .bind("district", district.value())
                .bind("midnight", midnight)
                .map(row -> new DayFigures(
                        row.get("calls", Long.class),
                        row.get("connected", Long.class),
                        row.get("unmet", Long.class),
                        row.get("median_wait", Long.class)))
                .one();
    }

    /** Languages that were asked for on the day while nobody was on duty for them. */
    public Flux<Language> soughtInVain(DistrictId district, Instant midnight) {
        return database.sql("""
                        select distinct language from call
                        where district_id = :district and dialled_at >= :midnight
                          and outcome = 'no_coverage' and language is not null""")
                .bind("district", district.value())
                .bind("midnight", midnight)
                .mapValue(String.class)
                .all()
                .map(Language::new);
    }

    /** Interpreters whom the telephone network did not ring, through no fault of their numbers. */
    public Mono<Long> failedDials(DistrictId district, Instant since) {
        return database.sql("""
                        select count(*) from offer o join call c on c.id = o.call_id
                        where c.district_id = :district and c.dialled_at >= :since::timestamptz - interval '1 day'
                          and o.fate in ('failed', 'unclear') and o.decided_at >= :since""")
                .bind("district", district.value())
                .bind("since", since)
                .mapValue(Long.class)
                .one();
    }
}
