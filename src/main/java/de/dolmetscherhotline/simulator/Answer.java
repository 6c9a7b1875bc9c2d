package de.dolmetscherhotline.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What came back from a webhook; {@link #status()} is -1 with a {@link #problem()} if nothing did. */
final class Answer {

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final String problem;
    private final boolean onPurpose;
    private final String failure;

    private Answer(int status, String contentType, byte[] body, String problem, boolean onPurpose, String failure) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.problem = problem;
        this.onPurpose = onPurpose;
        this.failure = failure;
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType.toLowerCase(Locale.ROOT), body.clone(), "", false, group(status));
    }

    private static String group(int status) {
        return status < 400 ? "" : status < 500 ? "4xx" : "5xx";
    }

    static Answer none(String problem) {
        return new Answer(ExchangeLog.NO_ANSWER, "", new byte[0], problem, false, "");
    }

    /** Nobody was there. */
    static Answer noConnection(String problem) {
        return new Answer(ExchangeLog.NO_ANSWER, "", new byte[0], problem, false, "ct");
    }

    /** Nothing came in time. */
    static Answer late(String problem) {
        return new Answer(ExchangeLog.NO_ANSWER, "", new byte[0], problem, false, "rt");
    }

    /** Interference kept the answer away: nobody's fault. */
    static Answer lost() {
        return new Answer(ExchangeLog.NO_ANSWER, "", new byte[0], "no answer within 15 s", true, "rt");
    }

    /** The vendor's word for what went wrong: 4xx, 5xx, ct (no connection), rt (no answer); empty for anything else. */
    String failure() {
        return failure;
    }

    boolean onPurpose() {
        return onPurpose;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    String problem() {
        return problem;
    }

    boolean successful() {
        return status >= 200 && status < 300;
    }

    boolean audio() {
        return contentType.startsWith("audio/");
    }

    int size() {
        return body.length;
    }

    byte[] bytes() {
        return body.clone();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** For the log: recordings are not text. */
    String shownBody() {
        return audio() ? "(" + body.length + " bytes of audio)" : text();
    }
}
