package de.dolmetscherhotline.simulator;

import de.dolmetscherhotline.simulator.Verb.Room;
import java.net.URI;
import java.time.Instant;

/** A leg in a conference, and what it hears there while nobody talks to it. */
final class Participant {

    private final Switchboard board;
    private final Conference conference;
    private final Leg leg;
    private final Room room;
    private final Instant joined;
    private final Scope announcements;
    private Scope waiting;
    private boolean muted;
    private boolean onHold;
    private boolean endOnExit;

    Participant(Switchboard board, Conference conference, Leg leg, Room room) {
        this.board = board;
        this.conference = conference;
        this.leg = leg;
        this.room = room;
        this.joined = board.now();
        this.waiting = new Scope(board);
        this.announcements = new Scope(board);
        this.muted = room.muted();
        this.endOnExit = room.endOnExit();
    }

    /** Waits for the conference to start, with its own music. */
    void await() {
        var url = room.waitUrl();
        if (url != null) {
            listenTo(url, room.waitPost(), () -> conference.waitingFailed(this));
        } else if (!room.silence()) {
            leg.hear(Heard.Kind.MUSIC, "", "");
        }
    }

    private void listenTo(URI url, boolean post, Runnable failed) {
        stopWaiting();
        waiting = new Scope(board);
        new WaitRunner(board, leg, waiting, failed).start(url, post);
    }

    /** Hears a document while the conference goes on. */
    void hearAnnouncement(URI url, boolean post, Runnable failed) {
        new WaitRunner(board, leg, announcements, failed).start(url, post);
    }

    /** Hears nothing more. */
    void gone() {
        waiting.close();
        announcements.close();
    }

    void stopWaiting() {
        waiting.close();
    }

    void hold(URI url, boolean post) {
        onHold = true;
        listenTo(url, post, () -> leg.hear(Heard.Kind.MUSIC, "", ""));
    }

    void hold() {
        onHold = true;
        leg.hear(Heard.Kind.MUSIC, "", "");
    }

    void unhold() {
        onHold = false;
        stopWaiting();
    }

    void mute(boolean next) {
        muted = next;
    }

    void endOnExit(boolean next) {
        endOnExit = next;
    }

    Conference conference() {
        return conference;
    }

    Leg leg() {
        return leg;
    }

    Room room() {
        return room;
    }

    Instant joined() {
        return joined;
    }

    boolean muted() {
        return muted;
    }

    boolean onHold() {
        return onHold;
    }

    boolean endOnExit() {
        return endOnExit;
    }
}
