package de.dolmetscherhotline.simulator;

import de.dolmetscherhotline.simulator.Verb.Room;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A room in which legs hear each other (contract §4.1). The first participant decides where it reports to. */
final class Conference {

    /** How a participant goes. */
    enum Leaving {
        /** The call is over. */
        HUNG_UP("participant_hung_up", "left"),
        /** The call goes on without the conference: star key or time limit. */
        STEPPED_OUT("participant_hung_up", "left"),
        /** The call was given another document by REST. */
        MOVED("participant_updated_via_api", "left"),
        /** Removed by REST; the call goes on. */
        KICKED("participant_updated_via_api", "kicked");

        private final String reason;
        private final String ending;

        Leaving(String reason, String ending) {
            this.reason = reason;
            this.ending = ending;
        }

        boolean callGoesOn() {
            return this == STEPPED_OUT || this == KICKED;
        }
    }

    private final Switchboard board;
    private final String sid = Sids.conference();
    private final String name;
    private final Room first;
    private final Instant created;
    private final CallbackLane lane;
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private Instant updated;
    private boolean started;
    private int sequence;
    private @Nullable String reasonEnded;
    private @Nullable String endedBy;

    Conference(Switchboard board, Room first) {
        this.board = board;
        this.name = first.name();
        this.first = first;
        this.created = board.now();
        this.updated = created;
        this.lane = new CallbackLane(board);
    }

    /** Whether the leg came in. */
    boolean join(Leg leg, Room room) {
        boolean duplicate = !room.label().isEmpty() && byLabel(room.label()).isPresent();
        if (duplicate) {
            board.violation("conference " + name + ": label " + room.label() + " is taken (16025)");
            return false;
        }
        if (participants.size() >= first.maxParticipants()) {
            board.violation("conference " + name + ": full (16020)");
            return false;
        }
        var participant = new Participant(board, this, leg, room);
        participants.put(leg.sid(), participant);
        leg.participant(participant);
        report("participant-join", "join", about(participant));
        if (room.beepOnEnter()) {
            beep();
        }
        startIfReady(participant);
        touch();
        return true;
    }

    private void startIfReady(Participant newcomer) {
        boolean wanted = participants.values().stream()
                .anyMatch(participant -> participant.room().startOnEnter());
        if (started) {
            return;
        }
        if (wanted && participants.size() > 1) {
            started = true;
            participants.values().forEach(Participant::stopWaiting);
            report("conference-start", "start", new LinkedHashMap<>());
        } else {
            newcomer.await();
        }
    }

    /** The waiting document of a participant failed: it does not get into the room. */
    void waitingFailed(Participant participant) {
        leave(participant, Leaving.STEPPED_OUT);
    }

    void leave(Participant participant, Leaving how) {
        if (participants.remove(participant.leg().sid()) == null) {
            return;
        }
        release(participant, how.reason);
        if (participant.room().beepOnExit()) {
            beep();
        }
        if (how.callGoesOn()) {
            participant.leg().runner().leftConference();
        }
        if (participant.endOnExit()) {
            end(participant, "participant-with-end-conference-on-exit-" + how.ending, "moderator_ended_conference");
        } else if (participants.isEmpty()) {
            end(participant, "last-participant-" + how.ending, "moderator_ended_conference");
        }
        touch();
    }

    void endByApi() {
        end(null, "conference-ended-via-api", "conference_ended_via_api");
    }

    private void end(@Nullable Participant cause, String reason, String reasonForOthers) {
        reasonEnded = reason;
        var others = List.copyOf(participants.values());
        participants.clear();
        for (var other : others) {
            release(other, reasonForOthers);
            other.leg().runner().leftConference();
        }
        var params = new LinkedHashMap<String, String>();
        params.put("ReasonConferenceEnded", reason);
        params.put("Reason", "Conference ended: " + reason);
        if (cause != null) {
            endedBy = cause.leg().sid();
            params.put("CallSidEndingConference", cause.leg().sid());
            if (!cause.room().label().isEmpty()) {
                params.put("ParticipantLabelEndingConference", cause.room().label());
            }
        }
        report("conference-end", "end", params);
        touch();
    }

    private void release(Participant participant, String reason) {
        participant.gone();
        participant.leg().participant(null);
        var params = about(participant);
        params.put("ParticipantCallStatus", participant.leg().status().word());
        params.put("ReasonParticipantLeft", reason);
        report("participant-leave", "leave", params);
    }

    private void beep() {
        participants.values().forEach(participant -> participant.leg().hear(Heard.Kind.BEEP, "", ""));
    }

    /** Tells about a change of a participant that was made by REST. */
    void changed(Participant participant, String event, String word) {
        report(event, word, about(participant));
        touch();
    }

    /** Plays a document to some of the participants. */
    void announce(Collection<Participant> listeners, URI url, boolean post) {
        for (var listener : listeners) {
            var done = about(listener);
            done.put("AnnounceUrl", url.toString());
            listener.hearAnnouncement(url, post, () -> {
                done.put("ReasonAnnouncementFailed", "the document could not be played");
                report("announcement-fail", "announcement", done);
            });
        }
    }

    private Map<String, String> about(Participant participant) {
        var params = new LinkedHashMap<String, String>();
        params.put("CallSid", participant.leg().sid());
        if (!participant.room().label().isEmpty()) {
            params.put("ParticipantLabel", participant.room().label());
        }
        params.put("Muted", Boolean.toString(participant.muted()));
        params.put("Hold", Boolean.toString(participant.onHold()));
        params.put("Coaching", "false");
        params.put("EndConferenceOnExit", Boolean.toString(participant.endOnExit()));
        params.put("StartConferenceOnEnter", Boolean.toString(participant.room().startOnEnter()));
        return params;
    }

    private void report(String event, String word, Map<String, String> details) {
        var url = first.statusCallback();
        if (url == null || !first.statusEvents().contains(word)) {
            return;
        }
        var params = new LinkedHashMap<String, String>();
        params.put("ConferenceSid", sid);
        params.put("FriendlyName", name);
        params.put("AccountSid", board.account().sid());
        params.put("SequenceNumber", Integer.toString(++sequence));
        params.put("Timestamp", Times.rfc2822(board.now()));
        params.put("StatusCallbackEvent", event);
        params.putAll(details);
        lane.send(new Webhook(Exchange.Kind.CONFERENCE_STATUS, url, first.statusPost(), params));
    }

    private void touch() {
        updated = board.now();
        board.touch();
    }

    private Optional<Participant> byLabel(String label) {
        return participants.values().stream()
                .filter(participant -> participant.room().label().equals(label))
                .findFirst();
    }

    /** By call SID or label. */
    Optional<Participant> find(String callOrLabel) {
        return Optional.ofNullable(participants.get(callOrLabel)).or(() -> byLabel(callOrLabel));
    }

    List<Participant> participants() {
        return new ArrayList<>(participants.values());
    }

    boolean ended() {
        return reasonEnded != null;
    }

    /** Whether its participants hear each other. */
    boolean talking() {
        return started && !ended() && participants.size() > 1;
    }

    boolean started() {
        return started;
    }

    String status() {
        return ended() ? "completed" : started ? "in-progress" : "init";
    }

    String sid() {
        return sid;
    }

    String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    Instant updated() {
        return updated;
    }

    @Nullable
    String reasonEnded() {
        return reasonEnded;
    }

    @Nullable
    String endedBy() {
        return endedBy;
    }
}
