package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Heard;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.TextMessage;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody with a telephone. What they do happens at once, with everything it leads to. */
record Person(PhoneScriptIT world, Phone phone, UUID id) {

    Person dials(String line) {
        phone.dial(line);
        world.settle();
        return this;
    }

    Person dialsAs(String from, String line) {
        phone.dialAs(from, line);
        world.settle();
        return this;
    }

    Person presses(String keys) {
        phone.press(keys);
        world.settle();
        return this;
    }

    /** Says something, and pauses. */
    Person says(String words) {
        phone.says(words);
        world.seconds(3);
        return this;
    }

    Person picksUp() {
        phone.pickUp();
        world.settle();
        return this;
    }

    /** Picks up the ringing phone and takes the call. */
    Person accepts() {
        return picksUp().presses("1");
    }

    Person hangsUp() {
        phone.hangUp();
        world.settle();
        return this;
    }

    /** Texts the line. */
    Person texts(String body) {
        phone.text(world.line, body);
        world.settle();
        return this;
    }

    /** The texts that came from the line in this script, oldest first. */
    List<String> inbox() {
        return phone.texts().stream()
                .filter(text ->
                        !text.at().isBefore(world.began()) && text.from().equals(world.line))
                .map(TextMessage::body)
                .toList();
    }

    /** The last text says this. */
    Person reads(String text) {
        assertThat(inbox()).as("texts on the telephone of %s", phone.number()).isNotEmpty();
        assertThat(inbox().getLast()).contains(text);
        return this;
    }

    /** The last text is this one. */
    Person readsExactly(String text) {
        assertThat(inbox())
                .as("texts on the telephone of %s", phone.number())
                .last()
                .isEqualTo(text);
        return this;
    }

    Person behaves(Behaviour behaviour) {
        phone.behaves(behaviour);
        return this;
    }

    Person goesOnDuty() {
        return available(true);
    }

    Person goesOffDuty() {
        return available(false);
    }

    private Person available(boolean available) {
        world.setAvailability(id, Body.of("available", available, "until", null));
        return this;
    }

    /** The last thing said contains this. */
    Person hears(String text) {
        assertThat(lastSaid()).as("what %s hears", phone.number()).contains(text);
        return this;
    }

    /** Somewhere in this call it was said. */
    Person heard(String text) {
        assertThat(phone.heard())
                .extracting(Heard::text)
                .as("what %s heard", phone.number())
                .anySatisfy(said -> assertThat(said).contains(text));
        return this;
    }

    Person neverHeard(String text) {
        assertThat(phone.heard())
                .extracting(Heard::text)
                .noneSatisfy(said -> assertThat(said).contains(text));
        return this;
    }

    private String lastSaid() {
        return phone.heard().stream()
                .filter(heard -> heard.kind() == Heard.Kind.SAY)
                .reduce((earlier, later) -> later)
                .map(Heard::text)
                .orElse("");
    }

    /** In this call it was said by a voice of this language (BCP 47). */
    Person heardIn(String language, String text) {
        assertThat(said(language))
                .as("what %s heard: %s", phone.number(), phone.heard())
                .anySatisfy(said -> assertThat(said).contains(text));
        return this;
    }

    /** Nothing was said in this call by any other voice. */
    Person heardOnly(String language) {
        assertThat(said(language))
                .as("what %s heard", phone.number())
                .isNotEmpty()
                .isEqualTo(sayings());
        return this;
    }

    private List<String> said(String language) {
        return phone.heard().stream()
                .filter(heard ->
                        heard.kind() == Heard.Kind.SAY && heard.language().equals(language))
                .map(Heard::text)
                .toList();
    }

    /** These texts were said in this call, in this order, perhaps with others between them. */
    Person heardInTurn(String... texts) {
        assertThat(String.join("\n", sayings()))
                .as("what %s heard", phone.number())
                .containsSubsequence(texts);
        return this;
    }

    /** When something was said that contains this, in this call. */
    List<Instant> timesHeard(String text) {
        return phone.heard().stream()
                .filter(heard -> heard.kind() == Heard.Kind.SAY && heard.text().contains(text))
                .map(Heard::at)
                .toList();
    }

    List<String> sayings() {
        return phone.heard().stream()
                .filter(heard -> heard.kind() == Heard.Kind.SAY)
                .map(Heard::text)
                .toList();
    }

    boolean rings() {
        return phone.state() == Phone.State.RINGING;
    }

    Person isRinging() {
        assertThat(phone.state()).as("telephone of %s", phone.number()).isEqualTo(Phone.State.RINGING);
        return this;
    }

    Person isIdle() {
        assertThat(phone.state()).as("telephone of %s", phone.number()).isEqualTo(Phone.State.IDLE);
        return this;
    }

    Person talksWith(Person other) {
        assertThat(phone.talkingWith()).containsExactly(other.phone.number());
        return this;
    }

    Person talksWithNobody() {
        assertThat(phone.talkingWith()).isEmpty();
        return this;
    }

    Person talks() {
        assertThat(phone.state()).as("telephone of %s", phone.number()).isEqualTo(Phone.State.IN_CONFERENCE);
        return this;
    }

    /** No phone call was ordered to this number in the whole script. */
    Person wasNeverDialled() {
        assertThat(world.dialsTo(this)).as("dials to %s", phone.number()).isEmpty();
        return this;
    }

    /** What is remembered about an interpreter for the next calls. */
    Memory memory() {
        return world.memoryOf(id);
    }

    Person isReserved() {
        assertThat(memory().reserved()).as("%s is reserved", phone.number()).isTrue();
        return this;
    }

    Person isFree() {
        assertThat(memory().reserved()).as("%s is reserved", phone.number()).isFalse();
        return this;
    }
}
