package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.call.RequestedCalls;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings two people together by telephone: calls the interpreter and, once she has accepted, the organisation. */
@Component
class Conversations {

    private final RequestedCalls calls;
    private final Organisations organisations;
    private final Lines lines;

    Conversations(RequestedCalls calls, Organisations organisations, Lines lines) {
        this.calls = calls;
        this.organisations = organisations;
        this.lines = lines;
    }

    /**
     * Who is to talk with whom.
     *
     * @param interpreter who said that she comes
     * @param number on record of the organisation
     */
    record Beginning(
            AppointmentId appointment,
            DistrictId district,
            OrganisationId organisation,
            InterpreterId interpreter,
            Need need,
            PhoneNumber number) {

        private CallId call() {
            return new CallId(appointment.value());
        }

        private Language language() {
            return need.language();
        }

        /** Without the number. */
        @Override
        public String toString() {
            return "Beginning[" + appointment + "]";
        }
    }

    /**
     * Begins, in the current transaction, the call, whose id is the appointment's: asked more than once, it begins nothing anew.
     *
     * @return the call; empty if the district has no line by which it could be made
     */
    Mono<CallId> begin(Beginning beginning) {
        return organisations
                .byId(beginning.organisation())
                .flatMap(organisation -> lines.of(beginning.district(), beginning.language())
                        .flatMap(line -> begin(beginning, organisation, line)));
    }

    private Mono<CallId> begin(Beginning beginning, Organisation organisation, Line line) {
        return calls.beginAgreed(
                        beginning.call(),
                        line,
                        organisation,
                        beginning.number(),
                        beginning.need(),
                        beginning.interpreter())
                .thenReturn(beginning.call());
    }
}
