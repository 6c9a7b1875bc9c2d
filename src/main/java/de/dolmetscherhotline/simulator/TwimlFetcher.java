package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Fetches documents as the vendor does: limits, content types, what counts as failure (contract §2.1). */
final class TwimlFetcher {

    static final int LARGEST_BODY = 64 * 1024;
    private static final Set<String> XML_TYPES = Set.of("text/xml", "application/xml", "text/html");

    private final Switchboard board;

    TwimlFetcher(Switchboard board) {
        this.board = board;
    }

    /** What a fetch came to. */
    sealed interface Result {}

    record Document(TwimlDocument document) implements Result {}

    record Failed(int code, URI url) implements Result {}

    void fetch(Exchange.Kind kind, URI url, boolean post, Map<String, String> params, Consumer<Result> then) {
        board.sender().send(new Webhook(kind, url, post, params), answer -> then.accept(read(kind, url, answer)));
    }

    private Result read(Exchange.Kind kind, URI url, Answer answer) {
        try {
            return new Document(document(url, answer));
        } catch (TwimlException failure) {
            report(kind, url, answer, failure);
            return new Failed(failure.code(), url);
        }
    }

    private void report(Exchange.Kind kind, URI url, Answer answer, TwimlException failure) {
        if (!answer.onPurpose()) {
            board.violation(kind + " " + url + ": " + failure.getMessage() + " (" + failure.code() + ")");
        }
    }

    /** Reads a document that came with a REST request instead of a URL. */
    TwimlDocument inline(String twiml, URI base) throws TwimlException {
        return TwimlParser.parse(twiml, base, board::violation);
    }

    private TwimlDocument document(URI url, Answer answer) throws TwimlException {
        checkTransport(answer);
        if (answer.audio()) {
            return new TwimlDocument(url, List.of(new Verb.Play(url, "", 1)));
        }
        var type = answer.contentType().split(";", 2)[0].strip();
        if (type.isEmpty()) {
            throw new TwimlException(12300, "answer without content type");
        }
        if (!XML_TYPES.contains(type)) {
            throw new TwimlException(12300, "content type \"" + type + "\"");
        }
        return TwimlParser.parse(answer.text(), url, board::violation);
    }

    static void checkTransport(Answer answer) throws TwimlException {
        if (!answer.problem().isEmpty()) {
            throw new TwimlException(11205, answer.problem());
        }
        if (!answer.successful()) {
            throw new TwimlException(11200, "status " + answer.status());
        }
        if (answer.size() > LARGEST_BODY && !answer.audio()) {
            throw new TwimlException(11750, "body of " + answer.size() + " bytes");
        }
    }
}
