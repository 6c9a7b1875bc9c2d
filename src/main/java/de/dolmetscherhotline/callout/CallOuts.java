package de.dolmetscherhotline.callout;

import de.dolmetscherhotline.callout.Claim.TooLate;
import de.dolmetscherhotline.callout.Claim.Unknown;
import de.dolmetscherhotline.callout.Claim.Won;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.text.Texts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Asks volunteers off duty by text whether they take a call. The first who says yes has it, until she is released. All of
 * this is part of the current transaction, if there is one; lock the call first where that is needed too.
 */
@Component
public class CallOuts {

    private final Volunteers volunteers;
    private final Board board;
    private final Texts texts;
    private final TransactionalOperator transaction;

    CallOuts(Volunteers volunteers, Board board, Texts texts, TransactionalOperator transaction) {
        this.volunteers = volunteers;
        this.board = board;
        this.texts = texts;
        this.transaction = transaction;
    }

    /**
     * Begins a call-out, or asks more volunteers when the last were asked some time ago; does nothing while somebody has the
     * call, or when it is settled.
     *
     * @param ladder the language that is needed, then those that may stand in for it
     * @return how many were invited; 0 also if nothing was done
     */
    public Mono<Integer> ask(CallId call, DistrictId district, Need need, List<Language> ladder) {
        return board.isKnown(call)
                .flatMap(known -> known
                        ? board.openAgain(call)
                        : board.lockCodes(district).then(board.open(call, district, ladder.getFirst())))
                .flatMap(code -> inviteAll(call, district, need, ladder, code))
                .defaultIfEmpty(0)
                .as(transaction::transactional);
    }

    private Mono<Integer> inviteAll(CallId call, DistrictId district, Need need, List<Language> ladder, int code) {
        return board.organisation(call)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMapMany(caller -> volunteers.offDuty(district, caller.orElse(null), need, ladder))
                .collectList()
                .flatMap(able -> board.invite(call, able).collectList())
                .flatMapIterable(invited -> invited)
                .concatMap(who -> texts.toInterpreter(who, "callout.invite", ladder.getFirst(), code)
                        .thenReturn(who))
                .count()
                .map(Math::toIntExact);
    }

    /**
     * Somebody says yes. The same person may say so more than once. Who comes too late has another call that waits for the
     * same language, if there is one.
     */
    public Mono<Claim> claim(InterpreterId who, int code) {
        return board.claim(who, code)
                .switchIfEmpty(Mono.defer(() -> board.claimAnother(who, code)))
                .<Claim>map(Won::new)
                .switchIfEmpty(Mono.defer(() -> Mono.just(new TooLate())))
                .flatMap(claim -> board.noteAnswer(who, code).map(invited -> invited ? claim : new Unknown()))
                .as(transaction::transactional);
    }

    /** Somebody says no; false if she was not asked with this code. */
    public Mono<Boolean> decline(InterpreterId who, int code) {
        return board.noteRefusal(who, code);
    }

    /** Who has the call and has not said since that she is off; empty if nobody has. */
    public Mono<InterpreterId> volunteer(CallId call) {
        return board.claimant(call);
    }

    /** She who has the call could not be connected: others may have it. */
    public Mono<Void> release(CallId call, InterpreterId who) {
        return board.release(call, who);
    }

    /** The need lives on in another call, and so does its call-out, unless that call has one. */
    public Mono<Void> pass(CallId from, CallId to) {
        return board.pass(from, to);
    }

    /** The need is over: whoever was invited and has not answered, or said yes and was not reached, is told so, once. */
    public Mono<Void> settle(CallId call) {
        return board.settle(call)
                .collectList()
                .flatMapIterable(waiting -> waiting)
                .concatMap(who -> texts.toInterpreter(who, "callout.settled"))
                .then()
                .as(transaction::transactional);
    }
}
