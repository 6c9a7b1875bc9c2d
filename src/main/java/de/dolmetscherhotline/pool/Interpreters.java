package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.constant;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.ExpectedVersion;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The members of all pools. A telephone number names one member of a district's pool. */
@Repository
public class Interpreters {

    private final DatabaseClient database;
    private final InterpreterRows rows;
    private final StatusChanges statusChanges;
    private final TransactionalOperator transaction;

    Interpreters(
            DatabaseClient database,
            InterpreterRows rows,
            StatusChanges statusChanges,
            TransactionalOperator transaction) {
        this.database = database;
        this.rows = rows;
        this.statusChanges = statusChanges;
        this.transaction = transaction;
    }

    public Mono<Interpreter> byId(InterpreterId id) {
        return database.sql(InterpreterRows.SELECT + "where i.id = :id")
                .bind("id", id.value())
                .map(rows::interpreter)
                .one();
    }

    /** Those members of a district's pool who have one of these numbers, for calls or texts, in no particular order. */
    public Flux<Interpreter> byPhoneNumbers(DistrictId district, Collection<PhoneNumber> numbers) {
        return database.sql(InterpreterRows.SELECT + """
                                where i.id in (select n.interpreter_id from interpreter_number n
                                               where n.district_id = :district and n.number_index = any(:indexes))
                                """)
                .bind("district", district.value())
                .bind("indexes", rows.indexes(numbers))
                .map(rows::interpreter)
                .all();
    }

    /** All members of a district's pool, by name. */
    public Flux<Interpreter> ofDistrict(DistrictId district) {
        return database.sql(InterpreterRows.SELECT + "where i.district_id = :district order by lower(i.name), i.id")
                .bind("district", district.value())
                .map(rows::interpreter)
                .all();
    }

    /** How these members of a district's pool are called; whoever is no member is left out. */
    public Mono<Map<InterpreterId, String>> names(DistrictId district, Collection<InterpreterId> ids) {
        return database.sql("select id, name from interpreter where district_id = :district and id = any(:ids)")
                .bind("district", district.value())
                .bind("ids", ids.stream().map(InterpreterId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new InterpreterId(row.get("id", UUID.class)), row.get("name", String.class)))
                .all()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Adds a member.
     *
     * @param today the day in the district; the day of activation if the status is active
     * @return empty; fails with a DataIntegrityViolationException that names the violated constraint
     */
    public Mono<Void> add(InterpreterId id, InterpreterProfile profile, LocalDate today) {
        var statement = database.sql(InterpreterRows.withParts("""
                        insert into interpreter (id, district_id, name, gender, date_of_birth, municipality,
                                                 roles, notes, status, emergency_opt_in, callout_opt_in, activated_on)
                        values (:id, :district, :name, :gender, :dateOfBirth, :municipality,
                                :roles, :notes, :status, :emergencyOptIn, :calloutOptIn,
                                case when :status = 'active' then :today end)
                        returning id"""));
        return rows.bound(statement, id, profile)
                .bind("today", today)
                .then()
                .then(statusChanges.note(id, null, profile.status()))
                .as(transaction::transactional);
    }

    /**
     * Replaces what is recorded, but not what the member said about being available. Of a new number it is not yet known
     * whether it can be reached.
     *
     * @param today the day in the district; the day of activation if the status becomes active
     * @param expected the version that is to be replaced
     * @return never {@link Change#IN_A_CALL}; fails with a DataIntegrityViolationException that names the violated
     *     constraint
     */
    public Mono<Change> replace(
            InterpreterId id, InterpreterProfile profile, LocalDate today, ExpectedVersion expected) {
        return lock(id).flatMap(found -> expected.admits(found.version())
                        ? replace(id, profile, today)
                                .then(statusChanges.note(id, found.status(), profile.status()))
                                .thenReturn(Change.DONE)
                        : Mono.just(Change.OUTDATED))
                .defaultIfEmpty(Change.NO_SUCH_MEMBER)
                .as(transaction::transactional);
    }

    private Mono<Void> replace(InterpreterId id, InterpreterProfile profile, LocalDate today) {
        var statement = database.sql(InterpreterRows.withParts("""
                        update interpreter
                        set district_id = :district, name = :name, gender = :gender, date_of_birth = :dateOfBirth, municipality = :municipality,
                            roles = :roles, notes = :notes, status = :status,
                            emergency_opt_in = :emergencyOptIn, callout_opt_in = :calloutOptIn,
                            -- wall time may be another there
                            duty_until = case when district_id = :district then duty_until else 'epoch' end,
                            number_failed_at = case when exists (
                                select from interpreter_number
                                where interpreter_id = :id and field = 'calls'
                                  and number_index = any(:callsIndexes::text[])) then number_failed_at end,
                            activated_on = case when :status = 'active' and status <> 'active' then :today
                                                else activated_on end,
                            version = version + 1
                        where id = :id
                        returning id"""));
        return rows.bound(statement, id, profile).bind("today", today).then();
    }

    /** Removes a member whom no call has taken. */
    public Mono<Change> remove(InterpreterId id, ExpectedVersion expected) {
        return lock(id).flatMap(found -> remove(id, found, expected))
                .defaultIfEmpty(Change.NO_SUCH_MEMBER)
                .as(transaction::transactional);
    }

    private Mono<Change> remove(InterpreterId id, Locked found, ExpectedVersion expected) {
        if (!expected.admits(found.version())) {
            return Mono.just(Change.OUTDATED);
        }
        return found.inACall() ? Mono.just(Change.IN_A_CALL) : remove(id).thenReturn(Change.DONE);
    }

    private Mono<Void> remove(InterpreterId id) {
        return database.sql("delete from interpreter where id = :id")
                .bind("id", id.value())
                .then();
    }

    /** Nobody else changes the member until the transaction is over. */
    private Mono<Locked> lock(InterpreterId id) {
        return database.sql("""
                        select version, status, reserved_for is not null as in_a_call
                        from interpreter where id = :id for update""").bind("id", id.value()).map(Locked::of).one();
    }

    private record Locked(long version, Status status, boolean inACall) {

        private static Locked of(Readable row) {
            return new Locked(
                    row.get("version", Long.class),
                    constant(Status.class, row.get("status", String.class)),
                    row.get("in_a_call", Boolean.class));
        }
    }
}
