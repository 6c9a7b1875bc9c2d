package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.recruiting.roster.Plan;
import de.dolmetscherhotline.recruiting.roster.Plan.Step;
import de.dolmetscherhotline.recruiting.roster.Rosters.Result;
import de.dolmetscherhotline.recruiting.roster.RowError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what an import would do, or what is wrong with it. */
@Component
class ImportPreviews {

    /** More would help nobody. */
    private static final int MOST = 500;

    private final MessageSource messages;

    ImportPreviews(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What an import would do.
     *
     * @param ignored columns whose names nobody knows
     * @param lines who is added or changed, in the order of the file; the first of them if they are many
     * @param faults what is wrong, in the order of the file; with any nothing is imported
     */
    public record Preview(
            long created, long updated, long unchanged, List<String> ignored, List<Line> lines, List<Fault> faults) {

        public boolean isGood() {
            return faults.isEmpty();
        }
    }

    /**
     * Who is added or changed.
     *
     * @param row as a spreadsheet program counts
     */
    public record Line(int row, String name, boolean isNew, List<Plan.Change> changes) {}

    /**
     * What is wrong.
     *
     * @param row as a spreadsheet program counts; null if it concerns the whole file
     * @param column null if it concerns the whole row
     */
    public record Fault(@Nullable Integer row, @Nullable String column, String what) {}

    Preview of(Result result, Locale locale) {
        return switch (result) {
            case Result.Good good -> of(good.plan(), locale);
            case Result.Refused refused -> of(refused.plan(), locale);
            case Result.Unreadable unreadable ->
                faulty(text("roster.file." + Typed.word(unreadable.flaw()).replace('_', '-'), locale));
            case Result.Overtaken overtaken -> faulty(text("pool.problem.overtaken", locale));
        };
    }

    private static Preview faulty(String what) {
        return new Preview(0, 0, 0, List.of(), List.of(), List.of(new Fault(null, null, what)));
    }

    private Preview of(Plan plan, Locale locale) {
        return new Preview(
                plan.count(Step.Create.class),
                plan.count(Step.Update.class),
                plan.count(Step.Unchanged.class),
                plan.ignored(),
                plan.steps().stream().flatMap(ImportPreviews::line).limit(MOST).toList(),
                plan.errors().stream()
                        .limit(MOST)
                        .map(error -> fault(error, locale))
                        .toList());
    }

    private static Stream<Line> line(Step step) {
        var name = step.profile().name();
        return switch (step) {
            case Step.Create create -> Stream.of(new Line(create.row(), name, true, List.of()));
            case Step.Update update -> Stream.of(new Line(update.row(), name, false, update.changes()));
            case Step.Unchanged unchanged -> Stream.empty();
        };
    }

    private Fault fault(RowError error, Locale locale) {
        var complaint = error.complaint();
        return new Fault(
                error.row(),
                error.column(),
                text(complaint.key(), locale, complaint.arguments().toArray()));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
