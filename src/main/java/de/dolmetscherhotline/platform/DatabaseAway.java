package de.dolmetscherhotline.platform;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells errors that mean that PostgreSQL did not answer, or not in time: the same request may succeed later. */
public final class DatabaseAway {

    /** Classes of SQLSTATE: connection, resources, locks that were not given in time, intervention of the operator. */
    private static final Set<String> PASSING = Set.of("08", "53", "55", "57");

    private DatabaseAway() {}

    /** Whether the error is one of these, or caused by one. */
    public static boolean isMeantBy(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(DatabaseAway::saysSo);
    }

    private static boolean saysSo(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof R2dbcTransientException
                || cause instanceof R2dbcNonTransientResourceException
                || isPassing(cause);
    }

    private static boolean isPassing(Throwable cause) {
        return cause instanceof R2dbcException refused
                && refused.getSqlState() != null
                && refused.getSqlState().length() == 5
                && PASSING.contains(refused.getSqlState().substring(0, 2));
    }
}
