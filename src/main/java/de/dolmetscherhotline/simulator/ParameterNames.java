package de.dolmetscherhotline.simulator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every parameter name the network may send, per kind of request (contract §3). */
final class ParameterNames {

    private static final Set<String> CALL = Stream.concat(
                    Stream.of(
                            "CallSid",
                            "AccountSid",
                            "From",
                            "To",
                            "CallStatus",
                            "ApiVersion",
                            "Direction",
                            "ParentCallSid",
                            "Caller",
                            "Called"),
                    geo("From", "To", "Caller", "Called"))
            .collect(Collectors.toUnmodifiableSet());

    private ParameterNames() {}

    static Set<String> of(Exchange.Kind kind) {
        return switch (kind) {
            case VOICE, WAIT -> CALL;
            case GATHER_ACTION -> and(CALL, "Digits", "SpeechResult", "Confidence");
            case DIAL_ACTION -> and(CALL, "DialCallStatus", "DialBridged", "DialCallSid", "DialCallDuration");
            case FALLBACK -> and(CALL, "ErrorCode", "ErrorUrl");
            case MEDIA, REST -> Set.of();
            case CALL_STATUS ->
                and(
                        CALL,
                        "Timestamp",
                        "CallbackSource",
                        "SequenceNumber",
                        "CallDuration",
                        "Duration",
                        "SipResponseCode");
            case CONFERENCE_STATUS ->
                Set.of(
                        "ConferenceSid",
                        "FriendlyName",
                        "AccountSid",
                        "SequenceNumber",
                        "Timestamp",
                        "StatusCallbackEvent",
                        "CallSid",
                        "ParticipantLabel",
                        "Muted",
                        "Hold",
                        "Coaching",
                        "EndConferenceOnExit",
                        "StartConferenceOnEnter",
                        "ParticipantCallStatus",
                        "ReasonParticipantLeft",
                        "ReasonConferenceEnded",
                        "CallSidEndingConference",
                        "ParticipantLabelEndingConference",
                        "Reason",
                        "AnnounceUrl",
                        "ReasonAnnouncementFailed");
            case SMS ->
                Stream.concat(
                                Stream.of(
                                        "MessageSid",
                                        "SmsSid",
                                        "SmsMessageSid",
                                        "AccountSid",
                                        "From",
                                        "To",
                                        "Body",
                                        "NumMedia",
                                        "NumSegments",
                                        "SmsStatus"),
                                geo("From", "To"))
                        .collect(Collectors.toUnmodifiableSet());
            case MESSAGE_STATUS ->
                Set.of(
                        "MessageSid",
                        "SmsSid",
                        "MessageStatus",
                        "SmsStatus",
                        "AccountSid",
                        "From",
                        "To",
                        "ApiVersion",
                        "ErrorCode");
        };
    }

    private static Stream<String> geo(String... whose) {
        return Stream.of(whose)
                .flatMap(who ->
                        List.of("City", "State", "Zip", "Country").stream().map(what -> who + what));
    }

    private static Set<String> and(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
