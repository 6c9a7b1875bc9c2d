package de.dolmetscherhotline.platform;

import io.r2dbc.postgresql.api.PostgresqlException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;

/** What it means to a client that a constraint of the database, known by its name, is violated. */
public final class ConstraintProblems implements Function<DataIntegrityViolationException, Throwable> {

    private final Map<String, Supplier<? extends RuntimeException>> byConstraint;

    private ConstraintProblems(Map<String, Supplier<? extends RuntimeException>> byConstraint) {
        this.byConstraint = Map.copyOf(byConstraint);
    }

    public static ConstraintProblems of(Map<String, Supplier<? extends RuntimeException>> byConstraint) {
        return new ConstraintProblems(byConstraint);
    }

    /** The problem that belongs to the violated constraint; the violation itself if none does. */
    @Override
    public Throwable apply(DataIntegrityViolationException violation) {
        return constraint(violation)
                .map(byConstraint::get)
                .<Throwable>map(Supplier::get)
                .orElse(violation);
    }

    /** Whether something failed because this constraint was violated. */
    public static boolean isViolated(Throwable failure, String constraint) {
        return failure instanceof DataIntegrityViolationException violation
                && constraint(violation).filter(constraint::equals).isPresent();
    }

    private static Optional<String> constraint(DataIntegrityViolationException violation) {
        return violation.getCause() instanceof PostgresqlException refused
                ? refused.getErrorDetails().getConstraintName()
                : Optional.empty();
    }
}
