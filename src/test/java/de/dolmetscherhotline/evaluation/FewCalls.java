package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.History.Asked;
import de.dolmetscherhotline.evaluation.History.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** A few calls of one organisation, written down one by one. */
public final class FewCalls {

    private final CallRows rows;
    private final UUID organisation;
    private final UUID interpreter;

    /**
     * Of this organisation.
     *
     * @param interpreter who is asked, and talks
     */
    public FewCalls(DatabaseClient database, UUID district, UUID organisation, UUID interpreter) {
        this.rows = new CallRows(database, district);
        this.organisation = organisation;
        this.interpreter = interpreter;
    }

    /** A conversation of almost two minutes. */
    public void talk(Instant at, String language, int waited) {
        var call = call(at, language);
        call.waited = Duration.ofSeconds(waited);
        call.talked = Duration.ofSeconds(119);
        call.outcome = "connected";
        call.interpreter = interpreter;
        call.asked.add(new Asked(interpreter, "accepted"));
        rows.add(call);
    }

    /**
     * A call of somebody who was not helped.
     *
     * @param fate of the request to the interpreter; null if she was not asked
     */
    public void unserved(Instant at, String language, String outcome, @Nullable String fate) {
        var call = call(at, language);
        call.endedAfter = Duration.ofSeconds(70);
        call.outcome = outcome;
        if (fate != null) {
            call.asked.add(new Asked(interpreter, fate));
        }
        rows.add(call);
    }

    /** A false one. */
    public void attempt(Instant at) {
        var call = new Told(organisation, "practice", "Helmstedt", at, "phone", false);
        call.endedAfter = Duration.ofMillis(4_999);
        call.outcome = "abandoned_choosing";
        rows.add(call);
    }

    private Told call(Instant at, String language) {
        var call = new Told(organisation, "practice", "Helmstedt", at, "phone", false);
        call.language = language;
        call.chosenAfter = Duration.ofSeconds(20);
        return call;
    }
}
