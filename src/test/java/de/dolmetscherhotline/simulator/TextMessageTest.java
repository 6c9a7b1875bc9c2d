package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.LINE;
import static de.dolmetscherhotline.simulator.World.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextMessageTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.onlyKnownNames();
        world.everythingSigned();
        world.close();
    }

    @Test
    void aTextIsAnsweredInTheSameExchange() {
        world.app.answers("/sms", "<Message>Du bist jetzt im Dienst.</Message>");
        world.phone(MARIA).text(LINE, "an 19:00");
        world.run();
        assertThat(world.exchanges(Exchange.Kind.SMS).getFirst().params())
                .containsEntry("Body", "an 19:00")
                .containsEntry("SmsStatus", "received")
                .containsEntry("NumMedia", "0")
                .containsEntry("From", MARIA);
        assertThat(world.phone(MARIA).texts())
                .extracting(TextMessage::body)
                .containsExactly("Du bist jetzt im Dienst.");
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void anEmptyAnswerIsNoMessage() {
        world.app.answers("/sms", "");
        world.phone(MARIA).text(LINE, "hallo");
        world.run();
        assertThat(world.phone(MARIA).texts()).isEmpty();
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void aMessageOfTheApplicationIsReportedAsSentAndDelivered() {
        var created = world.post(
                "Messages.json",
                "To",
                MARIA,
                "From",
                LINE,
                "Body",
                "Grüße, ጤና 👋",
                "StatusCallback",
                world.url("/text-status"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("status")).isEqualTo("queued");
        world.run();
        assertThat(world.phone(MARIA).texts())
                .singleElement()
                .satisfies(text -> assertThat(text.body()).isEqualTo("Grüße, ጤና 👋"));
        assertThat(world.exchanges(Exchange.Kind.MESSAGE_STATUS))
                .extracting(exchange -> exchange.params().get("MessageStatus"))
                .containsExactly("sent", "delivered");
    }

    @Test
    void aTelephoneThatIsOffDoesNotReceive() {
        world.phone(MARIA).behaves(Behaviour.unreachable());
        world.post(
                "Messages.json", "To", MARIA, "From", LINE, "Body", "x", "StatusCallback", world.url("/text-status"));
        world.run();
        assertThat(world.exchanges(Exchange.Kind.MESSAGE_STATUS).getLast().params())
                .containsEntry("MessageStatus", "undelivered")
                .containsEntry("ErrorCode", "30003");
    }

    @Test
    void whoSendsStopGetsNothingMoreUntilStart() {
        world.phone(MARIA).text(LINE, "Stop");
        world.run();
        assertThat(world.phone(MARIA).texts()).hasSize(1);
        assertThat(world.post("Messages.json", "To", MARIA, "From", LINE, "Body", "x")
                        .code())
                .isEqualTo(21610);
        world.phone(MARIA).text(LINE, "START");
        world.run();
        assertThat(world.post("Messages.json", "To", MARIA, "From", LINE, "Body", "x")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(world.post("Messages.json", "To", MARIA, "From", LINE, "Body", "a".repeat(1_601))
                        .code())
                .isEqualTo(21617);
    }
}
