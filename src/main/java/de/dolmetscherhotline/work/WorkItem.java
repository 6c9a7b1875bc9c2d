package de.dolmetscherhotline.work;

import de.dolmetscherhotline.kernel.CallId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work under lease.
 *
 * @param id identifies the work in every repetition, so that its effect can be made to count once
 * @param call whose work it is; null for work that belongs to no call
 * @param payload JSON, understood by the handler of this kind
 * @param attempts how often it was begun before, because it failed or because its process died
 * @param leasedUntil until when it is ours; names the lease, so that one that ran out can change nothing
 */
public record WorkItem(
        long id, String kind, @Nullable CallId call, String payload, int attempts, Instant dueAt, Instant leasedUntil) {

    /** The call whose work it is; fails for work of a kind that belongs to none. */
    public CallId ofCall() {
        if (call == null) {
            throw new IllegalStateException("work of kind " + kind + " belongs to no call");
        }
        return call;
    }
}
