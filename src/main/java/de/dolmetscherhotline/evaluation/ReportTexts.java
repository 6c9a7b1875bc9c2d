package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.DistrictId;
import java.time.Clock;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What districts write themselves in their reports to the committee, for each period anew. */
@Repository
public class ReportTexts {

    /** Characters of either text. */
    public static final int LONGEST = 8_000;

    private final DatabaseClient database;
    private final Clock clock;

    ReportTexts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The texts of one report; paragraphs are separated by empty lines.
     *
     * @param introduction before the figures
     * @param conclusion after them
     */
    public record Texts(String introduction, String conclusion) {

        static final Texts NONE = new Texts("", "");
    }

    /** Two empty ones as long as nothing was written. */
    public Mono<Texts> of(DistrictId district, Period period) {
        return database.sql("""
                        select introduction, conclusion from report_text
                        where district_id = :district and first_day = :from and last_day = :to""")
                .bind("district", district.value())
                .bind("from", period.from())
                .bind("to", period.to())
                .map(row -> new Texts(
                        Objects.requireNonNull(row.get("introduction", String.class)),
                        Objects.requireNonNull(row.get("conclusion", String.class))))
                .one()
                .defaultIfEmpty(Texts.NONE);
    }

    /** Writes both. */
    public Mono<Void> write(DistrictId district, Period period, Texts texts) {
        return database.sql("""
                        insert into report_text (district_id, first_day, last_day, introduction, conclusion, changed_at)
                        values (:district, :from, :to, :introduction, :conclusion, :now)
                        on conflict (district_id, first_day, last_day) do update
                        set introduction = excluded.introduction, conclusion = excluded.conclusion,
                            changed_at = excluded.changed_at""")
                .bind("district", district.value())
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("introduction", texts.introduction())
                .bind("conclusion", texts.conclusion())
                .bind("now", clock.instant())
                .then();
    }
}
