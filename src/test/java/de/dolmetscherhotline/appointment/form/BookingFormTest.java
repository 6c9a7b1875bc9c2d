package de.dolmetscherhotline.appointment.form;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.appointment.AppointmentKind;
import de.dolmetscherhotline.appointment.Fault;
import de.dolmetscherhotline.appointment.form.BookingForm.Typed;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingFormTest {

    private static final OrganisationId PRACTICE = new OrganisationId(new UUID(0, 1));
    private static final OrganisationId SCHOOL = new OrganisationId(new UUID(0, 2));

    private static Languages languages;

    @BeforeAll
    static void readLanguages() throws IOException {
        languages = LanguagesFixture.builtIn();
    }

    private static Typed typed(String kind, String date, String time) {
        return new Typed(
                "8e03978e",
                kind,
                date,
                time,
                " 45 ",
                " Helmstedt ",
                "Südertor 6",
                "Zimmer 12",
                "+493023125201",
                "ar",
                "medical",
                "requirement_female",
                "sworn",
                "on",
                "2026/0815",
                "3");
    }

    private static BookingForm read(Typed typed) {
        return BookingForm.read(typed, languages);
    }

    @Test
    void whatWasTypedIsWhatIsAskedFor() {
        var form = read(typed("on_site", "2026-12-03", "14:00"));

        assertThat(form.isWrong()).isFalse();
        assertThat(form.request()).satisfies(request -> {
            assertThat(request.kind()).isEqualTo(AppointmentKind.ON_SITE);
            assertThat(request.date()).isEqualTo(LocalDate.of(2026, 12, 3));
            assertThat(request.time()).isEqualTo(LocalTime.of(14, 0));
            assertThat(request.minutes()).isEqualTo(45);
            assertThat(request.municipality()).isEqualTo("Helmstedt");
            assertThat(request.address()).isEqualTo("Südertor 6");
            assertThat(request.number()).isNull();
            assertThat(request.language().tag()).isEqualTo("ar");
            assertThat(request.subject()).isEqualTo(Subject.MEDICAL);
            assertThat(request.gender()).isEqualTo(Gender.FEMALE);
            assertThat(request.genderRequired()).isTrue();
            assertThat(request.role()).isEqualTo(Role.SWORN);
            assertThat(request.sameInterpreter()).isTrue();
            assertThat(request.caseReference()).isEqualTo("2026/0815");
            assertThat(request.contactNote()).isEqualTo("Zimmer 12");
            assertThat(request.repeatWeekly()).isEqualTo(3);
        });
    }

    @Test
    void byTelephoneThePlaceIsLeftOutButStaysInTheForm() {
        var form = read(typed("phone", "2026-12-03", "14:00"));

        assertThat(form.request().municipality()).isNull();
        assertThat(form.request().address()).isNull();
        assertThat(form.request().contactNote()).isNull();
        assertThat(form.request().number()).isEqualTo(new PhoneNumber("+493023125201"));
        assertThat(form.typed().address()).isEqualTo("Südertor 6");
    }

    @ParameterizedTest
    @CsvSource({"3.12.2026, 8:05", "03.12.2026, 08.05", "2026-12-03, 08:05"})
    void datesAndTimesMayBeWrittenAsPeopleDo(String date, String time) {
        var request = read(typed("phone", date, time)).request();

        assertThat(request.date()).isEqualTo(LocalDate.of(2026, 12, 3));
        assertThat(request.time()).isEqualTo(LocalTime.of(8, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30.2.2027", "2027-02-29", "morgen", "3.12.", "2026-12-03T10:00"})
    void whatIsNoDateIsSaidAndStays(String date) {
        var form = read(typed("phone", date, "25:00"));

        assertThat(form.problems())
                .containsEntry("date", "portal.problem.date")
                .containsEntry("time", "portal.problem.time");
        assertThat(form.typed().date()).isEqualTo(date);
        assertThat(form.typed().time()).isEqualTo("25:00");
    }

    @Test
    void anEmptyFormSaysWhatIsMissing() {
        var nothing = new Typed(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        assertThat(read(nothing).problems())
                .containsOnlyKeys("kind", "language", "date", "time", "minutes", "repeatWeekly");
    }

    @Test
    void theSameFormSentTwiceIsTheSameAndAChangedOneOrAnotherOrganisationsIsNot() {
        var first = read(typed("phone", "2026-12-03", "14:00"));

        assertThat(first.id(PRACTICE))
                .isEqualTo(read(typed("phone", "2026-12-03", "14:00")).id(PRACTICE))
                .isNotEqualTo(read(typed("phone", "2026-12-03", "14:15")).id(PRACTICE))
                .isNotEqualTo(first.id(SCHOOL));
    }

    @Test
    void everyFaultHasWordsInBothLanguages() {
        var form = read(typed("phone", "2026-12-03", "14:00"));
        var keys = Arrays.stream(Fault.Reason.values())
                .map(reason -> form.with(List.of(new Fault("date", reason))))
                .flatMap(wrong -> wrong.problems().values().stream());

        var words = Stream.of("requests", "appointments")
                .flatMap(file -> Stream.of("", "_en").map(language -> file + language + ".properties"))
                .flatMap(
                        file -> new MessageFile(Path.of("src/main/resources/messages", file)).texts().keySet().stream())
                .toList();
        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(words).contains(key));
    }
}
