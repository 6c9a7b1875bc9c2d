package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.NetworkWatch;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.stereotype.Component;

/** Twilio is believed to answer for as long as the circuit to it is closed. */
@Component
class CircuitWatch implements NetworkWatch {

    private final CircuitBreaker circuit;

    CircuitWatch(CircuitBreaker twilioCircuit) {
        this.circuit = twilioCircuit;
    }

    @Override
    public boolean isAnswering() {
        return circuit.getState() == CircuitBreaker.State.CLOSED;
    }
}
