package de.dolmetscherhotline.scenario;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Nonsense;
import de.dolmetscherhotline.testsupport.RawHttp;
import de.dolmetscherhotline.testsupport.RawHttp.Reply;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.testsupport.TwilioSignature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Thousands of webhooks that make no sense: whoever signed them, no call is lost by them. */
class WebhookFuzzIT extends PhoneScriptIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static final List<String> PATHS = List.of(
            "/twilio/voice/status",
            "/twilio/calls/{call}/keys/{turn}",
            "/twilio/calls/{call}/keys/{turn}",
            "/twilio/calls/{call}/left/{offer}",
            "/twilio/calls/{call}/now",
            "/twilio/calls/{call}/rooms/{offer}",
            "/twilio/calls/{offer}/rooms/{call}",
            "/twilio/offers/{offer}/answered",
            "/twilio/offers/{offer}/keys/{turn}",
            "/twilio/offers/{offer}/left",
            "/twilio/offers/{offer}/now",
            "/twilio/offers/{offer}/status",
            "/twilio/guests/{guest}/answered",
            "/twilio/guests/{guest}/keys/{turn}",
            "/twilio/guests/{guest}/left",
            "/twilio/guests/{guest}/now",
            "/twilio/guests/{guest}/music",
            "/twilio/guests/{guest}/status",
            "/twilio/guests/{offer}/answered",
            "/twilio/sms",
            "/twilio/sms/status",
            "/twilio/{junk}",
            "/twilio/calls/{junk}/{junk}",
            "/twilio/offers/{junk}/{junk}/{junk}",
            "/twilio");

    private static final List<String> STATUSES = List.of(
            "queued",
            "initiated",
            "ringing",
            "in-progress",
            "completed",
            "busy",
            "no-answer",
            "failed",
            "canceled",
            "in-progres",
            "COMPLETED",
            "answered");

    private static final List<String> EVENTS =
            List.of("participant-join", "participant-leave", "conference-start", "conference-end", "participant-mute");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "FOO");

    private static final List<String> CONTENT_TYPES = List.of(
            FORM,
            FORM + ";charset=nonsense",
            "Content-Type: application/json",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Type: text/plain",
            "Content-Type: ;;;",
            "X-No: content type");

    private static final List<String> DISGUISES = List.of(
            "/%74wilio/voice",
            "/twi%6Cio/voice",
            "//twilio/voice",
            "/./twilio/voice",
            "/assets/../twilio/voice",
            "/twilio;a=b/voice",
            "/twilio%2Fvoice",
            "/TWILIO/voice",
            "/twilio/voice/",
            "/twilio//voice",
            "/twilio/voice?x=1",
            "http://127.0.0.1/twilio/voice");

    @LocalServerPort
    private int port;

    private final Nonsense nonsense = Nonsense.about("webhooks");
    private String practice = "";

    @Test
    void signedNonsenseIsNoErrorOfOursAndEveryCallEnds() {
        var amina = interpreter("ar");
        interpreter("ar", "uk");
        interpreter("uk");
        var doctor = practice();
        practice = doctor.phone().number();
        talk(doctor, "1", amina);
        invite(stranger().phone().number());
        practice().dials(line).presses("2");
        seconds(2);

        int understood = 0;
        for (int batch = 0; batch < 8; batch++) {
            practice().dials(line).presses(nonsense.oneOf(List.of("1", "2", "40", "#")));
            for (int arrival = 0; arrival < 4; arrival++) {
                understood += signed("/twilio/voice", Known.of(this));
            }
            var known = Known.of(this);
            for (int request = 0; request < 200; request++) {
                understood += signed(path(known), known);
            }
            seconds(20);
        }

        assertThat(understood).as("requests that reached the call").isGreaterThan(300);
        pass(Duration.ofMinutes(12));
    }

    @Test
    void unsignedNonsenseChangesNothing() {
        var amina = interpreter("ar");
        practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging();
        var known = Known.of(this);
        var before = everything();

        for (int request = 0; request < 600; request++) {
            unsigned(path(known), known);
        }
        for (var disguise : DISGUISES) {
            for (int request = 0; request < 5; request++) {
                unsigned(disguise, known);
            }
        }

        assertThat(everything()).isEqualTo(before);
        amina.isRinging();
    }

    private void invite(String number) {
        created("/api/v1/calls/" + newestCall() + "/guests", Body.of("number", number));
        settle();
    }

    /** 1 if the answer was a success. */
    private int signed(String path, Known known) {
        var form = form(known);
        var signature = TwilioSignature.of(TestTelephony.PUBLIC_URL + path, form);
        var reply =
                new RawHttp(port).send("POST", path, List.of(FORM, "X-Twilio-Signature: " + signature), encoded(form));
        judge(reply, "POST " + path + " " + form);
        return reply.isSuccess() ? 1 : 0;
    }

    private void unsigned(String path, Known known) {
        var method = nonsense.happens(0.6) ? "POST" : nonsense.oneOf(METHODS);
        var form = form(known);
        var headers = new ArrayList<>(List.of(nonsense.happens(0.6) ? FORM : nonsense.oneOf(CONTENT_TYPES)));
        if (nonsense.happens(0.6)) {
            headers.add("X-Twilio-Signature: " + TwilioSignature.of("https://elsewhere.example.org" + path, form));
        }
        var reply = new RawHttp(port).send(method, path, headers, encoded(form));
        var request = method + " " + path + " " + form;
        judge(reply, request);
        assertThat(reply.isSuccess()).as("%s accepted %s", nonsense, request).isFalse();
    }

    private void judge(Reply reply, String request) {
        assertThat(reply.isServerError())
                .as("%s: %s → %s %s", nonsense, request, reply.status(), reply.body())
                .isFalse();
        assertThat(reply.head() + reply.body())
                .as("%s: %s", nonsense, request)
                .doesNotContain(Nonsense.MARK, "Exception", "de.dolmetscherhotline", "org.springframework");
    }

    private String path(Known known) {
        var path = nonsense.oneOf(PATHS);
        while (path.contains("{")) {
            path = path.replaceFirst("\\{junk}", java.util.regex.Matcher.quoteReplacement(nonsense.segment()))
                    .replaceFirst("\\{call}", id(known.calls()))
                    .replaceFirst("\\{offer}", id(known.offers()))
                    .replaceFirst("\\{guest}", id(known.guests()))
                    .replaceFirst("\\{turn}", turn());
        }
        return path;
    }

    private String id(List<String> known) {
        if (known.isEmpty() || nonsense.happens(0.2)) {
            return java.util.regex.Matcher.quoteReplacement(nonsense.segment());
        }
        return nonsense.oneOf(known);
    }

    private String turn() {
        return nonsense.happens(0.8)
                ? String.valueOf(nonsense.below(6))
                : java.util.regex.Matcher.quoteReplacement(nonsense.segment());
    }

    /** What the network could send, with a little, or a lot, of what it never would. */
    private Map<String, List<String>> form(Known known) {
        var form = new LinkedHashMap<String, List<String>>();
        form.put("CallSid", List.of(nonsense.happens(0.7) ? nonsense.oneOf(known.legs()) : newSid()));
        form.put("CallStatus", List.of(nonsense.happens(0.5) ? "in-progress" : nonsense.oneOf(STATUSES)));
        form.put("From", List.of(nonsense.happens(0.5) ? practice : nonsense.text()));
        form.put("To", List.of(line));
        form.put(
                "Digits",
                List.of(nonsense.oneOf(List.of("", "1", "2", "3", "9", "0", "*", "#", "40", "41", "123456"))));
        form.put("StatusCallbackEvent", List.of(nonsense.oneOf(EVENTS)));
        form.put("ParticipantLabel", List.of(nonsense.oneOf(labels(known))));
        form.put("ConferenceSid", List.of(nonsense.happens(0.5) ? newSid() : nonsense.text()));
        double craziness = nonsense.happens(0.5) ? 0.03 : 0.4;
        for (var name : List.copyOf(form.keySet())) {
            distort(form, name, craziness);
        }
        if (nonsense.happens(craziness)) {
            form.put(nonsense.text(), List.of(nonsense.text()));
        }
        return form;
    }

    private static List<String> labels(Known known) {
        return Stream.concat(
                        Stream.of("caller", "interpreter"),
                        known.guests().stream().map(id -> "guest-" + id))
                .toList();
    }

    private void distort(Map<String, List<String>> form, String name, double craziness) {
        if (nonsense.happens(craziness)) {
            form.put(name, List.of(nonsense.text()));
        }
        if (nonsense.happens(craziness / 3)) {
            form.put(name, List.of(nonsense.text(), nonsense.text(), ""));
        }
        if (nonsense.happens(craziness / 3)) {
            form.remove(name);
        }
    }

    private String newSid() {
        return "CA" + nonsense.uuid().toString().replace("-", "");
    }

    private static byte[] encoded(Map<String, List<String>> form) {
        return form.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A digest of every table that a webhook may touch. */
    private Map<String, Object> everything() {
        var digests = new TreeMap<String, Object>();
        for (var table : List.of("call", "offer", "guest", "interpreter", "call_event", "inbox", "work")) {
            digests.put(
                    table,
                    rows("select count(*), md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as digest from "
                                    + table + " t where :began::timestamptz is not null")
                            .getFirst());
        }
        return digests;
    }

    /** What a listener on the line would know. */
    private record Known(List<String> calls, List<String> offers, List<String> guests, List<String> legs) {

        private static Known of(PhoneScriptIT script) {
            return new Known(
                    texts(
                            script,
                            "select id::text as text from call where dialled_at >= :began order by dialled_at,"
                                    + " leg_sid"),
                    texts(
                            script,
                            "select id::text as text from offer where offered_at >= :began order by offered_at, id"),
                    texts(
                            script,
                            "select id::text as text from guest where invited_at >= :began order by invited_at, id"),
                    texts(script, """
                            select leg_sid as text from call where dialled_at >= :began
                            union select leg_sid from offer where offered_at >= :began and leg_sid is not null
                            union select leg_sid from guest where invited_at >= :began and leg_sid is not null
                            order by text"""));
        }

        private static List<String> texts(PhoneScriptIT script, String sql) {
            return script.rows(sql).stream()
                    .map(row -> String.valueOf(row.get("text")))
                    .toList();
        }
    }
}
