package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.matching.Duty;
import java.time.Instant;
import java.time.ZoneId;

/** Members of a pool, for tests without a database. */
public final class InterpreterFixture {

    private InterpreterFixture() {}

    /** Somebody of whom only this is recorded. */
    public static Interpreter of(InterpreterId id, InterpreterProfile profile) {
        return new Interpreter(
                id,
                profile,
                1,
                ZoneId.of("Europe/Berlin"),
                Instant.EPOCH,
                null,
                Duty.NOT_ON_DUTY,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
