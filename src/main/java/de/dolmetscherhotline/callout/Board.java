package de.dolmetscherhotline.callout;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of call-outs and of who was invited. Each decision is one statement. */
@Repository
class Board {

    private final DatabaseClient database;
    private final CallOutSettings settings;
    private final Clock clock;

    Board(DatabaseClient database, CallOutSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Nobody else gives out a code in this district until the transaction is over. */
    Mono<Void> lockCodes(DistrictId district) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:district, 4))")
                .bind("district", district.toString())
                .then();
    }

    /**
     * Opens the call-out under the code that was not used for the longest time; empty if the call has one or none is free.
     * Codes from 50 on are those of appointments, so that an answer never means both.
     */
    Mono<Integer> open(CallId call, DistrictId district, Language language) {
        return database.sql("""
                        insert into callout (call_id, district_id, language, code, opened_at, asked_at)
                        select :call, :district, :language, free.code, :now, :now
                        from (select possible.code, (select max(c.opened_at) from callout c
                                                     where c.district_id = :district and c.code = possible.code) as last_used
                              from generate_series(10, 49) as possible (code)
                              where not exists (select 1 from callout c where c.district_id = :district
                                                and c.code = possible.code and c.settled_at is null)
                              order by last_used nulls first, possible.code limit 1) free
                        on conflict (call_id) do nothing
                        returning code""")
                .bind("call", call.value())
                .bind("district", district.value())
                .bind("language", language.tag())
                .bind("now", clock.instant())
                .mapValue(Integer.class)
                .one();
    }

    /** Whether the call has a call-out, or had one. */
    Mono<Boolean> isKnown(CallId call) {
        return database.sql("select exists (select 1 from callout where call_id = :call)")
                .bind("call", call.value())
                .mapValue(Boolean.class)
                .one();
    }

    /**
     * The code under which more volunteers are to be asked; empty while somebody has the call, or if the last were asked a
     * moment ago.
     */
    Mono<Integer> openAgain(CallId call) {
        var now = clock.instant();
        return database.sql("""
                        update callout set asked_at = :now
                        where call_id = :call and settled_at is null and claimed_by is null and asked_at <= :spared
                        returning code""")
                .bind("now", now)
                .bind("call", call.value())
                .bind("spared", now.minus(settings.spared()))
                .mapValue(Integer.class)
                .one();
    }

    /** Who calls; empty if that is not known. */
    Mono<OrganisationId> organisation(CallId call) {
        return database.sql("select organisation_id from call where id = :call and organisation_id is not null")
                .bind("call", call.value())
                .map(row -> new OrganisationId(row.get("organisation_id", UUID.class)))
                .one();
    }

    /**
     * Invites those among them who want to be asked, may be texted, and were not asked in this call; whoever was texted
     * longest ago first.
     */
    Flux<InterpreterId> invite(CallId call, List<InterpreterId> volunteers) {
        var now = clock.instant();
        return database.sql("""
                        insert into callout_invitation (call_id, interpreter_id, invited_at)
                        select :call, i.id, :now
                        from interpreter i
                        left join lateral (select max(t.created_at) as at from text_message t
                                           where t.interpreter_id = i.id) texted on true
                        where i.id = any(:volunteers) and i.callout_opt_in and i.reserved_for is null
                          and not exists (select 1 from text_opt_out o
                                          join texted_number n on n.number_index = o.number_index
                                          where n.interpreter_id = i.id and o.district_id = i.district_id)
                          and not exists (select 1 from offer o where o.call_id = :call and o.interpreter_id = i.id)
                          and not exists (select 1 from callout_invitation v
                                          where v.call_id = :call and v.interpreter_id = i.id)
                          and (texted.at is null or texted.at <= :spared)
                        order by texted.at nulls first, i.last_asked_at nulls first, i.id
                        limit :most
                        returning interpreter_id""")
                .bind("call", call.value())
                .bind("now", now)
                .bind(
                        "volunteers",
                        volunteers.stream().map(InterpreterId::value).toArray(UUID[]::new))
                .bind("spared", now.minus(settings.spared()))
                .bind("most", settings.most())
                .mapValue(UUID.class)
                .all()
                .map(InterpreterId::new);
    }

    /** Gives her the call if she was invited with this code and nobody else has it; again if she has it already. */
    Mono<CallId> claim(InterpreterId who, int code) {
        return database.sql("""
                        update callout c
                        set claimed_by = :who, claimed_at = case when c.claimed_by = :who then c.claimed_at else :now end
                        from callout_invitation v, interpreter i
                        where v.call_id = c.call_id and v.interpreter_id = :who and i.id = :who
                          and c.district_id = i.district_id and c.code = :code and c.settled_at is null
                          and (c.claimed_by is null or c.claimed_by = :who)
                        returning c.call_id""")
                .bind("who", who.value())
                .bind("now", clock.instant())
                .bind("code", code)
                .mapValue(UUID.class)
                .one()
                .map(CallId::new);
    }

    /**
     * Gives her the call that waits longest of those nobody has and for which the same language is needed as for the one she
     * was invited to with this code; she is invited to it by that.
     */
    Mono<CallId> claimAnother(InterpreterId who, int code) {
        return database.sql("""
                        with other as (
                            select c.call_id from callout c
                            join (select answered.district_id, answered.language from callout answered
                                  join callout_invitation v on v.call_id = answered.call_id and v.interpreter_id = :who
                                  where answered.code = :code order by answered.opened_at desc limit 1) asked
                                on asked.district_id = c.district_id and asked.language = c.language
                            where c.settled_at is null and c.claimed_by is null
                              and not exists (select 1 from callout_invitation v
                                              where v.call_id = c.call_id and v.interpreter_id = :who
                                                and v.declined_at is not null)
                            order by c.opened_at, c.call_id limit 1
                            for update of c skip locked),
                        claimed as (
                            update callout c set claimed_by = :who, claimed_at = :now
                            from other where c.call_id = other.call_id returning c.call_id)
                        insert into callout_invitation (call_id, interpreter_id, invited_at, answered_at)
                        select call_id, :who, :now, :now from claimed
                        on conflict (call_id, interpreter_id) do update set answered_at = excluded.answered_at
                        returning call_id""")
                .bind("who", who.value())
                .bind("now", clock.instant())
                .bind("code", code)
                .mapValue(UUID.class)
                .one()
                .map(CallId::new);
    }

    /** Who has the call and has not said since that she is off; empty if nobody has. */
    Mono<InterpreterId> claimant(CallId call) {
        return database.sql("""
                        select c.claimed_by from callout c
                        where c.call_id = :call and c.claimed_by is not null and c.settled_at is null
                          and not exists (select 1 from availability_word w
                                          where w.interpreter_id = c.claimed_by and not w.available
                                            and w.said_at > c.claimed_at)""")
                .bind("call", call.value())
                .mapValue(UUID.class)
                .one()
                .map(InterpreterId::new);
    }

    /** Notes that she answered the newest call-out with this code to which she was invited; true if there is one. */
    Mono<Boolean> noteAnswer(InterpreterId who, int code) {
        return answered(who, code, "answered_at = coalesce(v.answered_at, :now)");
    }

    /** The same for an answer that is no. */
    Mono<Boolean> noteRefusal(InterpreterId who, int code) {
        return answered(
                who, code, "answered_at = coalesce(v.answered_at, :now), declined_at = coalesce(v.declined_at, :now)");
    }

    private Mono<Boolean> answered(InterpreterId who, int code, String change) {
        return database.sql("update callout_invitation v set " + change + """
                         where v.interpreter_id = :who and v.call_id =
                               (select c.call_id from callout c
                                join callout_invitation mine on mine.call_id = c.call_id and mine.interpreter_id = :who
                                where c.code = :code order by c.opened_at desc limit 1)""")
                .bind("now", clock.instant())
                .bind("who", who.value())
                .bind("code", code)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Others may have the call again, if she has it. */
    Mono<Void> release(CallId call, InterpreterId who) {
        return database.sql("""
                        update callout set claimed_by = null, claimed_at = null
                        where call_id = :call and claimed_by = :who and settled_at is null""")
                .bind("call", call.value())
                .bind("who", who.value())
                .then();
    }

    /** Nobody has it any more: who was being rung for the one call is not rung for the other. */
    Mono<Void> pass(CallId from, CallId to) {
        return database.sql("""
                        update callout set call_id = :to, claimed_by = null, claimed_at = null
                        where call_id = :from and settled_at is null
                          and not exists (select 1 from callout where call_id = :to)""")
                .bind("to", to.value())
                .bind("from", from.value())
                .then();
    }

    /**
     * Closes the call-out; answers once who is still waiting to hear what became of it: those who have not answered, and who
     * had the call if her telephone was not picked up.
     */
    Flux<InterpreterId> settle(CallId call) {
        return database.sql("""
                        with settled as (
                            update callout set settled_at = :now where call_id = :call and settled_at is null
                            returning call_id, claimed_by)
                        select v.interpreter_id from callout_invitation v join settled on settled.call_id = v.call_id
                        where v.answered_at is null
                           or (v.interpreter_id = settled.claimed_by
                               and not exists (select 1 from offer o
                                               where o.call_id = v.call_id and o.interpreter_id = v.interpreter_id
                                                 and o.answered_at is not null))
                        order by v.interpreter_id""")
                .bind("now", clock.instant())
                .bind("call", call.value())
                .mapValue(UUID.class)
                .all()
                .map(InterpreterId::new);
    }
}
