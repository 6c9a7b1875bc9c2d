package de.dolmetscherhotline.call.guest;

import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.GuestScene;
import de.dolmetscherhotline.call.guest.GuestBook.Row;
import de.dolmetscherhotline.call.guest.GuestView.Scene;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.store.GuestOrder;
import de.dolmetscherhotline.call.store.GuestOrder.Deed;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What the network asks and tells about the legs of third parties. Each message is one transaction that locks the call. A
 * message may come twice, late or out of order: a guest only ever gets further, and what it hears follows from how it and
 * the call stand. Empty for a leg that is none of its guest's.
 */
@Component
public class GuestLegs {

    private static final String THE_KEY = "1";

    private final Calls calls;
    private final GuestBook book;
    private final GuestSettings settings;
    private final GuestNews news;
    private final CallWork callWork;
    private final WorkQueue work;
    private final TransactionalOperator transaction;

    GuestLegs(
            Calls calls,
            GuestBook book,
            GuestSettings settings,
            GuestNews news,
            CallWork callWork,
            WorkQueue work,
            TransactionalOperator transaction) {
        this.calls = calls;
        this.book = book;
        this.settings = settings;
        this.news = news;
        this.callWork = callWork;
        this.work = work;
        this.transaction = transaction;
    }

    /** The telephone rings. */
    public Mono<Void> rang(GuestId guest, String leg) {
        return atLeg(
                        guest,
                        leg,
                        (call, row) -> book.rang(guest)
                                .filter(anew -> anew)
                                .flatMap(anew -> order(row, Deed.RING_OVERDUE, settings.ringing()))
                                .then(stopIfOver(row)))
                .then();
    }

    /** The network has the leg. */
    public Mono<Void> placed(GuestId guest, String leg) {
        return atLeg(guest, leg, (call, row) -> stopIfOver(row)).then();
    }

    /** Picked up, by a person or a machine; that it asks what to hear may be heard of before or after. */
    public Mono<Void> pickedUp(GuestId guest, String leg) {
        return atLeg(guest, leg, (call, row) -> noteAnswered(row).then(stopIfOver(row)))
                .then();
    }

    /** The same, and it asks what there is to hear. */
    public Mono<GuestView> answered(GuestId guest, String leg) {
        return shown(guest, leg, this::noteAnswered);
    }

    private Mono<Void> noteAnswered(Row row) {
        return book.answered(row.id())
                .filter(anew -> anew)
                .flatMap(anew -> order(row, Deed.KEY_OVERDUE, settings.deciding()));
    }

    /**
     * Keys were pressed, or none.
     *
     * @param asked how often it was asked for the key
     */
    public Mono<GuestView> pressed(GuestId guest, String leg, int asked, String keys) {
        if (keys.equals(THE_KEY)) {
            return shown(guest, leg, row -> book.joined(guest).then());
        }
        return asked < 2
                ? answered(guest, leg).map(GuestLegs::again)
                : shown(guest, leg, row -> unlessTalking(row, GuestState.NO_KEY));
    }

    private static GuestView again(GuestView view) {
        return view.scene() instanceof Scene.Question question
                ? new GuestView(view.guest(), new Scene.Question(question.language(), question.kind(), true))
                : view;
    }

    private Mono<Void> unlessTalking(Row row, GuestState fate) {
        return GuestState.UNDECIDED.contains(row.state())
                ? book.end(row.id(), fate).then()
                : Mono.empty();
    }

    /** The leg has come out of a room. */
    public Mono<GuestView> leftRoom(GuestId guest, String leg) {
        return atLeg(guest, leg, (call, row) -> placeIn(view(call, row).outOfRoom()));
    }

    /** The leg was moved, or has heard its music to the end, and asks what there is to hear. */
    public Mono<GuestView> lookIn(GuestId guest, String leg) {
        return shown(guest, leg, row -> Mono.empty());
    }

