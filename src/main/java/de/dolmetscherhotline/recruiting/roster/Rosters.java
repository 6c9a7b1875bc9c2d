package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.recruiting.roster.Plan.Step;
import de.dolmetscherhotline.sheet.Flaw;
import de.dolmetscherhotline.sheet.Sheet;
import de.dolmetscherhotline.sheet.SheetFile;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.sheet.SheetFile.Reading;
import de.dolmetscherhotline.sheet.Spreadsheets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pool of a district as a list: what importing one would do, importing it, and exporting it. */
@Component
public class Rosters {

    private final Planner planner;
    private final Spreadsheets spreadsheets;
    private final Interpreters interpreters;
    private final Districts districts;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Rosters(
            Planner planner,
            Spreadsheets spreadsheets,
            Interpreters interpreters,
            Districts districts,
            DatabaseClient database,
            TransactionalOperator transaction,
            Clock clock) {
        this.planner = planner;
        this.spreadsheets = spreadsheets;
        this.interpreters = interpreters;
        this.districts = districts;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of a file. */
    public sealed interface Result {

        /** The file could not even be read. */
        record Unreadable(Flaw flaw) implements Result {}

        /** Something in it is wrong, and nothing was changed. */
        record Refused(Plan plan) implements Result {}

        /** All that it asks for is planned or, after an import, done. */
        record Good(Plan plan) implements Result {}

        /** Meanwhile somebody else changed what it would have changed; nothing was changed. */
        record Overtaken() implements Result {}
    }

    /**
     * What an import would do. Changes nothing.
     *
     * @return empty if there is no such district
     */
    public Mono<Result> preview(DistrictId district, byte[] file) {
        return districts.byId(district).flatMap(found -> read(file, sheet -> plan(found, sheet)));
    }

    /**
     * Imports the file as a whole, or nothing of it. The same file again changes nothing.
     *
     * @return empty if there is no such district
     */
    public Mono<Result> carryOut(DistrictId district, byte[] file) {
        return districts.byId(district).flatMap(found -> read(file, sheet -> carryOut(found, sheet)));
    }

    private interface Use {
        Mono<Result> of(Sheet sheet);
    }

    private Mono<Result> read(byte[] file, Use use) {
        return spreadsheets.work(() -> SheetFile.read(file)).flatMap(reading -> switch (reading) {
            case Reading.Refused refused -> Mono.just(new Result.Unreadable(refused.flaw()));
            case Reading.Read read -> use.of(read.sheet());
        });
    }

    private Mono<Result> plan(District district, Sheet sheet) {
        return interpreters
                .byPhoneNumbers(district.id(), planner.numbers(sheet))
                .collectList()
                .flatMap(known -> spreadsheets.work(() -> planner.plan(sheet, district.id(), known, today(district))))
                .map(plan -> plan.isGood() ? new Result.Good(plan) : new Result.Refused(plan));
    }

    private Mono<Result> carryOut(District district, Sheet sheet) {
        return lock(district.id())
                .then(plan(district, sheet))
                .flatMap(result ->
                        result instanceof Result.Good good ? carryOut(good, today(district)) : Mono.just(result))
                .as(transaction::transactional)
                .onErrorReturn(DataIntegrityViolationException.class, new Result.Overtaken())
                .onErrorReturn(Outdated.class, new Result.Overtaken());
    }

    /** One import into a district at a time; two people may exchange their numbers in it. */
    private Mono<Void> lock(DistrictId district) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:district, 12))")
                .bind("district", district.toString())
                .then()
                .then(database.sql("set constraints interpreter_number_names_one deferred")
                        .then());
    }

    private Mono<Result> carryOut(Result.Good good, LocalDate today) {
        return Flux.fromIterable(good.plan().steps())
                .concatMap(step -> carryOut(step, today))
                .then(Mono.just(good));
    }

    private Mono<Void> carryOut(Step step, LocalDate today) {
        return switch (step) {
            case Step.Create create -> interpreters.add(InterpreterId.random(), create.profile(), today);
            case Step.Update update -> update(update, today);
            case Step.Unchanged unchanged -> Mono.empty();
        };
    }

    private Mono<Void> update(Step.Update update, LocalDate today) {
        return interpreters
                .replace(update.id(), update.profile(), today, ExpectedVersion.exactly(update.version()))
                .flatMap(change -> switch (change) {
                    case DONE -> Mono.empty();
                    case NO_SUCH_MEMBER, OUTDATED, IN_A_CALL -> Mono.error(Outdated::new);
                });
    }

    /** Undoes the transaction: somebody else was faster. */
    private static final class Outdated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Outdated() {
            super("the profile was changed meanwhile", null, false, false);
        }
    }

    /**
     * The whole pool of a district, by name, in the shape that can be imported.
     *
     * @return empty if there is no such district
     */
    public Mono<byte[]> export(DistrictId district, Format format) {
        return districts
                .byId(district)
                .flatMap(found -> interpreters
                        .ofDistrict(found.id())
                        .map(Interpreter::profile)
                        .collectList()
                        .flatMap(people -> spreadsheets.work(() -> SheetFile.write(format, planner.list(people)))));
    }

    private LocalDate today(District district) {
        return LocalDate.now(clock.withZone(district.timeZone()));
    }
}
