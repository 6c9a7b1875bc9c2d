package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody with a landline for calls and a mobile telephone for texts. */
class SecondNumberIT extends PhoneScriptIT {

    @Autowired
    private Texts texts;

    private Body profile;
    private Person landline;
    private Person mobile;

    @BeforeEach
    void somebodyWithTwoTelephones() {
        mobile = stranger();
        profile = aProfile("ar")
                .with("phoneNumber", Numbers.landline())
                .with("textNumber", mobile.phone().number());
        landline = interpreterWith(profile);
    }

    @Test
    void sheIsRungOnTheOneAndTextedOnTheOther() {
        landline.goesOnDuty();
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        landline.accepts();
        seconds(5);
        doctor.talksWith(landline);

        text();
        mobile.reads("pausiert");
        assertThat(landline.inbox()).isEmpty();
        mobile.wasNeverDialled();
    }

    @Test
    void sheIsRecognisedByEither() {
        mobile.texts("AN").reads("Sie sind jetzt erreichbar");
        landline.texts("STATUS").reads("Sie sind erreichbar");
    }

    @Test
    void whicheverSheSaysStopFromSheMeansHerselfAndTheCoordinatorSeesIt() {
        landline.texts("STOP");
        assertThat(textsStoppedAt()).isNotNull();
        text();
        assertThat(mobile.inbox()).isEmpty();

        mobile.texts("START");
        assertThat(textsStoppedAt()).isNull();
        text();
        mobile.reads("pausiert");
    }

    @Test
    void withoutTheSecondNumberTextsGoToTheFirst() {
        put(path(), profile.with("textNumber", null)).hasStatus(200).has("textNumber", null);

        text();

        landline.reads("pausiert");
        assertThat(mobile.inbox()).isEmpty();
        mobile.texts("AN");
        assertThat(mobile.inbox()).isEmpty();
    }

    private void text() {
        texts.toInterpreter(new InterpreterId(landline.id()), "pause.unanswered")
                .block();
        settle();
    }

    private @Nullable Object textsStoppedAt() {
        return JsonPath.read(get(path()).hasStatus(200).body(), "$.textsStoppedAt");
    }

    private String path() {
        return "/api/v1/interpreters/" + landline.id();
    }
}