    /** The leg is in the room; one that was put on hold while it was on its way there is to hear nothing all the same. */
    public Mono<Void> inRoom(GuestId guest, String leg) {
        return atLeg(
                        guest,
                        leg,
                        (call, row) ->
                                row.state() == GuestState.HELD ? order(row, Deed.HOLD, Duration.ZERO) : Mono.empty())
                .then();
    }

    /** The leg is gone; nothing, if that is known. */
    public Mono<Boolean> over(GuestId guest, String leg, LegEnd end) {
        return atLeg(guest, leg, (call, row) -> book.end(guest, fate(row, end)));
    }

    private static GuestState fate(Row row, LegEnd end) {
        if (GuestState.TALKING.contains(row.state())) {
            return GuestState.LEFT;
        }
        return switch (end) {
            case COMPLETED -> GuestState.NO_KEY;
            case BUSY -> GuestState.BUSY;
            case NO_ANSWER -> GuestState.NO_ANSWER;
            case FAILED -> GuestState.UNREACHABLE;
            case CANCELED -> GuestState.FAILED;
        };
    }

    private Mono<GuestView> shown(GuestId guest, String leg, Function<Row, Mono<Void>> deed) {
        return atLeg(
                guest,
                leg,
                (call, row) -> deed.apply(row)
                        .then(Mono.defer(() -> book.byId(guest)))
                        .flatMap(after -> placeIn(view(call, after))));
    }

    private Mono<GuestView> placeIn(GuestView view) {
        var room = view.scene() instanceof Scene.InRoom inRoom ? inRoom.room() : null;
        return book.isIn(view.guest(), room).thenReturn(view);
    }

    private static GuestView view(CallRow call, Row row) {
        return new GuestView(row.id(), scene(call, row));
    }

    private static Scene scene(CallRow call, Row row) {
        return row.state().isOver()
                ? new Scene.Goodbye()
                : switch (Scenes.forGuests(call.state())) {
                    case GuestScene.Over over -> new Scene.Goodbye();
                    case GuestScene.Talk talk ->
                        switch (part(row)) {
                            case ASKED -> new Scene.Question(talk.need().language(), talk.kind(), false);
                            case ON_HOLD -> new Scene.Music();
                            case IN_CONVERSATION -> new Scene.InRoom(call.id(), talk.room());
                        };
                    case GuestScene.Break pause ->
                        switch (part(row)) {
                            case ASKED -> new Scene.Question(pause.need().language(), pause.kind(), false);
                            case ON_HOLD -> new Scene.Music();
                            case IN_CONVERSATION ->
                                new Scene.Waiting(pause.need().language());
                        };
                };
    }

    private enum Part {
        ASKED,
        IN_CONVERSATION,
        ON_HOLD
    }

    private static Part part(Row row) {
        if (GuestState.UNDECIDED.contains(row.state())) {
            return Part.ASKED;
        }
        return row.state() == GuestState.HELD ? Part.ON_HOLD : Part.IN_CONVERSATION;
    }

    /** It was over before the network named the leg. */
    private Mono<Void> stopIfOver(Row row) {
        return row.state().isOver() ? order(row, Deed.STOP, Duration.ZERO) : Mono.empty();
    }

    private Mono<Void> order(Row row, Deed deed, Duration delay) {
        return callWork.order(row.call(), GuestOrder.of(deed, row.id()), delay);
    }

    private <T> Mono<T> atLeg(GuestId guest, String leg, BiFunction<CallRow, Row, Mono<T>> deed) {
        return calls.lockByGuest(guest)
                .filterWhen(call -> book.placed(guest, leg))
                .flatMap(call -> done(call, book.byId(guest).flatMap(row -> deed.apply(call, row))))
                .as(transaction::transactional)
                .doOnSuccess(done -> work.nudge())
                .delayUntil(done -> news.tell(done.call()))
                .flatMap(done -> Mono.justOrEmpty(done.result()));
    }

    /** What was done for a guest of this call. */
    private record Done<T>(CallId call, Optional<T> result) {}

    private static <T> Mono<Done<T>> done(CallRow call, Mono<T> deed) {
        return deed.singleOptional().map(result -> new Done<>(call.id(), result));
    }
}
