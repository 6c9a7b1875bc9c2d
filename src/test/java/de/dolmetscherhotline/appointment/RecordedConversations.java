package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.CallId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes who is to be called with whom, and calls nobody. */
@Component
public class RecordedConversations implements Conversations {

    private final List<Beginning> begun = new CopyOnWriteArrayList<>();
    private final Map<AppointmentId, CallId> calls = new ConcurrentHashMap<>();

    @Override
    public Mono<CallId> begin(Beginning beginning) {
        return Mono.fromSupplier(() -> calls.computeIfAbsent(beginning.appointment(), id -> {
            begun.add(beginning);
            return new CallId(UUID.randomUUID());
        }));
    }

    /** Those for this appointment. */
    public List<Beginning> begunFor(UUID appointment) {
        return begun.stream()
                .filter(beginning -> beginning.appointment().value().equals(appointment))
                .toList();
    }
}
