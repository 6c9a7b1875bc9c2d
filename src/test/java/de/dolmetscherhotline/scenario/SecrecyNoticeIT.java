package de.dolmetscherhotline.scenario;

import org.junit.jupiter.api.Test;

/** Branch 11: both sides hear that they are bound to secrecy, in German and, where there is a voice, in their language. */
class SecrecyNoticeIT extends PhoneScriptIT {

    private static final String GERMAN =
            "Alle in diesem Gespräch sind zur Verschwiegenheit verpflichtet." + " Es wird nichts aufgezeichnet.";
    private static final String ARABIC = "ملزمون بالسرية";

    @Test
    void bothHearItInGermanAndInArabic() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).heardIn("de-DE", GERMAN);
        seconds(20);

        doctor.presses("1");
        seconds(12);
        amina.picksUp().heardIn("de-DE", GERMAN);
        seconds(24);
        amina.heardIn("ar-XA", ARABIC);
        doctor.heardIn("ar-XA", ARABIC).heardIn("ar-XA", "نبحث لكم الآن");
        amina.presses("1");
        seconds(5);

        doctor.talksWith(amina);
    }

    @Test
    void whoAcceptsWithoutListeningHasHeardTheBeginningInGerman() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);

        amina.picksUp().heardIn("de-DE", GERMAN).presses("1");
        seconds(5);

        doctor.heardIn("de-DE", GERMAN).talksWith(amina);
    }

    @Test
    void inALanguageWithoutAVoiceItIsHeardInGermanOnly() {
        var saba = interpreter("ti");
        var doctor = practice().dials(line);
        seconds(20);

        doctor.presses("3").hears("Tigrinya");
        seconds(12);
        saba.picksUp();
        seconds(22);
        saba.presses("1");
        seconds(5);

        saba.heardIn("de-DE", GERMAN).heardOnly("de-DE").talksWith(doctor);
        doctor.heardIn("de-DE", GERMAN).heardOnly("de-DE");
    }

    @Test
    void strangerHearsItAfterThePin() {
        organisationWithPin("482913");

        stranger().dials(line).neverHeard("Verschwiegenheit").presses("482913#").heardIn("de-DE", GERMAN);
    }

    @Test
    void callerForWhomNobodyIsThereHearsItInArabicToo() {
        var doctor = practice().dials(line).presses("1").hears("niemand im Dienst");
        seconds(20);

        doctor.heardIn("ar-XA", "لا يوجد أحد متاح");
    }
}
