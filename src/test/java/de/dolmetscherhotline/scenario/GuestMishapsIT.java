package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.call.guest.GuestLegs;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.simulator.Interference.RestFate;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.testsupport.Body;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages about guests come twice, late, in the wrong order or never; requests fail; processes die. */
class GuestMishapsIT extends GuestScriptIT {

    private static final String OF_GUESTS = "/twilio/guests/.*";

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private GuestLegs legs;

    @Test
    void everyMessageComesTwiceAtOnce() {
        theyTalk();
        NETWORK.interfere(Mishap.everyWebhook(Delivery.twiceAtOnce()));
        var patient = joined();

        talkTogether(doctor, amina, patient);
        assertThat(dialsTo(patient)).hasSize(1);
        amina.hangsUp();
        seconds(2);
        doctor.presses("4");
        seconds(20);
        patient.isIdle();
        stateIs("call_over");
    }

    @Test
    void messagesChangePlacesAndComeLate() {
        theyTalk();
        NETWORK.interfere(Mishap.webhooks(Delivery.swappedWithTheNext(), Kind.CALL_STATUS));
        var patient = joined();
        seconds(15);
        talkTogether(doctor, amina, patient);
        stateIs("joined");

        NETWORK.interfere(Mishap.webhooks(Delivery.delayed(Duration.ofSeconds(9)), Kind.CALL_STATUS));
        patient.hangsUp();
        seconds(20);
        stateIs("left");
        doctor.talksWith(amina);
    }

    @Test
    void ringingIsToldAfterThePatientHasJoinedAndHungUp() {
        theyTalk();
        NETWORK.interfere(Mishap.webhooks(OF_GUESTS + "status", Delivery.delayed(Duration.ofSeconds(8))));
        var patient = joined();
        stateIs("joined");
        patient.hangsUp();
        seconds(60);

        stateIs("left");
    }

