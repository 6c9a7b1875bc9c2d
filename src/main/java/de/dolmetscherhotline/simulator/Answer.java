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

    private Answer(int status, String contentType, byte[] body, String problem, boolean onPurpose) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.problem = problem;
        this.onPurpose = onPurpose;
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType.toLowerCase(Locale.ROOT), body.clone(), "", false);
    }

    static Answer none(String problem) {
        return new Answer(ExchangeLog.NO_ANSWER, "", new byte[0], problem, false);
    }

    /** Interference kept the answer away: nobody's fault. */
    static Answer lost() {
        return new Answer(ExchangeLog.NO_ANSWER, "", new byte[0], "no answer within 15 s", true);
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
