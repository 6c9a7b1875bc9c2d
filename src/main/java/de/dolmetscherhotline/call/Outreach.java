package de.dolmetscherhotline.call;

import de.dolmetscherhotline.callout.CallOuts;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.text.Texts;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a call texts to people who are not on the telephone; sent after the transaction. */
@Component
class Outreach {

    private final DatabaseClient database;
    private final CallOuts callOuts;
    private final Texts texts;
    private final Languages languages;

    Outreach(DatabaseClient database, CallOuts callOuts, Texts texts, Languages languages) {
        this.database = database;
        this.callOuts = callOuts;
        this.texts = texts;
        this.languages = languages;
    }

    /** Asks volunteers off duty; nothing for a call to a number that is no line of ours. */
    Mono<Void> callOut(CallId call, Need need) {
        return database.sql("select district_id from call where id = :id and district_id is not null")
                .bind("id", call.value())
                .map(row -> new DistrictId(row.get("district_id", UUID.class)))
                .one()
                .flatMap(district -> callOuts.ask(call, district, need, languages.ladder(need.language())))
                .then();
    }

    /** The need lives on in the callback. */
    Mono<Void> passCallOut(CallId call, CallId callback) {
        return callOuts.pass(call, callback);
    }

    /** Whoever said yes to the call-out of this call and has not said since that she is off; empty if nobody has. */
    Mono<InterpreterId> volunteer(CallId call) {
        return callOuts.volunteer(call);
    }

    /** Whoever volunteered does not take the call: others may volunteer. */
    Mono<Void> releaseVolunteer(CallId call, InterpreterId who) {
        return callOuts.release(call, who);
    }

    Mono<Void> settleCallOut(CallId call) {
        return callOuts.settle(call);
    }

    /** Tells the coordinator that nobody takes an emergency. */
    Mono<Void> alertCoordinator(CallId call, Language language, Duration waited) {
        return database.sql("select line_id from call where id = :id and line_id is not null")
                .bind("id", call.value())
                .map(row -> new LineId(row.get("line_id", UUID.class)))
                .one()
                .flatMap(line -> texts.toCoordinator(line, "alert.emergency", language, waited.toSeconds()));
    }

    /** Tells a volunteer that unanswered calls have switched her off, and how to come back. */
    Mono<Void> tellPaused(InterpreterId who) {
        return texts.toInterpreter(who, "pause.unanswered");
    }
}
