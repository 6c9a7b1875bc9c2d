package de.dolmetscherhotline.line;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.texts;
import static de.dolmetscherhotline.platform.SqlValues.words;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The hotline numbers of all districts. A number belongs to one line only. */
@Repository
public class Lines {

    private final DatabaseClient database;
    private final StoredHours storedHours;

    Lines(DatabaseClient database, StoredHours storedHours) {
        this.database = database;
        this.storedHours = storedHours;
    }

    /** The line that is called by dialling this number. */
    public Mono<Line> byNumber(PhoneNumber number) {
        return database.sql("select * from line where number = :number")
                .bind("number", number.e164())
                .map(this::line)
                .one();
    }

    public Mono<Line> byId(LineId id) {
        return database.sql("select * from line where id = :id")
                .bind("id", id.value())
                .map(this::line)
                .one();
    }

    /** The line of a district for somebody who needs this language: one that offers it, else the oldest. */
    public Mono<Line> of(DistrictId district, Language language) {
        return database.sql("""
                        select * from line where district_id = :district
                        order by (:language = any(languages)) desc, created_at, id limit 1
                        """)
                .bind("district", district.value())
                .bind("language", language.tag())
                .map(this::line)
                .one();
    }

    /** Oldest first; of one district, or of all if it is null. */
    public Flux<Line> page(@Nullable DistrictId district, int limit, long offset) {
        return database.sql("""
                        select * from line where :district::uuid is null or district_id = :district
                        order by created_at, id limit :limit offset :offset
                        """)
                .bind("district", nullable(uuid(district), UUID.class))
                .bind("limit", limit)
                .bind("offset", offset)
                .map(this::line)
                .all();
    }

    Mono<Long> count(@Nullable DistrictId district) {
        return database.sql("select count(*) from line where :district::uuid is null or district_id = :district")
                .bind("district", nullable(uuid(district), UUID.class))
                .mapValue(Long.class)
                .one();
    }

    /** Adds it; fails with a DataIntegrityViolationException that names the violated constraint. */
    public Mono<Void> add(Line line) {
        return bound(database.sql("""
                                insert into line (id, district_id, number, languages, opening_hours,
                                                  coordinator_number, professional_provider_number,
                                                  closed_text, closed_choices)
                                values (:id, :district, :number, :languages, :openingHours, :coordinator, :provider,
                                        :closedText, :closedChoices)
                                """), line).then();
    }

    /** False if there is no such line. */
    Mono<Boolean> replace(Line line) {
        return bound(database.sql("""
                                update line set district_id = :district, number = :number, languages = :languages,
                                       opening_hours = :openingHours, coordinator_number = :coordinator,
                                       professional_provider_number = :provider, closed_text = :closedText,
                                       closed_choices = :closedChoices
                                where id = :id
                                """), line).fetch().rowsUpdated().map(rows -> rows > 0);
    }

    /** False if there was no such line. */
    Mono<Boolean> remove(LineId id) {
        return database.sql("delete from line where id = :id")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private GenericExecuteSpec bound(GenericExecuteSpec statement, Line line) {
        return statement
                .bind("id", line.id().value())
                .bind("district", line.districtId().value())
                .bind("number", line.number().e164())
                .bind("languages", texts(line.languages()))
                .bind("openingHours", storedHours.bound(line.openingHours()))
                .bind("coordinator", number(line.coordinatorNumber()))
                .bind("provider", number(line.professionalProviderNumber()))
                .bind("closedText", nullable(line.closedText(), String.class))
                .bind("closedChoices", words(line.closedChoices()));
    }

    private static Parameter number(@Nullable PhoneNumber number) {
        return nullable(number == null ? null : number.e164(), String.class);
    }

    private static @Nullable UUID uuid(@Nullable DistrictId district) {
        return district == null ? null : district.value();
    }

    private Line line(Readable row) {
        return new Line(
                new LineId(row.get("id", UUID.class)),
                new DistrictId(row.get("district_id", UUID.class)),
                new PhoneNumber(row.get("number", String.class)),
                Arrays.stream(row.get("languages", String[].class))
                        .map(Language::new)
                        .toList(),
                storedHours.read(row, "opening_hours"),
                optionalNumber(row, "coordinator_number"),
                optionalNumber(row, "professional_provider_number"),
                row.get("closed_text", String.class),
                Arrays.stream(row.get("closed_choices", String[].class))
                        .map(choice -> constant(ClosedChoice.class, choice))
                        .collect(Collectors.toSet()));
    }

    private static @Nullable PhoneNumber optionalNumber(Readable row, String column) {
        String number = row.get(column, String.class);
        return number == null ? null : new PhoneNumber(number);
    }
}