    @ParameterizedTest
    @EnumSource(
            value = RestFate.class,
            names = {"TOO_MANY_REQUESTS", "FAILS_AFTER_EFFECT", "ANSWERED_LAST", "ANSWERED_LATE", "NEVER_ANSWERED"})
    void patientIsRungOnceWhateverBecomesOfTheOrder(RestFate fate) {
        theyTalk();
        NETWORK.interfere(Mishap.firstDials(fate));
        var patient = stranger();
        created(guests(), Body.of("number", patient.phone().number()));
        seconds(12);

        patient.isRinging().accepts();
        seconds(1);

        talkTogether(doctor, amina, patient);
        assertThat(dialsTo(patient)).filteredOn(dial -> dial.status() != 429).hasSize(1);
        assertThat(dialsTo(patient)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void orderThatWasLostIsNotRepeatedAndTheNumberMayBeInvitedAgain() {
        theyTalk();
        NETWORK.interfere(Mishap.firstDials(RestFate.FAILS_BEFORE_EFFECT));
        var patient = stranger();
        invite(patient);
        inviting(patient.phone().number()).isProblem(409).has("reason", "already_invited");
        seconds(61);
        stateIs("failed");
        patient.isIdle();

        invite(patient);
        patient.accepts();
        seconds(1);
        talkTogether(doctor, amina, patient);
    }

    @Test
    void legThatTurnsUpAfterTheGuestWasDroppedIsStopped() {
        theyTalk();
        NETWORK.interfere(Mishap.firstDials(RestFate.ANSWERED_TOO_LATE));
        var patient = stranger();
        var guest =
                created(guests(), Body.of("number", patient.phone().number())).toString();
        delete(guests() + "/" + guest).hasStatus(204);
        seconds(60);

        patient.isIdle();
        stateIs("dropped");
        doctor.talksWith(amina);
    }

    @Test
    void guestOfWhomNothingIsHeardDoesNotTakeTheSeatForEver() {
        theyTalk();
        var patient = stranger();
        var before = metrics.counter("hotline.guests", "result", "invited").count();
        NETWORK.interfere(Mishap.webhooks(OF_GUESTS, Delivery.lost()));
        invite(patient.behaves(Behaviour.unreachable()));
        seconds(90);

        assertThat(states()).containsAnyOf("unreachable", "failed");
        assertThat(metrics.counter("hotline.guests", "result", "invited").count())
                .isEqualTo(before + 1);
    }

    @Test
    void processThatDiesWithTheOrderInHandRingsOnceTheLeaseHasRunOut() {
        theyTalk();
        var patient = stranger();
        created(guests(), Body.of("number", patient.phone().number()));
        dieWithTheWorkInHand();
        settle();
        patient.isIdle();

        pass(LEASE.plusSeconds(1));
        patient.isRinging().accepts();
        seconds(1);

        talkTogether(doctor, amina, patient);
    }

    @Test
    void processThatDiesWithTheHoldInHandPutsOnHoldWhatIsStillToBeHeld() {
        theyTalk();
        var patient = joined();
        put(guests() + "/" + onlyGuest() + "/hold", Body.of("held", true)).hasStatus(204);
        dieWithTheWorkInHand();
        put(guests() + "/" + onlyGuest() + "/hold", Body.of("held", false)).hasStatus(204);
        pass(LEASE.plusSeconds(2));
        talkTogether(doctor, amina, patient);

        put(guests() + "/" + onlyGuest() + "/hold", Body.of("held", true)).hasStatus(204);
        dieWithTheWorkInHand();
        pass(LEASE.plusSeconds(2));
        patient.talksWithNobody();
        doctor.talksWith(amina);
    }

    @Test
    void holdThatFailedIsRepeated() {
        theyTalk();
        var patient = joined();
        NETWORK.interfere(participantsFailOnce());

        hold(onlyGuest(), true);
        seconds(5);

        patient.talksWithNobody();
        doctor.talksWith(amina);
    }

    private static Interference participantsFailOnce() {
        var failed = new ArrayList<String>();
        return new Interference() {
            @Override
            public RestFate onRest(String method, String path, Map<String, String> params) {
                if (path.contains("/Participants/") && failed.isEmpty()) {
                    failed.add(path);
                    return RestFate.FAILS_BEFORE_EFFECT;
                }
                return RestFate.PROCESS;
            }
        };
    }

    @Test
    void roomWhoseIdTheNetworkHasNotToldIsFoundByItsName() {
        theyTalk();
        var patient = joined();
        sql("update offer set room_sid = null where call_id = '" + call + "'");

        hold(onlyGuest(), true);

        patient.talksWithNobody();
        doctor.talksWith(amina);
    }

    /** The order came while the leg was on its way, and found it nowhere. */
    @Test
    void guestWhoWasPutOnHoldOnTheWayIntoTheRoomIsHeldOnArrival() {
        theyTalk();
        var patient = joined();
        sql("update guest set state = 'held' where call_id = '" + call + "'");
        talkTogether(doctor, amina, patient);

        legs.inRoom(
                        new GuestId(UUID.fromString(onlyGuest())),
                        patient.phone().callSid().orElseThrow())
                .block();
        settle();

        patient.talksWithNobody();
        doctor.talksWith(amina);
    }

    private void sql(String statement) {
        database().sql(statement).then().block();
    }

    @Test
    void guestWhoseHangUpWasLostIsNoticedByTheSweepAndALivingOneIsLeftAlone() {
        theyTalk();
        var gone = joined();
        var stays = joined();
        NETWORK.interfere(Mishap.everyWebhook(Delivery.lost()));
        gone.hangsUp();
        NETWORK.interfere(Interference.NONE);
        var before = repairs("guest_gone");

        seconds(80);

        assertThat(states()).containsExactly("left", "joined");
        assertThat(repairs("guest_gone")).isEqualTo(before + 1);
        seconds(180);
        talkTogether(doctor, amina, stays);
    }

    @Test
    void legThatTheNetworkStillHasAlthoughItsGuestIsOverIsHungUpByTheSweep() {
        theyTalk();
        var patient = joined();
        var before = repairs("leg_left_over");
        sql("update guest set state = 'dropped', over_at = invited_at, number_cipher = null,"
                + " number_index = null, room_id = null where call_id = '" + call + "'");

        seconds(80);

        patient.isIdle();
        assertThat(repairs("leg_left_over")).isEqualTo(before + 1);
        doctor.talksWith(amina);
    }

    private double repairs(String kind) {
        return metrics.get("hotline.sweep.repairs").tag("kind", kind).counter().count();
    }

    /** Everything may happen to every message; in the end everybody is where they belong, and then nobody is left. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverHappensToMessagesGuestsAreWhereTheyBelong(long seed) {
        var random = new Random(seed);
        theyTalk();
        NETWORK.interfere(anything(random));
        var guests = new ArrayList<Person>();
        for (int round = 0; round < 12; round++) {
            somethingHappens(random, guests);
            seconds(random.nextInt(12));
        }
        NETWORK.interfere(Interference.NONE);
        seconds(150);

        for (var one : guests) {
            var heard = one.phone().talkingWith();
            assertThat(heard.isEmpty() || heard.contains(doctor.phone().number()))
                    .as("seed %s: %s hears %s", seed, one.phone().number(), heard)
                    .isTrue();
        }
        var open = states().stream()
                .filter(state -> List.of("joined", "held").contains(state))
                .count();
        assertThat(guests.stream().filter(one -> one.phone().state() != Phone.State.IDLE))
                .as("seed %s: telephones in use, with guests %s", seed, states())
                .hasSize(Math.toIntExact(open));
        doctor.hangsUp();
        seconds(30);
        assertThat(guests).allSatisfy(Person::isIdle);
    }

    private void somethingHappens(Random random, List<Person> guests) {
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                var guest = stranger();
                guests.add(guest);
                inviting(guest.phone().number());
                seconds(2);
            }
            case 2 -> guests.stream().filter(Person::rings).forEach(Person::picksUp);
            case 3 ->
                guests.stream()
                        .filter(one -> one.phone().state() == Phone.State.TALKING)
                        .forEach(one -> one.presses(random.nextInt(4) == 0 ? "5" : "1"));
            case 4 -> ids().forEach(id -> put(guests() + "/" + id + "/hold", Body.of("held", random.nextBoolean())));
            default -> ids().stream().skip(random.nextInt(3)).findFirst().ifPresent(this::drop);
        }
        settle();
    }

    private List<String> ids() {
        return JsonPath.read(get(guests()).body(), "$[*].id");
    }

    private static Interference anything(Random random) {
        return new Interference() {
            @Override
            public Delivery onWebhook(Kind kind, URI url, Map<String, String> params) {
                if (!url.getPath().matches(OF_GUESTS)) {
                    return Delivery.normal();
                }
                return switch (random.nextInt(6)) {
                    case 0 -> Delivery.twice();
                    case 1 -> Delivery.twiceAtOnce();
                    case 2 ->
                        kind == Kind.CALL_STATUS
                                ? Delivery.delayed(Duration.ofSeconds(random.nextInt(9)))
                                : Delivery.normal();
                    case 3 -> Delivery.swappedWithTheNext();
                    case 4 -> kind == Kind.CALL_STATUS && random.nextInt(4) == 0 ? Delivery.lost() : Delivery.normal();
                    default -> Delivery.normal();
                };
            }

            @Override
            public RestFate onRest(String method, String path, Map<String, String> params) {
                return method.equals("GET") || random.nextInt(5) > 0
                        ? RestFate.PROCESS
                        : List.of(
                                        RestFate.FAILS_AFTER_EFFECT,
                                        RestFate.FAILS_BEFORE_EFFECT,
                                        RestFate.TOO_MANY_REQUESTS,
                                        RestFate.ANSWERED_LAST)
                                .get(random.nextInt(4));
            }
        };
    }
}
