package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.line.Line;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Invented calls of the last months, so that the demonstration's evaluation, report and hours have something to show. They end
 * the day before it begins: nothing about today is invented.
 */
@Component
@Demonstration
class PastCalls {

    private static final int DAYS = 180;

    private final DatabaseClient database;

    PastCalls(DatabaseClient database) {
        this.database = database;
    }

    /** Writes them for the pool and the organisations that are there. */
    Mono<Void> write(Line line, LocalDate today, ZoneId zone) {
        return writeCalls(line, today, zone)
                .then(writeOffers(line.districtId()))
                .then(writeOtherOffers(line.districtId()));
    }

    /**
     * Mostly in office hours, in languages of the pool and seldom in one that nobody speaks. What came to nothing more than a week
     * ago is settled.
     */
    private Mono<Void> writeCalls(Line line, LocalDate today, ZoneId zone) {
        return database.sql("""
                        insert into call (id, district_id, line_id, organisation_id, state_name, state, language, emergency,
                                          dialled_at, answered_at, language_chosen_at, first_ring_at, accepted_at, connected_at,
                                          ended_at, outcome, interpreter_id, rating, settled_at)
                        select id, :district, :line, organisation_id, 'Ended',
                               jsonb_build_object('is', 'Ended', 'outcome', outcome, 'offers', jsonb_build_object('all', '[]'::jsonb)),
                               language, luck between 0.3 and 0.31, dialled, dialled, dialled + interval '14 s',
                               case when interpreter_id is not null then dialled + interval '15 s' end,
                               case when outcome = 'connected' then dialled + interval '16 s' + waited end,
                               case when outcome = 'connected' then dialled + interval '18 s' + waited end,
                               case outcome when 'connected' then dialled + interval '2 min' + waited + talked
                                            when 'abandoned_waiting' then dialled + interval '50 s'
                                            else dialled + interval '3 min' end,
                               outcome, case when outcome = 'connected' then interpreter_id end,
                               case when outcome = 'connected' and luck < 0.4 then 3 + floor(luck * 7.4) end,
                               case when dialled < :settled and outcome <> 'connected' then dialled + interval '2 h' end
                        from (select drawn.*, speaker.id as interpreter_id,
                                     case when speaker.id is null then 'no_coverage' when luck < 0.87 then 'connected'
                                          when luck < 0.94 then 'nobody_answered' else 'abandoned_waiting' end as outcome
                              from (select gen_random_uuid() as id, organisation.id as organisation_id, random() as luck, random() as chance,
                                           (:day - day + time '07:30' + (random() + random()) * interval '5 h')
                                               at time zone :zone as dialled,
                                           -ln(1 - random()) * interval '14 s' as waited, random() * interval '16 min' as talked,
                                           (array['ar', 'ar', 'ar', 'ar', 'ar', 'uk', 'uk', 'uk', 'uk', 'kmr', 'kmr', 'kmr', 'fa',
                                                  'fa', 'prs', 'prs', 'ti', 'ti', 'tr', 'tr', 'ru', 'ru', 'ro', 'so', 'bg',
                                                  'sq', 'vi', 'ta'])[1 + floor(random() * 28)] as language
                                    from generate_series(1, :days) as day, organisation, generate_series(1, 3)
                                    where organisation.district_id = :district
                                   ) as drawn
                              left join lateral (
                                  select i.id from interpreter i join interpreter_language l on l.interpreter_id = i.id
                                  where i.district_id = :district and i.status = 'active' and l.tag = drawn.language
                                    and not exists (select from do_not_pair p where p.interpreter_id = i.id
                                                                                and p.organisation_id = drawn.organisation_id)
                                  order by md5(i.id::text || drawn.id::text) limit 1) as speaker on true
                              where chance < case when extract(isodow from dialled at time zone :zone) > 5 then 0.12 else 0.4 end
                             ) as happened""")
                .bind("district", line.districtId().value())
                .bind("line", line.id().value())
                .bind("day", today)
                .bind("days", DAYS)
                .bind("zone", zone.getId())
                .bind("settled", today.minusWeeks(1).atStartOfDay(zone).toInstant())
                .then();
    }

    private Mono<Void> writeOffers(DistrictId district) {
        return database.sql("""
                        insert into offer (id, call_id, interpreter_id, wave, dial, offered_at, decided_at, closed_at, fate)
                        select gen_random_uuid(), id, interpreter_id, 1, 'placed', first_ring_at, accepted_at, ended_at, 'accepted'
                        from call where district_id = :district and interpreter_id is not null""").bind("district", district.value()).then();
    }

    /** Who else was asked: those who speak the language, and whose telephones rang in vain. */
    private Mono<Void> writeOtherOffers(DistrictId district) {
        return database.sql("""
                        insert into offer (id, call_id, interpreter_id, wave, dial, offered_at, decided_at, closed_at, fate)
                        select gen_random_uuid(), c.id, i.id, 1, 'placed', c.first_ring_at, ended, ended,
                               case when c.outcome = 'connected' and draw < 0.6 then 'too_late'
                                    when c.outcome = 'abandoned_waiting' then 'withdrawn'
                                    when draw < 0.75 then 'declined' when draw < 0.95 then 'no_answer' else 'busy' end
                        from call c
                        join interpreter_language l on l.tag = c.language
                        join interpreter i on i.id = l.interpreter_id and i.district_id = c.district_id
                                              and i.status = 'active' and i.id is distinct from c.interpreter_id
                        cross join lateral (select coalesce(c.accepted_at, c.ended_at) as ended) as until
                        cross join lateral (select random() + 0 * length(i.name) as draw) as drawn
                        where c.district_id = :district and c.first_ring_at is not null""").bind("district", district.value()).then();
    }
}
