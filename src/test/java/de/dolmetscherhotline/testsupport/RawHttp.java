package de.dolmetscherhotline.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Sends what no proper client would send, byte for byte, and reads what comes back. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST_READ = 1 << 20;

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /** One request on a connection of its own. */
    public Reply send(String method, String target, List<String> headers, byte[] body) {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, head.toString().getBytes(StandardCharsets.ISO_8859_1), body);
            return Reply.of(read(socket.getInputStream()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Who answers before everything was read may close the connection. */
    private static void write(Socket socket, byte[] head, byte[] body) throws IOException {
        var request = new ByteArrayOutputStream();
        request.writeBytes(head);
        request.writeBytes(body);
        try {
            request.writeTo(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (SocketException closed) {
            // The answer says why.
        }
    }

    private static String read(InputStream in) throws IOException {
        var text = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0 && text.size() < MOST_READ; read = in.read(buffer)) {
                text.write(buffer, 0, read);
                if (isEndless(text)) {
                    break;
                }
            }
        } catch (SocketException closed) {
            // What was said until then counts.
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEndless(ByteArrayOutputStream text) {
        return text.size() < MOST_READ / 8
                && text.toString(StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains("content-type: text/event-stream");
    }

    /**
     * What came back.
     *
     * @param status 0 if the connection was closed without an answer
     * @param head status line and headers
     */
    public record Reply(int status, String head, String body) {

        private static Reply of(String text) {
            int end = text.indexOf("\r\n\r\n");
            var head = end < 0 ? text : text.substring(0, end);
            var words = head.split(" ", 3);
            return new Reply(
                    words.length < 2 ? 0 : Integer.parseInt(words[1]), head, end < 0 ? "" : text.substring(end + 4));
        }

        public boolean isServerError() {
            return status >= 500;
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }
}
