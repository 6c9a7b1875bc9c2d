package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.Command.AlertCoordinator;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.ArrangeCallback;
import de.dolmetscherhotline.call.flow.Command.CallOut;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.CheckRoom;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.DialCaller;
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
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.call.flow.Command.NoteFirstRing;
import de.dolmetscherhotline.call.flow.Command.NoteNeed;
import de.dolmetscherhotline.call.flow.Command.NoteRating;
import de.dolmetscherhotline.call.flow.Command.Reopen;
import de.dolmetscherhotline.call.flow.Command.TakeOverCallback;
import de.dolmetscherhotline.call.flow.Fate;
import de.dolmetscherhotline.call.store.CallSettings;
import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.call.store.Callbacks;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.store.OfferLog;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.matching.MatchingPolicy;
import de.dolmetscherhotline.pool.Aftereffect;
import de.dolmetscherhotline.pool.Aftermath;
import de.dolmetscherhotline.pool.Reservations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records in the transaction of the call what the flow wants done: facts at once, deeds as work for after the commit. */
@Component
class Effects {

    private static final int MOVE_FIRST = 30;
    private static final int STOP_NEXT = 20;
    private static final int CHECK_THEN = 10;
    private static final int DIAL_IN_EMERGENCY = 5;
    private static final int DIAL_LAST = 0;

    private final Calls calls;
    private final Callbacks callbacks;
    private final Reservations reservations;
    private final OfferLog offers;
    private final MatchingPolicy policy;
    private final Outreach outreach;
    private final CallWork work;
    private final CallSettings settings;

    Effects(
            Calls calls,
            Callbacks callbacks,
            Reservations reservations,
            OfferLog offers,
            MatchingPolicy policy,
            Outreach outreach,
            CallWork work,
            CallSettings settings) {
        this.calls = calls;
        this.callbacks = callbacks;
        this.reservations = reservations;
        this.offers = offers;
        this.policy = policy;
        this.outreach = outreach;
        this.work = work;
        this.settings = settings;
    }

    Mono<Void> carryOut(Effect effect, CallId call) {
        return switch (effect) {
            case MoveCaller move -> work.order(call, move, MOVE_FIRST);
            case MoveLeg move -> work.order(call, move, MOVE_FIRST);
            case CancelLeg cancel -> work.order(call, cancel, STOP_NEXT);
            case HangUpLeg hangUp -> work.order(call, hangUp, STOP_NEXT);
            case HangUpCaller hangUp -> work.order(call, hangUp, STOP_NEXT);
            case CheckRoom check -> work.order(call, check, CHECK_THEN);
            case Dial dial -> work.order(call, dial, urgency(dial.urgent()));
            case DialCaller dial ->
                callbacks.prepare(call, dial.recall()).then(work.order(call, dial, urgency(dial.urgent())));
            case Arm arm ->
                work.arm(call, arm.timeout(), settings.until(arm.timeout()).multipliedBy(arm.times()));
            case LetGo letGo -> letGo(call, letGo);
            case NoteCaller note -> calls.noteCaller(call, note.caller());
            case NoteNeed note -> calls.noteNeed(call, note.need());
            case NoteEmergency note -> calls.noteEmergency(call);
            case NoteFirstRing note -> calls.noteFirstRing(call);
            case NoteAccepted note -> calls.noteAccepted(call, note.interpreter());
            case NoteConnected note -> calls.noteConnected(call).then(outreach.settleCallOut(call));
            case NoteRating note -> calls.noteRating(call, note.stars());
            case Finish finish -> calls.finish(call, finish.outcome()).then(outreach.settleCallOut(call));
            case Reopen reopen -> calls.reopen(call);
            case TakeOverCallback takeOver ->
                callbacks
                        .takeOver(call, takeOver.request())
                        .concatMap(callback -> outreach.passCallOut(callback, call))
                        .then();
            case ArrangeCallback arrange ->
                callbacks.arrange(call, arrange.request()).flatMap(callback -> outreach.passCallOut(call, callback));
            case CallOut callOut -> outreach.callOut(call, callOut.request().need());
            case AlertCoordinator alert ->
                outreach.alertCoordinator(call, alert.need().language(), settings.emergencyUnanswered());
        };
    }

    private static int urgency(boolean emergency) {
        return emergency ? DIAL_IN_EMERGENCY : DIAL_LAST;
    }

    private Mono<Void> letGo(CallId call, LetGo letGo) {
        var freed = aftermath(letGo)
                .flatMap(aftermath -> reservations.free(letGo.interpreter(), call, aftermath))
                .flatMap(
                        after -> after == Aftereffect.PAUSED ? outreach.tellPaused(letGo.interpreter()) : Mono.empty());
        return keepsHerWord(letGo.fate()) ? freed : freed.then(outreach.releaseVolunteer(call, letGo.interpreter()));
    }

    /** A volunteer who held the line while nobody picked up at the organisation is asked again. */
    private static boolean keepsHerWord(Fate fate) {
        return fate == Fate.ACCEPTED || fate == Fate.IN_VAIN;
    }

    private Mono<Aftermath> aftermath(LetGo letGo) {
        var aftermath = byFate(letGo);
        return aftermath == Aftermath.SPARED
                ? offers.rang(letGo.offer())
                        .map(rang -> policy.countsAsAsked(rang) ? Aftermath.SPARED_LATE : Aftermath.SPARED)
                : Mono.just(aftermath);
    }

    private static Aftermath byFate(LetGo letGo) {
        return switch (letGo.fate()) {
            case ACCEPTED -> Aftermath.SERVED;
            case LOST, IN_VAIN -> Aftermath.ACCEPTED_IN_VAIN;
            case DECLINED -> Aftermath.DECLINED;
            case EXCUSED -> Aftermath.EXCUSED;
            case NO_ANSWER, NO_KEY -> Aftermath.UNANSWERED;
            case BUSY -> Aftermath.ENGAGED;
            case UNREACHABLE -> Aftermath.UNREACHABLE;
            case TOO_LATE, WITHDRAWN, FAILED, UNCLEAR -> letGo.disturbed() ? Aftermath.SPARED : Aftermath.UNTOUCHED;
        };
    }
}
