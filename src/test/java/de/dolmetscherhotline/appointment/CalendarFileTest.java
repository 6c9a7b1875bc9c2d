package de.dolmetscherhotline.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.language.LanguagesFixture;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private final CalendarFile files;

    CalendarFileTest() throws IOException {
        files = new CalendarFile(LanguagesFixture.builtIn(), Clock.fixed(Samples.noon("2026-11-25"), ZoneOffset.UTC));
    }

    private static Appointment appointment(Meeting meeting, AppointmentStatus status) {
        return Samples.appointment(Samples.wanted(meeting, GenderWish.none(), false), status);
    }

    @Test
    void onSiteHasTimeAndPlaceAndNothingThatNamesPeople() {
        var file = files.of(List.of(
                appointment(new Meeting.OnSite("Helmstedt", "Südertor 6; Hof, links"), AppointmentStatus.CONFIRMED)));

        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains(
                        "VERSION:2.0\r\n",
                        "UID:00000000-0000-0000-0000-000000000007@dolmetscher-hotline\r\n",
                        "DTSTAMP:20261125T110000Z\r\n",
                        "DTSTART:20261203T110000Z\r\n",
                        "DTEND:20261203T120000Z\r\n",
                        "STATUS:CONFIRMED\r\n",
                        "SUMMARY:Dolmetschen Arabisch\r\n",
                        "LOCATION:Südertor 6\\; Hof\\, links\\, Helmstedt\r\n")
                .doesNotContain("0815", "Geheim");
    }

    @Test
    void byTelephoneThereIsNoNumber() {
        var file = files.of(List.of(appointment(new Meeting.ByPhone(Samples.NUMBER), AppointmentStatus.ASKING)));

        assertThat(file)
                .contains("SUMMARY:Dolmetschen Arabisch (Telefon)\r\n", "STATUS:TENTATIVE\r\n")
                .doesNotContain("LOCATION", Samples.NUMBER.e164(), "0815", "Geheim");
    }

    @Test
    void whatIsCancelledSaysSo() {
        assertThat(files.of(List.of(appointment(new Meeting.ByPhone(Samples.NUMBER), AppointmentStatus.CANCELLED))))
                .contains("STATUS:CANCELLED\r\n");
    }

    @Test
    void severalAreReadBackAndNoneIsAnEmptyCalendar() throws IOException, ParserException {
        var both = files.of(List.of(
                appointment(new Meeting.ByPhone(Samples.NUMBER), AppointmentStatus.CONFIRMED),
                appointment(new Meeting.OnSite("Helmstedt", "Südertor 6"), AppointmentStatus.CONFIRMED)));

        assertThat(new CalendarBuilder().build(new StringReader(both)).getComponents())
                .hasSize(2);
        assertThat(files.of(List.of()))
                .contains("BEGIN:VCALENDAR", "END:VCALENDAR")
                .doesNotContain("VEVENT");
    }
}
