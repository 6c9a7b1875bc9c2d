package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.CALLER;
import static de.dolmetscherhotline.simulator.World.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatherTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.onlyKnownNames();
        world.everythingSigned();
        world.close();
    }

    private void ask(String attributes) {
        world.app
                .answers(
                        "/voice",
                        "<Gather action=\"/keys\" " + attributes
                                + "><Say language=\"de-DE\">Welche Sprache?</Say></Gather>"
                                + "<Say language=\"de-DE\">Keine Eingabe</Say>")
                .answers("/keys", "<Say language=\"de-DE\">Danke</Say>");
        world.caller().dial(LINE);
        world.run();
    }

    private String digits() {
        return world.exchanges(Exchange.Kind.GATHER_ACTION).getLast().params().getOrDefault("Digits", "missing");
    }

    @Test
    void aKeyInterruptsThePromptAndReachesTheAction() {
        ask("numDigits=\"1\"");
        world.caller().press("4");
        world.run();
        assertThat(digits()).isEqualTo("4");
        assertThat(world.said(CALLER)).containsExactly("Welche Sprache?", "Danke");
    }

    @Test
    void thePatienceBeginsAfterThePrompt() {
        ask("timeout=\"3\"");
        world.passSeconds(3);
        assertThat(world.said(CALLER)).containsExactly("Welche Sprache?");
        world.passSeconds(2);
        assertThat(world.said(CALLER)).containsExactly("Welche Sprache?", "Keine Eingabe");
        assertThat(world.exchanges(Exchange.Kind.GATHER_ACTION)).isEmpty();
    }

    @Test
    void silenceReachesTheActionOnlyIfAskedFor() {
        ask("timeout=\"3\" actionOnEmptyResult=\"true\"");
        world.passSeconds(10);
        assertThat(digits()).isEmpty();
    }

    @Test
    void theFinishKeyAloneIsNoInput() {
        ask("timeout=\"3\"");
        world.caller().press("#");
        world.run();
        assertThat(world.exchanges(Exchange.Kind.GATHER_ACTION)).isEmpty();
        assertThat(world.said(CALLER)).contains("Keine Eingabe");
    }

    @Test
    void theFinishKeyIsNotPartOfTheDigits() {
        ask("numDigits=\"6\"");
        world.caller().press("471#");
        world.run();
        assertThat(digits()).isEqualTo("471");
    }

    @Test
    void keysTypedBeforeTheTimeoutAreSentWhenItIsOver() {
        ask("timeout=\"3\"");
        world.caller().press("12");
        world.passSeconds(2);
        assertThat(world.exchanges(Exchange.Kind.GATHER_ACTION)).isEmpty();
        world.passSeconds(1);
        assertThat(digits()).isEqualTo("12");
    }

    @Test
    void keysTypedInOneGoReachTheNextQuestion() {
        world.app
                .answers("/voice", "<Gather action=\"/second\" numDigits=\"1\"/>")
                .answers("/second", "<Gather action=\"/third\" numDigits=\"1\"/>")
                .answers("/third", "<Hangup/>");
        world.caller().dial(LINE);
        world.run();
        world.caller().press("47");
        world.run();
        assertThat(digits()).isEqualTo("7");
        assertThat(world.caller().state()).isEqualTo(Phone.State.IDLE);
    }

    @Test
    void anActionMayCarryAQuery() {
        world.app.answers("/voice", "<Gather action=\"/keys?offer=7&amp;step=2\" numDigits=\"1\"/>");
        world.caller().dial(LINE);
        world.run();
        world.caller().press("1");
        world.run();
        assertThat(world.exchanges(Exchange.Kind.GATHER_ACTION).getFirst().url())
                .isEqualTo(world.url("/keys?offer=7&step=2"));
    }

    @Test
    void anActionByGetIsSignedOverItsWholeUrl() {
        world.app.answers("/voice", "<Gather action=\"/keys?offer=7\" method=\"GET\" numDigits=\"1\"/>");
        world.caller().dial(LINE);
        world.run();
        world.caller().press("1");
        world.run();
        var received = world.app.received().stream()
                .filter(request -> request.path().equals("/keys"))
                .findFirst()
                .orElseThrow();
        assertThat(received.uri()).startsWith("/keys?offer=7&CallSid=").endsWith("Digits=1");
        assertThat(received.headers().get("X-Twilio-Signature"))
                .isEqualTo(new Signer(World.TOKEN).sign(world.url(received.uri()), Map.of()));
    }

    @Test
    void keysPressedWhileNobodyListensAreLost() {
        world.app.answers("/voice", "<Say>Guten Tag</Say><Gather action=\"/keys\" numDigits=\"1\"/>");
        world.caller().dial(LINE);
        world.run();
        world.caller().press("4");
        world.run();
        assertThat(world.caller().heard()).extracting(Heard::kind).contains(Heard.Kind.KEYS_LOST);
        assertThat(world.exchanges(Exchange.Kind.GATHER_ACTION)).isEmpty();
    }

    @Test
    void aRecordingPlaysAsLongAsItsHeaderSays() {
        world.app
                .answers("/voice", "<Play>/prompt.wav</Play><Say>fertig</Say>")
                .answers("/prompt.wav", new StubApp.Reply(200, "audio/wav", wav(8_000, 3)));
        world.caller().dial(LINE);
        world.run();
        assertThat(world.caller().heard()).extracting(Heard::kind).containsExactly(Heard.Kind.PLAY);
        world.passSeconds(2);
        assertThat(world.said(CALLER)).isEmpty();
        world.passSeconds(1);
        assertThat(world.said(CALLER)).containsExactly("fertig");
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void aMissingRecordingIsAViolation() {
        world.app.answers("/voice", "<Play>/prompt.wav</Play>").answers("/prompt.wav", StubApp.Reply.status(404));
        world.caller().dial(LINE);
        world.run();
        assertThat(world.network.violations()).singleElement().asString().contains("status 404");
    }

    private static String wav(int bytesPerSecond, int seconds) {
        var bytes = ByteBuffer.allocate(44 + bytesPerSecond * seconds).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(36 + bytesPerSecond * seconds);
        bytes.put(ascii("WAVEfmt ")).putInt(16);
        bytes.putShort((short) 7).putShort((short) 1).putInt(8_000).putInt(bytesPerSecond);
        bytes.putShort((short) 1).putShort((short) 8);
        bytes.put(ascii("data")).putInt(bytesPerSecond * seconds);
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Map<String, String> input() {
        return world.exchanges(Exchange.Kind.GATHER_ACTION).getLast().params();
    }

    @Test
    void whatIsSaidReachesTheActionAfterASilence() {
        ask("input=\"dtmf speech\" language=\"de-DE\" speechTimeout=\"2\" hints=\"Arabisch, Farsi\"");
        world.caller().says("Ich brauche");
        world.passSeconds(1);
        world.caller().says("Arabisch");
        world.passSeconds(1);
        assertThat(world.exchanges(Exchange.Kind.GATHER_ACTION)).isEmpty();
        world.passSeconds(1);
        assertThat(input())
                .containsEntry("SpeechResult", "Ich brauche Arabisch")
                .containsKey("Confidence")
                .doesNotContainKey("Digits");
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void aKeyStillWorksWhereSpeechDoes() {
        ask("input=\"dtmf speech\" numDigits=\"1\" speechTimeout=\"auto\"");
        world.caller().press("4");
        world.run();
        assertThat(input()).containsEntry("Digits", "4").doesNotContainKey("SpeechResult");
    }

    @Test
    void whatComesFirstCounts() {
        ask("input=\"dtmf speech\" speechTimeout=\"2\" timeout=\"3\"");
        world.caller().press("1");
        world.caller().says("Arabisch");
        world.passSeconds(3);
        assertThat(input()).containsEntry("Digits", "1").doesNotContainKey("SpeechResult");
    }

    @Test
    void speechIsLostWhereOnlyKeysAreAskedFor() {
        ask("timeout=\"3\"");
        world.caller().says("Arabisch");
        world.run();
        assertThat(world.caller().heard()).extracting(Heard::kind).contains(Heard.Kind.SPEECH_LOST);
        assertThat(world.exchanges(Exchange.Kind.GATHER_ACTION)).isEmpty();
    }
}
