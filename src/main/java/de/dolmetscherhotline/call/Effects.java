package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.CheckRoom;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.Effect;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.LetGo;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Command.NoteAccepted;
import de.dolmetscherhotline.call.flow.Command.NoteCaller;
import de.dolmetscherhotline.call.flow.Command.NoteConnected;
import de.dolmetscherhotline.call.flow.Command.NoteFirstRing;
import de.dolmetscherhotline.call.flow.Command.NoteLanguage;
import de.dolmetscherhotline.call.flow.Command.NoteRating;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.pool.Aftermath;
import de.dolmetscherhotline.pool.Reservations;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records in the transaction of the call what the flow wants done: facts at once, deeds as work for after the commit. */
@Component
class Effects {

    private static final int MOVE_FIRST = 30;
    private static final int STOP_NEXT = 20;
    private static final int CHECK_THEN = 10;
    private static final int DIAL_LAST = 0;

    private final Calls calls;
    private final Reservations reservations;
    private final WorkQueue work;
    private final FlowJson json;
    private final CallSettings settings;

    Effects(Calls calls, Reservations reservations, WorkQueue work, FlowJson json, CallSettings settings) {
        this.calls = calls;
        this.reservations = reservations;
        this.work = work;
        this.json = json;
        this.settings = settings;
    }

    Mono<Void> carryOut(Effect effect, CallId call) {
        return switch (effect) {
            case MoveCaller move -> later(call, move, MOVE_FIRST);
            case MoveLeg move -> later(call, move, MOVE_FIRST);
            case CancelLeg cancel -> later(call, cancel, STOP_NEXT);
            case HangUpLeg hangUp -> later(call, hangUp, STOP_NEXT);
            case HangUpCaller hangUp -> later(call, hangUp, STOP_NEXT);
            case CheckRoom check -> later(call, check, CHECK_THEN);
            case Dial dial -> later(call, dial, DIAL_LAST);
            case Arm arm ->
                work.enqueue(
                        TimerWork.KIND, call, json.write(arm.timeout()), MOVE_FIRST, settings.until(arm.timeout()));
            case LetGo letGo ->
                reservations.free(letGo.interpreter(), call, aftermath(letGo)).then();
            case NoteCaller note -> calls.noteCaller(call, note.caller());
            case NoteLanguage note -> calls.noteLanguage(call, note.language());
            case NoteFirstRing note -> calls.noteFirstRing(call);
            case NoteAccepted note -> calls.noteAccepted(call, note.interpreter());
            case NoteConnected note -> calls.noteConnected(call);
            case NoteRating note -> calls.noteRating(call, note.stars());
            case Finish finish -> calls.finish(call, finish.outcome());
        };
    }

    private Mono<Void> later(CallId call, Effect effect, int urgency) {
        return work.enqueue(TelephonyWork.KIND, call, json.write(effect), urgency, Duration.ZERO);
    }

    private static Aftermath aftermath(LetGo letGo) {
        return switch (letGo.fate()) {
            case ACCEPTED -> Aftermath.SERVED;
            case LOST -> Aftermath.ACCEPTED_IN_VAIN;
            case DECLINED -> Aftermath.DECLINED;
            case NO_ANSWER, NO_KEY -> Aftermath.UNANSWERED;
            case BUSY -> Aftermath.ENGAGED;
            case UNREACHABLE -> Aftermath.UNREACHABLE;
            case TOO_LATE, WITHDRAWN, FAILED, UNCLEAR -> letGo.disturbed() ? Aftermath.SPARED : Aftermath.UNTOUCHED;
        };
    }
}
