package de.dolmetscherhotline.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the REST API offers, with exactly the parameter names that the vendor publishes for each operation. */
enum RestOperation {
    CREATE_CALL(
            "POST",
            "Calls.json",
            "To From Method FallbackUrl FallbackMethod StatusCallback StatusCallbackEvent StatusCallbackMethod Timeout"
                    + " TimeLimit CallReason Url Twiml",
            "SendDigits Record RecordingChannels RecordingStatusCallback RecordingStatusCallbackMethod"
                    + " SipAuthUsername SipAuthPassword MachineDetection MachineDetectionTimeout"
                    + " RecordingStatusCallbackEvent Trim CallerId MachineDetectionSpeechThreshold"
                    + " MachineDetectionSpeechEndThreshold MachineDetectionSilenceTimeout AsyncAmd"
                    + " AsyncAmdStatusCallback AsyncAmdStatusCallbackMethod Byoc CallToken RecordingTrack"
                    + " ClientNotificationUrl ApplicationSid"),
    LIST_CALLS(
            "GET",
            "Calls.json",
            "To From ParentCallSid Status StartTime StartTime< StartTime> EndTime EndTime< EndTime> PageSize Page"
                    + " PageToken",
            ""),
    FETCH_CALL("GET", "Calls/{Sid}.json", "", ""),
    UPDATE_CALL(
            "POST",
            "Calls/{Sid}.json",
            "Url Method Status StatusCallback StatusCallbackMethod Twiml TimeLimit FallbackUrl FallbackMethod",
            ""),
    LIST_CONFERENCES(
            "GET",
            "Conferences.json",
            "FriendlyName Status DateCreated DateCreated< DateCreated> DateUpdated DateUpdated< DateUpdated>"
                    + " PageSize Page PageToken",
            ""),
    FETCH_CONFERENCE("GET", "Conferences/{Sid}.json", "", ""),
    UPDATE_CONFERENCE("POST", "Conferences/{Sid}.json", "Status AnnounceUrl AnnounceMethod", ""),
    LIST_PARTICIPANTS(
            "GET", "Conferences/{ConferenceSid}/Participants.json", "Muted Hold Coaching PageSize Page PageToken", ""),
    FETCH_PARTICIPANT("GET", "Conferences/{ConferenceSid}/Participants/{CallSid}.json", "", ""),
    UPDATE_PARTICIPANT(
            "POST",
            "Conferences/{ConferenceSid}/Participants/{CallSid}.json",
            "Muted Hold HoldUrl HoldMethod AnnounceUrl AnnounceMethod EndConferenceOnExit",
            "WaitUrl WaitMethod BeepOnExit Coaching CallSidToCoach"),
    REMOVE_PARTICIPANT("DELETE", "Conferences/{ConferenceSid}/Participants/{CallSid}.json", "", ""),
    CREATE_MESSAGE(
            "POST",
            "Messages.json",
            "To From Body StatusCallback ValidityPeriod SmartEncoded ContentRetention AddressRetention RiskCheck"
                    + " ShortenUrls MaxPrice ProvideFeedback Attempt ForceDelivery TrafficType",
            "ApplicationSid PersistentAction ScheduleType SendAt SendAsMms ContentVariables FallbackFrom"
                    + " MessagingServiceSid MediaUrl ContentSid"),
    LIST_MESSAGES("GET", "Messages.json", "To From PageSize Page PageToken", "DateSent DateSent< DateSent>"),
    FETCH_MESSAGE("GET", "Messages/{Sid}.json", "", "");

    private final String method;
    private final String template;
    private final String simulated;
    private final String onlyAccepted;

    RestOperation(String method, String template, String simulated, String onlyAccepted) {
        this.method = method;
        this.template = template;
        this.simulated = simulated;
        this.onlyAccepted = onlyAccepted;
    }

    private static Set<String> words(String list) {
        return list.isBlank() ? Set.of() : Set.copyOf(List.of(list.strip().split(" +", -1)));
    }

    static Optional<RestOperation> of(String method, String path) {
        for (var operation : values()) {
            if (operation.method.equals(method) && operation.ids(path).isPresent()) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    /** What stands in the path in place of the names in braces; empty if the path is another one. */
    Optional<List<String>> ids(String path) {
        var wanted = List.of(template.split("/", -1));
        var given = List.of(path.split("/", -1));
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        var ids = new ArrayList<String>();
        for (int i = 0; i < wanted.size(); i++) {
            var suffix = wanted.get(i).endsWith(".json") ? ".json" : "";
            if (!wanted.get(i).startsWith("{")) {
                if (!wanted.get(i).equals(given.get(i))) {
                    return Optional.empty();
                }
            } else if (given.get(i).endsWith(suffix) && given.get(i).length() > suffix.length()) {
                ids.add(given.get(i).substring(0, given.get(i).length() - suffix.length()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }

    String method() {
        return method;
    }

    /** Path below the account. */
    String template() {
        return template;
    }

    /** Parameter names that have an effect here. */
    Set<String> simulated() {
        return words(simulated);
    }

    /** Parameter names that the vendor accepts. */
    Set<String> accepted() {
        return words(simulated + " " + onlyAccepted);
    }
}
