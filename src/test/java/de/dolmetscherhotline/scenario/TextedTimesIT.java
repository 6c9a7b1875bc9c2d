package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a volunteer is answered says what holds: her words, her plan and her absences together. */
class TextedTimesIT extends PhoneScriptIT {

    private LocalDate today = LocalDate.EPOCH;

    /** Every script begins at nine in the morning. */
    @BeforeEach
    void morning() {
        today = tomorrow();
        moveTo(today.atTime(9, 0));
    }

    @Test
    void whoSaysALaterTimeHearsThatAndWhatHoldsNowAndIsRungThen() {
        var amina = interpreterOffDuty("ar")
                .texts("AN 14-18")
                .readsExactly("Sie sind erreichbar von 14:00 Uhr bis 18:00 Uhr. Jetzt sind Sie nicht erreichbar.");
        practice().dials(line).presses("1").hears("niemand im Dienst").hangsUp();
        seconds(10);
        amina.wasNeverDialled().texts("STATUS").reads("Wieder erreichbar sind Sie ab 14:00 Uhr.");

        moveTo(today.atTime(14, 0));
        practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging();
    }

    @Test
    void whoseShiftGoesOnHearsUntilWhenAltogether() {
        planned("09:00", "22:00").texts("AN BIS 18").readsExactly("Sie sind erreichbar bis 22:00 Uhr.");
    }

    @Test
    void whoPausesHearsWhatHoldsAfterwards() {
        planned("09:00", "12:00")
                .texts("PAUSE 30")
                .readsExactly("Sie sind nicht erreichbar bis 09:30 Uhr. Danach sind Sie erreichbar bis 12:00 Uhr.")
                .texts("AUS BIS 13")
                .readsExactly("Sie sind nicht erreichbar bis 13:00 Uhr. Wieder erreichbar sind Sie ab "
                        + day(today.plusDays(7)) + ", 09:00 Uhr.");
        interpreterOffDuty("ar")
                .texts("AUS BIS 13")
                .readsExactly("Sie sind nicht erreichbar bis 13:00 Uhr. Auch danach nicht, bis Sie AN schreiben.");
    }

    @Test
    void whoIsOffLaterIsStillOnNow() {
        planned("09:00", "22:00")
                .texts("AUS 14-18")
                .readsExactly("Sie sind nicht erreichbar von 14:00 Uhr bis 18:00 Uhr. Jetzt sind Sie erreichbar.")
                .texts("STATUS")
                .readsExactly("Sie sind erreichbar bis 14:00 Uhr.");
    }

    @Test
    void planCountsAgainForWhoSaysSo() {
        planned("09:00", "12:00")
                .texts("AUS")
                .reads("nicht mehr erreichbar")
                .texts("nach Plan")
                .readsExactly("Ab jetzt gilt Ihr Plan. Jetzt sind Sie erreichbar.");
    }

    @Test
    void weekIsListedWithWhatWasSaid() {
        var amina = planned("09:00", "12:00");
        amina.texts("AN 14-18");
        amina.texts("WOCHE").readsExactly("Ihre Zeiten: jetzt bis 12:00, " + shortDay(today) + " 14:00-18:00.");
        interpreterOffDuty("ar").texts("WOCHE").reads("In den nächsten 7 Tagen sind Sie nicht erreichbar.");
        interpreter("ar").texts("WOCHE").reads("durchgehend erreichbar");
    }

    @Test
    void sameDayOfNextWeekIsNotListed() {
        var amina = planned("09:00", "12:00");
        moveTo(today.atTime(13, 0));
        amina.texts("WOCHE").reads("In den nächsten 7 Tagen sind Sie nicht erreichbar.");
        moveTo(today.plusDays(1).atTime(0, 30));
        amina.texts("WOCHE").readsExactly("Ihre Zeiten: " + shortDay(today) + " 09:00-12:00.");
    }

    @Test
    void endOfTheDayIsTwentyFourHours() {
        planned("18:00", "00:00").texts("WOCHE").readsExactly("Ihre Zeiten: " + shortDay(today) + " 18:00-24:00.");
    }

    @Test
    void whoIsNotActiveYetIsToldSoButCanEndHerDuty() {
        var amina = interpreterWith(aProfile("ar").with("status", "in_training"));
        amina.texts("AN BIS 18").reads("Angerufen werden Sie erst").texts("AUS").reads("nicht mehr erreichbar");
    }

    @Test
    void moreTimesThanAreKeptAreRefusedAndChangeNothing() {
        var amina = interpreterOffDuty("ar");
        IntStream.range(0, 50).forEach(n -> saysByApi(amina, n));
        amina.texts("AN 14-18").reads("Mehr Zeiten können wir uns nicht merken.");
        amina.texts("AN").reads("Sie sind jetzt erreichbar.").texts("AN 14-18").reads("erreichbar");
    }

    private void saysByApi(Person who, int n) {
        var begin = today.plusDays(2L + n).atTime(10, 0);
        put(
                        "/api/v1/interpreters/" + who.id() + "/availability",
                        Body.of("available", true, "from", begin + ":00Z", "until", begin.plusHours(1) + ":00Z"))
                .hasStatus(200);
    }

    @Test
    void answersAreInHerLanguageWithItsOwnDays() {
        var amina = planned("18:00", "22:00").texts("SPRACHE UK").reads("українською");
        amina.texts("WOCHE").reads("18:00-22:00");
        assertThat(amina.inbox().getLast()).matches(".*\\p{IsCyrillic}{2} 18:00-22:00.*");
    }

    private Person planned(String starts, String ends) {
        var amina = interpreterOffDuty("ar");
        var day = today.getDayOfWeek().name().toLowerCase(Locale.ROOT);
        put(
                        "/api/v1/interpreters/" + amina.id() + "/plan",
                        Body.of("shifts", List.of(Map.of("day", day, "starts", starts, "ends", ends))))
                .hasStatus(200);
        return amina;
    }

    private static String day(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.GERMAN) + ", " + date.getDayOfMonth() + "."
                + date.getMonthValue() + ".";
    }

    private static String shortDay(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, Locale.GERMAN);
    }
}
