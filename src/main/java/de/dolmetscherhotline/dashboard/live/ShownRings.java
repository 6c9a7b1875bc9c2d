package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.call.board.LiveCall;
import de.dolmetscherhotline.call.board.LiveCall.Ring;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.staff.Staff;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Records in the audit trail whose telephones somebody was shown to ring: once for each time that somebody is asked, and not
 * each time that the page renews itself. What this process has forgotten is recorded again.
 */
@Component
class ShownRings {

    static final int MOST = 10_000;

    private final AuditTrail trail;
    private final Map<Shown, Boolean> recorded = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Shown, Boolean> eldest) {
            return size() > MOST;
        }
    };

    ShownRings(AuditTrail trail) {
        this.trail = trail;
    }

    private record Shown(StaffId to, OfferId offer) {}

    /** Before they are shown. */
    Mono<Void> record(Staff who, Collection<LiveCall> calls) {
        return Mono.defer(() -> {
            var fresh = fresh(who, calls);
            return fresh.isEmpty()
                    ? Mono.empty()
                    : trail.record(who.actor(), Action.VIEWED, reference(fresh)).doOnSuccess(done -> note(who, fresh));
        });
    }

    private static Reference reference(List<Ring> rings) {
        return new Reference(
                "calls",
                null,
                rings.stream().map(ring -> ring.interpreter().value()).collect(Collectors.toSet()));
    }

    private synchronized List<Ring> fresh(Staff who, Collection<LiveCall> calls) {
        return calls.stream()
                .flatMap(call -> call.rings().stream())
                .filter(ring -> !recorded.containsKey(new Shown(who.id(), ring.offer())))
                .toList();
    }

    private synchronized void note(Staff who, List<Ring> rings) {
        rings.forEach(ring -> recorded.put(new Shown(who.id(), ring.offer()), true));
    }
}
