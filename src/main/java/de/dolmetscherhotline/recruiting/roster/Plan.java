package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.pool.InterpreterProfile;
import java.util.List;

/**
 * What an import would do.
 *
 * @param steps one for each row without errors, in the order of the file
 * @param ignored columns whose names nobody knows
 * @param errors in the order of the file; only without any is anything imported
 */
public record Plan(List<Step> steps, List<String> ignored, List<RowError> errors) {

    public Plan {
        steps = List.copyOf(steps);
        ignored = List.copyOf(ignored);
        errors = List.copyOf(errors);
    }

    /** What one row asks for. */
    public sealed interface Step {

        int row();

        InterpreterProfile profile();

        /** Somebody whose number is not in the pool yet. */
        record Create(int row, InterpreterProfile profile) implements Step {}

        /**
         * Somebody of whom something else is recorded.
         *
         * @param version of the profile to which the changes apply
         */
        record Update(int row, InterpreterId id, long version, InterpreterProfile profile, List<Change> changes)
                implements Step {

            public Update {
                changes = List.copyOf(changes);
            }
        }

        /** Somebody of whom exactly this is recorded. */
        record Unchanged(int row, InterpreterId id, InterpreterProfile profile) implements Step {}
    }

    /** What changes in one column, as it would be written there. */
    public record Change(String column, String before, String after) {}

    public boolean isGood() {
        return errors.isEmpty();
    }

    public long count(Class<? extends Step> kind) {
        return steps.stream().filter(kind::isInstance).count();
    }
}
