package de.dolmetscherhotline.evaluation;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.DistrictId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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
    public record Texts(String introduction, String conclusion) {}

    /**
     * What was written last.
     *
     * @param version counts how often something was written; 0 as long as nothing was
     */
    public record Written(Texts texts, long version) {

        static final Written NOTHING = new Written(new Texts("", ""), 0);
    }

    /** Two empty ones as long as nothing was written. */
    public Mono<Written> of(DistrictId district, Period period) {
        return database.sql("""
                        select introduction, conclusion, version from report_text
                        where district_id = :district and first_day = :from and last_day = :to""")
                .bind("district", district.value())
                .bind("from", period.from())
                .bind("to", period.to())
                .map(row -> new Written(
                        new Texts(row.get("introduction", String.class), row.get("conclusion", String.class)),
                        row.get("version", Long.class)))
                .one()
                .defaultIfEmpty(Written.NOTHING);
    }

    /**
     * Writes both.
     *
     * @param over the version that they replace; null for any
     * @return whether they stand there now; if not, others have been written over that version meanwhile, and stay
     */
    public Mono<Boolean> write(DistrictId district, Period period, Texts texts, @Nullable Long over) {
        return database.sql("""
                        insert into report_text (district_id, first_day, last_day, introduction, conclusion, changed_at)
                        values (:district, :from, :to, :introduction, :conclusion, :now)
                        on conflict (district_id, first_day, last_day) do update
                        set introduction = excluded.introduction, conclusion = excluded.conclusion,
                            changed_at = excluded.changed_at, version = report_text.version + 1
                        where :over::bigint is null or report_text.version = :over
                           or (report_text.introduction, report_text.conclusion)
                              = (excluded.introduction, excluded.conclusion)""")
                .bind("district", district.value())
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("introduction", texts.introduction())
                .bind("conclusion", texts.conclusion())
                .bind("now", clock.instant())
                .bind("over", nullable(over, Long.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
