package de.dolmetscherhotline.testsupport;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/** The one mail server of this JVM. It takes everything, and tells what it has got. */
public final class TestMail {

    public static final String FROM = "hotline@landkreis.example";

    private static final int PORT = freePort();
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        SERVER.start();
    }

    private TestMail() {}

    public static int port() {
        return PORT;
    }

    /** What came for this address. */
    public static List<MimeMessage> to(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .toList();
    }

    /** What the only mail for this address says. */
    public static String onlyTextTo(String address) {
        var messages = to(address);
        if (messages.size() != 1) {
            throw new AssertionError(messages.size() + " mails");
        }
        return text(messages.getFirst());
    }

    /** What the newest mail for this address says. */
    public static String lastTextTo(String address) {
        return text(to(address).getLast());
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Nobody listens meanwhile. */
    public static void away(Runnable meanwhile) {
        SERVER.stop();
        try {
            meanwhile.run();
        } finally {
            SERVER.start();
        }
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
