package de.dolmetscherhotline.training;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.training.Training.Confers;
import de.dolmetscherhotline.training.Training.Meeting;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The trainings of all districts. */
@Repository
public class Trainings {

    private static final String COLUMNS = """
            select t.*,
                   array(select d.starts_at from training_date d where d.training_id = t.id order by d.starts_at) as starts,
                   array(select d.ends_at from training_date d where d.training_id = t.id order by d.starts_at) as ends,
                   array(select d.place from training_date d where d.training_id = t.id order by d.starts_at) as rooms,
                   (select count(*) from training_participant p where p.training_id = t.id) as registered,
                   (select count(*) from training_participant p
                    where p.training_id = t.id and p.attended_recorded_at is not null) as attended
            from training t
            """;

    private static final String MATCHES = """
            where (:district::uuid is null or t.district_id = :district)
              and (:interpreter::uuid is null
                   or exists (select from training_participant p
                              where p.training_id = t.id and p.interpreter_id = :interpreter))
              and (:from::timestamptz is null
                   or exists (select from training_date d where d.training_id = t.id and d.ends_at > :from))
              and (:to::timestamptz is null
                   or exists (select from training_date d where d.training_id = t.id and d.starts_at < :to))
            """;

    private final DatabaseClient database;

    Trainings(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A training and how many take part.
     *
     * @param version one more with each change of the training; who takes part does not count
     * @param registered including those who were there
     * @param attended who were there
     */
    public record Counted(Training training, long version, long registered, long attended) {

        /** Whether somebody else may register. */
        public boolean hasPlace() {
            @Nullable Integer places = training.places();
            return places == null || registered < places;
        }
    }

    /**
     * Which trainings; null = whichever.
     *
     * @param interpreter who takes part
     * @param from with a date that ends after it
     * @param to with a date that begins before it
     */
    public record Filter(
            @Nullable DistrictId district,
            @Nullable InterpreterId interpreter,
            @Nullable Instant from,
            @Nullable Instant to) {}

    public Mono<Counted> byId(UUID id) {
        return database.sql(COLUMNS + "where t.id = :id")
                .bind("id", id)
                .map(Trainings::counted)
                .one();
    }

    /** The same; nobody else changes the training or its participants until the transaction is over. */
    Mono<Counted> lock(UUID id) {
        return database.sql("select id from training where id = :id for update")
                .bind("id", id)
                .mapValue(UUID.class)
                .one()
                .flatMap(this::byId);
    }

    /** Latest first, by the first date. */
    public Flux<Counted> page(Filter filter, int limit, long offset) {
        return bound(database.sql(COLUMNS + MATCHES + """
                                order by (select min(d.starts_at) from training_date d where d.training_id = t.id) desc, t.id
                                limit :limit offset :offset"""), filter)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(Trainings::counted)
                .all();
    }

    public Mono<Long> count(Filter filter) {
        return bound(database.sql("select count(*) from training t " + MATCHES), filter)
                .mapValue(Long.class)
                .one();
    }

    private static GenericExecuteSpec bound(GenericExecuteSpec query, Filter filter) {
        var district = filter.district();
        var interpreter = filter.interpreter();
        return query.bind("district", nullable(district == null ? null : district.value(), UUID.class))
                .bind("interpreter", nullable(interpreter == null ? null : interpreter.value(), UUID.class))
                .bind("from", nullable(filter.from(), Instant.class))
                .bind("to", nullable(filter.to(), Instant.class));
    }

    /**
     * Adds it, unless there is one with its id.
     *
     * @return whether it was added; fails with a DataIntegrityViolationException that names the violated constraint
     */
    Mono<Boolean> add(Training training) {
        return write(training, """
                with written as (
                    insert into training (id, district_id, title, description, places, confers_subject, confers_training,
                                          valid_months)
                    values (:id, :district, :title, :description, :places, :subject, :training, :validMonths)
                    on conflict (id) do nothing
                    returning id)
                """).map(dates -> dates > 0);
    }

    /** Replaces all of it but its participants. */
    Mono<Void> replace(Training training) {
        return database.sql("delete from training_date where training_id = :id")
                .bind("id", training.id())
                .then()
                .then(Mono.defer(() -> write(training, """
                        with written as (
                            update training
                            set district_id = :district, title = :title, description = :description, places = :places,
                                confers_subject = :subject, confers_training = :training, valid_months = :validMonths,
                                version = version + 1
                            where id = :id
                            returning id)
                        """)))
                .then();
    }

    /** How many dates were written. */
    private Mono<Long> write(Training training, String written) {
        var dates = training.dates();
        var confers = training.confers();
        var subject = confers == null ? null : confers.subject();
        return database.sql(written + """
                        insert into training_date (training_id, starts_at, ends_at, place)
                        select w.id, d.starts_at, d.ends_at, d.place
                        from written w, unnest(:starts::timestamptz[], :ends::timestamptz[], :rooms::text[])
                             as d (starts_at, ends_at, place)""")
                .bind("id", training.id())
                .bind("district", training.district().value())
                .bind("title", training.title())
                .bind("description", nullable(training.description(), String.class))
                .bind("places", nullable(training.places(), Integer.class))
                .bind("subject", nullable(subject == null ? null : word(subject), String.class))
                .bind("training", confers != null && confers.training())
                .bind("validMonths", nullable(confers == null ? null : confers.validMonths(), Integer.class))
                .bind("starts", dates.stream().map(Meeting::startsAt).toArray(Instant[]::new))
                .bind("ends", dates.stream().map(Meeting::endsAt).toArray(Instant[]::new))
                .bind("rooms", dates.stream().map(Meeting::place).toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> remove(UUID id) {
        return database.sql("delete from training where id = :id")
                .bind("id", id)
                .then();
    }

    private static Counted counted(Readable row) {
        return new Counted(
                new Training(
                        row.get("id", UUID.class),
                        new DistrictId(row.get("district_id", UUID.class)),
                        row.get("title", String.class),
                        row.get("description", String.class),
                        row.get("places", Integer.class),
                        dates(row),
                        confers(row)),
                row.get("version", Long.class),
                row.get("registered", Long.class),
                row.get("attended", Long.class));
    }

    private static List<Meeting> dates(Readable row) {
        Instant[] starts = row.get("starts", Instant[].class);
        Instant[] ends = row.get("ends", Instant[].class);
        String[] rooms = row.get("rooms", String[].class);
        return IntStream.range(0, starts.length)
                .mapToObj(i -> new Meeting(starts[i], ends[i], rooms[i]))
                .toList();
    }

    private static @Nullable Confers confers(Readable row) {
        @Nullable String subject = row.get("confers_subject", String.class);
        var training = Boolean.TRUE.equals(row.get("confers_training", Boolean.class));
        return subject == null && !training
                ? null
                : new Confers(
                        subject == null ? null : constant(Subject.class, subject),
                        training,
                        row.get("valid_months", Integer.class));
    }
}
