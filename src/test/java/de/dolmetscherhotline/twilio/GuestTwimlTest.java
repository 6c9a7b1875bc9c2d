package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.guest.GuestView;
import de.dolmetscherhotline.kernel.OrganisationKind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every scene of a third party becomes TwiML that the vendor's own parser takes. */
class GuestTwimlTest extends TwimlScenes {

    GuestTwimlTest() throws IOException {}

    @Test
    void guestIsAskedForTheKeyInTwoLanguagesAndNothingIsNamed() {
        var question = new GuestView.Scene.Question(ARABIC, OrganisationKind.HOSPITAL, false);
        assertThat(toGuest(question))
                .contains("Es ruft an: ein Krankenhaus", NOTICE, IN_ARABIC, inArabic(Utterances.GUEST_INVITED))
                .contains(inArabic(Utterances.NOTICE), "input=\"dtmf\"", "numDigits=\"1\"", GUESTS + "/keys/1");
        assertThat(toGuest(new GuestView.Scene.Question(ARABIC, OrganisationKind.HOSPITAL, true)))
                .contains("Drücken Sie bitte die 1", inArabic(Utterances.GUEST_INVITED), GUESTS + "/keys/2")
                .doesNotContain("Krankenhaus");
    }

    @Test
    void guestNeitherBeginsTheConversationNorEndsItNorMakesASound() {
        assertThat(toGuest(new GuestView.Scene.InRoom(CALL, OFFER)))
                .contains("startConferenceOnEnter=\"false\"", "endConferenceOnExit=\"false\"", "beep=\"false\"")
                .contains("record=\"do-not-record\"", "participantLabel=\"guest-" + GUEST + "\"", GUESTS + "/left")
                .contains(">" + OFFER + "</Conference>", "/twilio/calls/" + CALL + "/rooms/" + OFFER);
        assertThat(GuestTwiml.guest("guest-" + GUEST)).contains(GUEST);
        assertThat(List.of("caller", "interpreter", "guest-", "guest-1", "x-guest-" + GUEST))
                .allSatisfy(label -> assertThat(GuestTwiml.guest(label)).isEmpty());
    }

    @Test
    void guestHearsMusicOrWaitsOrIsBiddenFarewell() {
        assertThat(toGuest(new GuestView.Scene.Music())).contains("<Play", GUESTS + "/now");
        assertThat(toGuest(new GuestView.Scene.Waiting(ARABIC)))
                .contains("Sie können auflegen", inArabic(Utterances.PLEASE_WAIT), "<Play", GUESTS + "/now");
        assertThat(toGuest(new GuestView.Scene.Goodbye())).contains("für Sie beendet", "<Hangup/>");
        assertThat(parsed(guests.holdMusic(GUEST))).contains("<Play", GUESTS + "/music");
    }
}
