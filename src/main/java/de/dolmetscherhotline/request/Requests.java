package de.dolmetscherhotline.request;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.request.InterpreterRequest.Asked;
import de.dolmetscherhotline.request.InterpreterRequest.Feedback;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was asked for in writing. Wherever an owner is given, the requests of others do not exist. */
@Repository
public class Requests {

    private static final String WITH_CALL = """
            select r.*, c.outcome, c.connected_at, c.ended_at
            from request r left join call c on c.id = r.call_id
            """;

    private static final String FILTERED = """
            where (:owner::uuid is null or r.organisation_id = :owner)
              and (:open::boolean is null or :open = (r.status <> 'ended'))
              and (:status::text is null or r.status = :status)
              and (:outcome::text is null or (r.status = 'ended' and c.outcome = :outcome))
              and (:from::timestamptz is null or r.requested_at >= :from)
              and (:to::timestamptz is null or r.requested_at < :to)
              and (:language::text is null or r.language::text = :language)
              and (:district::uuid is null
                   or exists (select from organisation o where o.id = r.organisation_id and o.district_id = :district))
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Requests(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Which requests.
     *
     * @param owner null for those of all organisations
     * @param open whether they go on; null for both
     * @param status how far they have come; null for all
     * @param outcome how they ended; null for all
     * @param language null for all
     * @param district whose organisations asked; null for all
     * @param from only those that were made then or later; null for all
     * @param to only those that were made before; null for all
     */
    public record Filter(
            @Nullable OrganisationId owner,
            @Nullable Boolean open,
            @Nullable RequestStatus status,
            @Nullable Outcome outcome,
            @Nullable Language language,
            @Nullable DistrictId district,
            @Nullable Instant from,
            @Nullable Instant to) {

        /** Those of one organisation, or of all if it is null. */
        public static Filter of(@Nullable OrganisationId owner, @Nullable Boolean open) {
            return new Filter(owner, open, null, null, null, null, null, null);
        }
    }

    /** Fails with a DuplicateKeyException if there is one with that id. */
    Mono<Void> add(UUID id, Asked asked, CallId call) {
        return database.sql("""
                        with added as (
                            insert into request (id, organisation_id, call_id, line_id, language, subject, gender,
                                                 gender_required, emergency, case_reference, phone_number, status,
                                                 requested_at, status_since)
                            values (:id, :organisation, :call, :line, :language, :subject, :gender, :required,
                                    :emergency, :reference, :number, 'searching', :now, :now)
                            returning id, revision, status, requested_at)
                        insert into request_change (request_id, revision, status, changed_at) select * from added""")
                .bind("id", id)
                .bind("organisation", asked.organisation().value())
                .bind("call", call.value())
                .bind(
                        "line",
                        nullable(asked.line() == null ? null : asked.line().value(), UUID.class))
                .bind("language", asked.language().tag())
                .bind("subject", nullable(asked.subject() == null ? null : word(asked.subject()), String.class))
                .bind("gender", nullable(asked.gender() == null ? null : word(asked.gender()), String.class))
                .bind("required", asked.genderRequired())
                .bind("emergency", asked.emergency())
                .bind("reference", nullable(asked.caseReference(), String.class))
                .bind(
                        "number",
                        nullable(asked.number() == null ? null : asked.number().e164(), String.class))
                .bind("now", clock.instant())
                .then();
    }

    /** Which request has come further. */
    record Moved(UUID id, OrganisationId organisation) {}

    /** Its call has come so far. Empty if that is known. */
    Mono<Moved> moved(CallId call, RequestStatus status) {
        return database.sql("""
                        with moved as (
                            update request set status = :status, status_since = :now, revision = revision + 1
                            where call_id = :call and status <> :status
                            returning id, organisation_id, revision, status, status_since),
                        noted as (
                            insert into request_change (request_id, revision, status, changed_at)
                            select id, revision, status, status_since from moved)
                        select id, organisation_id from moved""")
                .bind("status", word(status))
                .bind("now", clock.instant())
                .bind("call", call.value())
                .map(row -> new Moved(
                        row.get("id", UUID.class), new OrganisationId(row.get("organisation_id", UUID.class))))
                .one();
    }

    /** False if there is no such request. What was said before is replaced. */
    Mono<Boolean> noteFeedback(UUID id, Feedback feedback) {
        return database.sql("update request set stars = :stars, comment = :comment where id = :id")
                .bind("stars", feedback.stars())
                .bind("comment", nullable(feedback.comment(), String.class))
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    public Mono<InterpreterRequest> byId(UUID id, @Nullable OrganisationId owner) {
        return database.sql(WITH_CALL + "where r.id = :id and (:owner::uuid is null or r.organisation_id = :owner)")
                .bind("id", id)
                .bind("owner", nullable(owner == null ? null : owner.value(), UUID.class))
                .map(Requests::request)
                .one();
    }

    /** Nobody else asks whether one is {@link #waiting} until the transaction is over. */
    Mono<Void> lock(OrganisationId owner, Language language) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 35))")
                .bind("key", owner + " " + language.tag())
                .then();
    }

    /** The latest of an organisation for a language that goes on without a conversation; empty if there is none. */
    Mono<InterpreterRequest> waiting(OrganisationId owner, Language language) {
        return database.sql(WITH_CALL + """
                        where r.organisation_id = :owner and r.language = :language
                          and r.status not in ('connected', 'transferred', 'ended')
                        order by r.requested_at desc, r.id limit 1""")
                .bind("owner", owner.value())
                .bind("language", language.tag())
                .map(Requests::request)
                .one();
    }

    /** Latest first. */
    public Flux<InterpreterRequest> page(Filter filter, int limit, long offset) {
        return bound(
                        database.sql(WITH_CALL + FILTERED
                                + "order by r.requested_at desc, r.id limit :limit offset :offset"),
                        filter)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(Requests::request)
                .all();
    }

    public Mono<Long> count(Filter filter) {
        return bound(
                        database.sql("select count(*) from request r left join call c on c.id = r.call_id " + FILTERED),
                        filter)
                .mapValue(Long.class)
                .one();
    }

    private static GenericExecuteSpec bound(GenericExecuteSpec statement, Filter filter) {
        var owner = filter.owner();
        var status = filter.status();
        var outcome = filter.outcome();
        var language = filter.language();
        var district = filter.district();
        return statement
                .bind("owner", nullable(owner == null ? null : owner.value(), UUID.class))
                .bind("open", nullable(filter.open(), Boolean.class))
                .bind("status", nullable(status == null ? null : word(status), String.class))
                .bind("outcome", nullable(outcome == null ? null : word(outcome), String.class))
                .bind("from", nullable(filter.from(), Instant.class))
                .bind("to", nullable(filter.to(), Instant.class))
                .bind("language", nullable(language == null ? null : language.tag(), String.class))
                .bind("district", nullable(district == null ? null : district.value(), UUID.class));
    }

    /** Earliest first. */
    public Flux<Change> history(UUID id) {
        return database.sql("select status, changed_at from request_change where request_id = :id order by revision")
                .bind("id", id)
                .map(row -> new Change(
                        constant(RequestStatus.class, row.get("status", String.class)),
                        row.get("changed_at", Instant.class)))
                .all();
    }

    /** When a request came how far. */
    public record Change(RequestStatus status, Instant at) {}

    private static InterpreterRequest request(Readable row) {
        return new InterpreterRequest(
                row.get("id", UUID.class),
                asked(row),
                mapped(row.get("call_id", UUID.class), CallId::new),
                constant(RequestStatus.class, row.get("status", String.class)),
                row.get("revision", Long.class),
                row.get("requested_at", Instant.class),
                row.get("status_since", Instant.class),
                mapped(row.get("outcome", String.class), word -> constant(Outcome.class, word)),
                row.get("connected_at", Instant.class),
                row.get("ended_at", Instant.class),
                mapped(
                        row.get("stars", Integer.class),
                        stars -> new Feedback(stars, row.get("comment", String.class))));
    }

    private static Asked asked(Readable row) {
        return new Asked(
                new OrganisationId(row.get("organisation_id", UUID.class)),
                mapped(row.get("line_id", UUID.class), LineId::new),
                new Language(row.get("language", String.class)),
                mapped(row.get("subject", String.class), word -> constant(Subject.class, word)),
                mapped(row.get("gender", String.class), word -> constant(Gender.class, word)),
                row.get("gender_required", Boolean.class),
                row.get("emergency", Boolean.class),
                row.get("case_reference", String.class),
                new PhoneNumber(row.get("phone_number", String.class)));
    }

    private static <S, T> @Nullable T mapped(@Nullable S value, Function<S, T> form) {
        return Optional.ofNullable(value).map(form).orElse(null);
    }
}
