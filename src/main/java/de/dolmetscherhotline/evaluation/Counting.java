package de.dolmetscherhotline.evaluation;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Works off what changed calls and offers have left behind, so that the sums stay equal to what they are sums of. What a call
 * was counted as is taken out, and what it is now put in; a call that was erased stays in the sums. One process counts at a
 * time: two could take the same call out twice.
 *
 * <p>Demand is uncovered if nobody was asked and matching saw nobody who could have been soon ({@code
 * matching.LeftOut.passing}): whose language is spoken by people who all talk waits for a covered one.
 */
@Repository
class Counting {

    /** Notes that one transaction works off; it takes about a second. */
    static final int AT_ONCE = 5_000;

    /** How many such transactions one look at the figures waits for. The rest is worked off behind. */
    private static final int BATCHES = 3;

    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('evaluation'))";

    private static final String CALLS = """
            with taken as (
                delete from recount_call where id in (select id from recount_call order by id limit :limit) returning call_id),
            noted as (select distinct call_id from taken),
            before as (select k.* from counted_call k join noted using (call_id)),
            after as (
                select c.id as call_id, c.district_id, date_trunc('hour', c.dialled_at at time zone d.time_zone) as hour,
                       coalesce(c.language, 'und') as language,
                       coalesce(b.organisation_kind, o.kind, 'unknown') as organisation_kind,
                       coalesce(b.municipality, o.municipality, '') as municipality,
                       case when c.connected_at is not null then coalesce(c.interpreter_id, b.interpreter_id) end as interpreter_id,
                       c.outcome, c.origin = 'phone' as on_line, c.emergency,
                       c.connected_at is null and c.ended_at < c.dialled_at + interval '5 seconds' as attempt,
                       c.language_chosen_at is not null as language_chosen,
                       c.language_chosen_at is not null and c.connected_at is null
                           and not exists (select from offer f where f.call_id = c.id)
                           and not exists (select from matching_log m where m.call_id = c.id and (
                               m.decision -> 'ranked' <> '[]' or m.decision @> '{"leftOut": [{"reason": "reserved"}]}'
                               or m.decision @> '{"leftOut": [{"reason": "resting"}]}')) as uncovered,
                       ceil(extract(epoch from c.connected_at - c.language_chosen_at))::int as wait_seconds,
                       round(extract(epoch from c.ended_at - c.connected_at) * 1000)::bigint as talk_ms,
                       c.rating
                from noted n
                join call c on c.id = n.call_id
                join district d on d.id = c.district_id
                left join organisation o on o.id = c.organisation_id
                left join before b on b.call_id = c.id
                where c.outcome is not null),
            removed as (
                delete from counted_call where call_id in (select call_id from before except select call_id from after)),
            saved as (
                insert into counted_call select * from after
                on conflict (call_id) do update set
                    (district_id, hour, language, organisation_kind, municipality, interpreter_id, outcome, on_line, emergency, attempt,
                     language_chosen, uncovered, wait_seconds, talk_ms, rating)
                    = (excluded.district_id, excluded.hour, excluded.language, excluded.organisation_kind, excluded.municipality,
                       excluded.interpreter_id, excluded.outcome, excluded.on_line, excluded.emergency, excluded.attempt,
                       excluded.language_chosen, excluded.uncovered, excluded.wait_seconds, excluded.talk_ms, excluded.rating)),
            change as materialized (
                select *, hour::date as day, sign * (not attempt)::int as counted,
                       on_line and language_chosen and not attempt as wanted
                from (select -1 as sign, * from before union all select 1, * from after) both_sides),
            cells as (
                insert into evaluation_cell as cell
                select c.district_id, b.breakdown, g.grain, g.starts, b.value,
                       sum(sign * attempt::int), sum(counted), sum(counted * emergency::int),
                       sum(counted * (talk_ms is not null)::int), sum(coalesce(counted * talk_ms, 0)),
                       sum(counted * (outcome in ('abandoned_choosing', 'abandoned_waiting'))::int),
                       sum(sign * wanted::int), sum(sign * (wanted and uncovered)::int),
                       sum(sign * (wanted and wait_seconds is not null)::int),
                       sum(sign * (wanted and coalesce(wait_seconds <= 30, false))::int),
                       sum(sign * (wanted and coalesce(wait_seconds <= 60, false))::int),
                       sum(sign * (wanted and coalesce(wait_seconds <= 120, false))::int),
                       sum(counted * (rating is not distinct from 1)::int), sum(counted * (rating is not distinct from 2)::int),
                       sum(counted * (rating is not distinct from 3)::int), sum(counted * (rating is not distinct from 4)::int),
                       sum(counted * (rating is not distinct from 5)::int)
                from change c
                cross join lateral (values ('total', ''), ('outcome', outcome), ('language', language),
                                           ('organisation_kind', organisation_kind), ('municipality', municipality),
                                           ('language_hour', concat_ws('/', language, extract(isodow from hour), extract(hour from hour))))
                    b (breakdown, value)
                cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g (grain, starts)
                group by 1, 2, 3, 4, 5
                on conflict (district_id, breakdown, grain, starts, value) do update set
                    attempts = cell.attempts + excluded.attempts, calls = cell.calls + excluded.calls,
                    emergencies = cell.emergencies + excluded.emergencies, sessions = cell.sessions + excluded.sessions,
                    talk_ms = cell.talk_ms + excluded.talk_ms, abandoned = cell.abandoned + excluded.abandoned,
                    wanted = cell.wanted + excluded.wanted, uncovered = cell.uncovered + excluded.uncovered,
                    connected = cell.connected + excluded.connected, within_30 = cell.within_30 + excluded.within_30,
                    within_60 = cell.within_60 + excluded.within_60, within_120 = cell.within_120 + excluded.within_120,
                    stars_1 = cell.stars_1 + excluded.stars_1, stars_2 = cell.stars_2 + excluded.stars_2,
                    stars_3 = cell.stars_3 + excluded.stars_3, stars_4 = cell.stars_4 + excluded.stars_4,
                    stars_5 = cell.stars_5 + excluded.stars_5),
            waits as (
                insert into evaluation_wait as cell
                select c.district_id, b.breakdown, g.grain, g.starts, b.value, on_line, wait_seconds, sum(sign)
                from change c
                cross join lateral (values ('total', ''), ('language', language), ('organisation_kind', organisation_kind),
                                           ('municipality', municipality)) b (breakdown, value)
                cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g (grain, starts)
                where wait_seconds is not null
                group by 1, 2, 3, 4, 5, 6, 7
                on conflict (district_id, breakdown, grain, starts, value, on_line, seconds) do update set
                    sessions = cell.sessions + excluded.sessions),
            loads as (
                insert into evaluation_load as cell
                select c.district_id, g.grain, g.starts, coalesce(interpreter_id, '00000000-0000-0000-0000-000000000000'),
                       sum(sign), sum(sign * talk_ms)
                from change c
                cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g (grain, starts)
                where talk_ms is not null
                group by 1, 2, 3, 4
                on conflict (district_id, grain, starts, interpreter_id) do update set
                    sessions = cell.sessions + excluded.sessions, talk_ms = cell.talk_ms + excluded.talk_ms)
            select count(*) from taken
            """;

    private static final String OFFERS = """
            with taken as (
                delete from recount_offer where id in (select id from recount_offer order by id limit :limit)
                returning call_id, interpreter_id, fate, change),
            cells as (
                insert into evaluation_offer as cell
                select c.district_id, g.grain, g.starts, coalesce(t.interpreter_id, '00000000-0000-0000-0000-000000000000'), t.fate,
                       sum(t.change)
                from taken t
                join call c on c.id = t.call_id
                join district d on d.id = c.district_id
                cross join lateral (select (c.dialled_at at time zone d.time_zone)::date as day) w
                cross join lateral (values ('day', w.day), ('month', date_trunc('month', w.day)::date)) g (grain, starts)
                group by 1, 2, 3, 4, 5
                on conflict (district_id, grain, starts, interpreter_id, fate) do update set offers = cell.offers + excluded.offers)
            select count(*) from taken
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Counting(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Counts what has changed.
     *
     * @return whether that was all; if not, so much had piled up that it takes another turn
     */
    Mono<Boolean> catchUp() {
        return count(AT_ONCE)
                .repeat(BATCHES - 1)
                .takeUntil(Boolean::booleanValue)
                .last();
    }

    /** Works off at most so many notes of either kind; whether those were all. */
    Mono<Boolean> count(int atMost) {
        return transaction.transactional(database.sql(ONE_AT_A_TIME)
                .then()
                .then(Mono.defer(() -> workOff(CALLS, atMost)))
                .flatMap(calls -> workOff(OFFERS, atMost).map(offers -> calls < atMost && offers < atMost)));
    }

    private Mono<Long> workOff(String sql, int atMost) {
        return database.sql(sql).bind("limit", atMost).mapValue(Long.class).one();
    }
}
