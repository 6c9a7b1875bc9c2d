package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Conferences} and {@code Participants} (contract §5.3). */
final class ConferencesResource {

    private final Switchboard board;

    ConferencesResource(Switchboard board) {
        this.board = board;
    }

    RestAnswer list(RestRequest request) throws RestError {
        var found = new ArrayList<Map<String, @Nullable Object>>();
        for (var conference : board.conferences().all()) {
            if (CallsResource.same(request, "FriendlyName", conference.name())
                    && CallsResource.same(request, "Status", conference.status())
                    && CallsResource.within(request, "DateCreated", conference.created())
                    && CallsResource.within(request, "DateUpdated", conference.updated())) {
                found.add(json(conference));
            }
        }
        Collections.reverse(found);
        return Page.of("conferences", request, found);
    }

    RestAnswer fetch(String sid) throws RestError {
        return RestAnswer.of(200, json(find(sid)));
    }

    RestAnswer update(String sid, RestRequest request) throws RestError {
        var conference = find(sid);
        var status = request.first("Status").orElse("");
        if (!status.isEmpty() && !status.equals("completed")) {
            throw RestError.bad(20001, "Status must be completed, not " + status);
        }
        var announcement = CallsResource.url(request, "AnnounceUrl");
        if (announcement != null) {
            conference.announce(conference.participants(), announcement, request.post("AnnounceMethod"));
        }
        if (!status.isEmpty() && !conference.ended()) {
            conference.endByApi();
        }
        return RestAnswer.of(200, json(conference));
    }

    RestAnswer participants(String sid, RestRequest request) throws RestError {
        var conference = find(sid);
        var muted = request.flag("Muted");
        var hold = request.flag("Hold");
        var found = new ArrayList<Map<String, @Nullable Object>>();
        for (var participant : conference.participants()) {
            if (muted.orElse(participant.muted()) == participant.muted()
                    && hold.orElse(participant.onHold()) == participant.onHold()) {
                found.add(json(participant));
            }
        }
        Collections.reverse(found);
        return Page.of("participants", request, found);
    }

    RestAnswer participant(String conference, String callOrLabel) throws RestError {
        return RestAnswer.of(200, json(find(conference, callOrLabel)));
    }

    RestAnswer removeParticipant(String sid, String callOrLabel) throws RestError {
        var participant = find(sid, callOrLabel);
        participant.conference().leave(participant, Conference.Leaving.KICKED);
        return RestAnswer.empty();
    }

    RestAnswer updateParticipant(String sid, String callOrLabel, RestRequest request) throws RestError {
        var participant = find(sid, callOrLabel);
        var holdUrl = CallsResource.url(request, "HoldUrl");
        var announcement = CallsResource.url(request, "AnnounceUrl");
        var muted = request.flag("Muted");
        var hold = request.flag("Hold");
        var endOnExit = request.flag("EndConferenceOnExit");
        if (muted.isPresent()) {
            mute(participant, muted.get());
        }
        if (hold.isPresent()) {
            hold(
                    participant,
                    hold.get(),
                    holdUrl,
                    request.first("HoldMethod").orElse("GET").equals("POST"));
        }
        if (endOnExit.isPresent() && !participant.onHold()) {
            participant.endOnExit(endOnExit.get());
            participant.conference().changed(participant, "participant-modify", "modify");
        }
        if (announcement != null) {
            participant.conference().announce(List.of(participant), announcement, request.post("AnnounceMethod"));
        }
        return RestAnswer.of(200, json(participant));
    }

    private static void mute(Participant participant, boolean muted) {
        participant.mute(muted);
        participant.conference().changed(participant, muted ? "participant-mute" : "participant-unmute", "mute");
    }

    private static void hold(Participant participant, boolean hold, @Nullable URI url, boolean post) {
        if (!hold) {
            participant.unhold();
        } else if (url == null) {
            participant.hold();
        } else {
            participant.hold(url, post);
        }
        participant.conference().changed(participant, hold ? "participant-hold" : "participant-unhold", "hold");
    }

    private Conference find(String sid) throws RestError {
        if (!sid.matches("CF[0-9a-f]{32}")) {
            throw new RestError(405, 20004, "a conference SID is needed here, not a name");
        }
        return board.conferences().find(sid).orElseThrow(() -> RestError.notFound("Conferences/" + sid));
    }

    private Participant find(String sid, String callOrLabel) throws RestError {
        return find(sid)
                .find(callOrLabel)
                .orElseThrow(() -> RestError.notFound("Conferences/" + sid + "/Participants/" + callOrLabel));
    }

    private Map<String, @Nullable Object> json(Conference conference) {
        var account = board.account().sid();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("sid", conference.sid());
        body.put("account_sid", account);
        body.put("api_version", "2010-04-01");
        body.put("friendly_name", conference.name());
        body.put("status", conference.status());
        body.put("region", "ie1");
        body.put("date_created", Times.rfc2822(conference.created()));
        body.put("date_updated", Times.rfc2822(conference.updated()));
        body.put("reason_conference_ended", conference.reasonEnded());
        body.put("call_sid_ending_conference", conference.endedBy());
        body.put("uri", "/2010-04-01/Accounts/" + account + "/Conferences/" + conference.sid() + ".json");
        body.put("subresource_uris", Map.of());
        return body;
    }

    private Map<String, @Nullable Object> json(Participant participant) {
        var account = board.account().sid();
        var conference = participant.conference();
        var leg = participant.leg();
        var label = participant.room().label();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("account_sid", account);
        body.put("call_sid", leg.sid());
        body.put("conference_sid", conference.sid());
        body.put("label", label.isEmpty() ? null : label);
        body.put("muted", participant.muted());
        body.put("hold", participant.onHold());
        body.put("coaching", false);
        body.put("call_sid_to_coach", null);
        body.put("start_conference_on_enter", participant.room().startOnEnter());
        body.put("end_conference_on_exit", participant.endOnExit());
        body.put("status", "connected");
        body.put("queue_time", Long.toString(leg.queueTime().toMillis()));
        body.put("date_created", Times.rfc2822(participant.joined()));
        body.put("date_updated", Times.rfc2822(conference.updated()));
        body.put(
                "uri",
                "/2010-04-01/Accounts/" + account + "/Conferences/" + conference.sid() + "/Participants/" + leg.sid()
                        + ".json");
        return body;
    }
}
