package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.recruiting.roster.Plan.Step;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What an import does, as clients see it. */
@Schema(name = "ImportPreview")
record RosterView(
        @Schema(description = "people who are added") long created,

        @Schema(description = "people of whom something changes")
        long updated,

        @Schema(description = "people of whom exactly this is recorded")
        long unchanged,

        @Schema(description = "columns whose names nobody knows; what stands in them is not read")
        List<String> ignoredColumns,

        @Schema(description = "one for each row without errors, in the order of the file")
        List<Person> people,

        @Schema(description = "what is wrong, in the order of the file; with any error nothing is imported")
        List<Problem> errors) {

    /** More would help nobody. */
    static final int MOST_ERRORS = 500;

    private static final String FILE_ERROR = "roster.file.";

    @Schema(name = "ImportedPerson")
    record Person(
            @Schema(description = "as a spreadsheet program counts, from 1")
            int row,

            Action action,

            @Schema(description = "null for somebody who is added") @Nullable
            InterpreterId id,

            String name,
            PhoneNumber phoneNumber,
            List<Plan.Change> changes) {

        private static Person of(Step step) {
            var name = step.profile().name();
            var phone = step.profile().phoneNumber();
            return switch (step) {
                case Step.Create create -> new Person(create.row(), Action.CREATE, null, name, phone, List.of());
                case Step.Update update ->
                    new Person(update.row(), Action.UPDATE, update.id(), name, phone, update.changes());
                case Step.Unchanged unchanged ->
                    new Person(unchanged.row(), Action.UNCHANGED, unchanged.id(), name, phone, List.of());
            };
        }
    }

    enum Action {
        CREATE,
        UPDATE,
        UNCHANGED
    }

    @Schema(name = "ImportError")
    record Problem(
            @Schema(description = "as a spreadsheet program counts, from 1; null if it concerns the whole file")
            @Nullable
            Integer row,

            @Schema(description = "the column as the file calls it; null if it concerns the whole row or file")
            @Nullable
            String column,

            @Schema(description = "names the kind of error", example = "no-day")
            String code,

            @Schema(description = "in German or English, as Accept-Language asks")
            String message) {}

    static RosterView of(Plan plan, MessageSource messages, Locale locale) {
        return new RosterView(
                plan.count(Step.Create.class),
                plan.count(Step.Update.class),
                plan.count(Step.Unchanged.class),
                plan.ignored(),
                plan.steps().stream().map(Person::of).toList(),
                problems(plan, messages, locale));
    }

    static List<Problem> problems(Plan plan, MessageSource messages, Locale locale) {
        return plan.errors().stream()
                .limit(MOST_ERRORS)
                .map(error -> problem(error, messages, locale))
                .toList();
    }

    private static Problem problem(RowError error, MessageSource messages, Locale locale) {
        var complaint = error.complaint();
        return new Problem(
                error.row(),
                error.column(),
                word(complaint.code()),
                messages.getMessage(complaint.key(), complaint.arguments().toArray(), locale));
    }

    /** The one error of a file that cannot be read. */
    static Problem problem(Enum<?> flaw, MessageSource messages, Locale locale) {
        return new Problem(null, null, word(flaw), messages.getMessage(FILE_ERROR + word(flaw), null, locale));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
