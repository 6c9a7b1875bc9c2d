package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.appointment.Samples.BERLIN;
import static de.dolmetscherhotline.appointment.Samples.NUMBER;
import static de.dolmetscherhotline.appointment.Samples.SECOND_NUMBER;
import static de.dolmetscherhotline.appointment.Samples.SETTINGS;
import static de.dolmetscherhotline.appointment.Samples.noon;
import static de.dolmetscherhotline.appointment.Samples.practice;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.appointment.Fault.Reason;
import de.dolmetscherhotline.appointment.RequestCheck.Result;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.organisation.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {

    private static final Instant NOW = noon("2026-11-23");

    /** A request in the making: fields that are changed one at a time. */
    private static final class Draft {
        private AppointmentKind kind = AppointmentKind.ON_SITE;
        private LocalDate date = LocalDate.of(2026, 12, 3);
        private LocalTime time = LocalTime.of(14, 0);
        private int minutes = 60;
        private @Nullable String municipality = "Helmstedt";
        private @Nullable String address = "Südertor 6";
        private @Nullable PhoneNumber number;
        private @Nullable Gender gender;
        private boolean required;
        private @Nullable String reference = "2026/0815";
        private @Nullable String note = "Zimmer 12";
        private int repeats = 1;

        private Draft byPhone() {
            kind = AppointmentKind.PHONE;
            municipality = null;
            address = null;
            return this;
        }

        private AppointmentRequest done() {
            return new AppointmentRequest(
                    kind,
                    date,
                    time,
                    minutes,
                    municipality,
                    address,
                    number,
                    new Language("ar"),
                    null,
                    gender,
                    required,
                    null,
                    false,
                    reference,
                    note,
                    repeats);
        }
    }

    private static Result check(UnaryOperator<Draft> change, Organisation organisation) {
        return RequestCheck.of(change.apply(new Draft()).done(), organisation, BERLIN, NOW, SETTINGS);
    }

    private static List<Fault> faults(UnaryOperator<Draft> change) {
        return switch (check(change, practice(NUMBER, SECOND_NUMBER))) {
            case Result.Fine fine -> List.of();
            case Result.Wrong wrong -> wrong.faults();
        };
    }

    private static List<Wanted> wanted(UnaryOperator<Draft> change) {
        return switch (check(change, practice(NUMBER, SECOND_NUMBER))) {
            case Result.Fine fine -> fine.wanted();
            case Result.Wrong wrong -> throw new AssertionError(wrong.faults().toString());
        };
    }

    @Test
    void wallTimeOfTheDistrictIsMeant() {
        var appointment = wanted(draft -> draft).getFirst();

        assertThat(appointment.start()).isEqualTo(Instant.parse("2026-12-03T13:00:00Z"));
        assertThat(appointment.end()).isEqualTo(appointment.start().plus(Duration.ofHours(1)));
        assertThat(appointment.minutes()).isEqualTo(60);
        assertThat(appointment.meeting()).isEqualTo(new Meeting.OnSite("Helmstedt", "Südertor 6"));
        assertThat(appointment.gender()).isEqualTo(GenderWish.none());
        assertThat(appointment.sameInterpreter()).isFalse();
    }

    @Test
    void emptyTextsAreAsGoodAsNone() {
        var appointment = wanted(draft -> {
                    draft.reference = " ";
                    draft.note = "";
                    draft.address = " Südertor 6 ";
                    return draft;
                })
                .getFirst();

        assertThat(appointment.caseReference()).isNull();
        assertThat(appointment.contactNote()).isNull();
        assertThat(appointment.meeting()).isEqualTo(new Meeting.OnSite("Helmstedt", "Südertor 6"));
    }

    @Test
    void genderIsAWishUnlessItIsRequired() {
        assertThat(wanted(draft -> {
                            draft.gender = Gender.FEMALE;
                            return draft;
                        })
                        .getFirst()
                        .gender())
                .isEqualTo(GenderWish.wish(Gender.FEMALE));
        assertThat(wanted(draft -> {
                            draft.gender = Gender.FEMALE;
                            draft.required = true;
                            return draft;
                        })
                        .getFirst()
                        .gender())
                .isEqualTo(GenderWish.requirement(Gender.FEMALE));
        assertThat(faults(draft -> {
                    draft.required = true;
                    return draft;
                }))
                .containsExactly(new Fault("genderRequired", Reason.NEEDS_GENDER));
    }

    @Test
    void onSiteNeedsAPlaceAndNoNumber() {
        assertThat(faults(draft -> {
                    draft.municipality = null;
                    draft.address = "  ";
                    draft.number = NUMBER;
                    return draft;
                }))
                .containsExactly(
                        new Fault("municipality", Reason.REQUIRED),
                        new Fault("address", Reason.REQUIRED),
                        new Fault("phoneNumber", Reason.ONLY_FOR_PHONE));
    }

    @Test
    void byTelephoneOneOfItsNumbersIsCalled() {
        assertThat(wanted(Draft::byPhone).getFirst().meeting()).isEqualTo(new Meeting.ByPhone(NUMBER));
        assertThat(wanted(draft -> {
                            draft.number = SECOND_NUMBER;
                            return draft.byPhone();
                        })
                        .getFirst()
                        .meeting())
                .isEqualTo(new Meeting.ByPhone(SECOND_NUMBER));
        assertThat(faults(draft -> {
                    draft.number = new PhoneNumber("+493023125209");
                    return draft.byPhone();
                }))
                .containsExactly(new Fault("phoneNumber", Reason.NOT_REGISTERED));
        assertThat(check(Draft::byPhone, practice()))
                .isEqualTo(new Result.Wrong(List.of(new Fault("phoneNumber", Reason.NO_NUMBER))));
    }

    @Test
    void byTelephoneThereIsNoPlace() {
        assertThat(faults(draft -> {
                    draft.kind = AppointmentKind.PHONE;
                    return draft;
                }))
                .containsExactly(
                        new Fault("municipality", Reason.NOT_FOR_PHONE), new Fault("address", Reason.NOT_FOR_PHONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/0815", "A-1", "az_7.3", "1"})
    void referencesAreLettersAndDigits(String reference) {
        assertThat(faults(draft -> {
                    draft.reference = reference;
                    return draft;
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Haddad", "Frau Haddad 3", "Amina", "0815 Müller", "x'; drop", "1\n2"})
    void namesAreNoReferences(String reference) {
        assertThat(faults(draft -> {
                    draft.reference = reference;
                    return draft;
                }))
                .containsExactly(new Fault("caseReference", Reason.CASE_REFERENCE));
        assertThat(faults(draft -> {
                    draft.reference = "1".repeat(41);
                    return draft;
                }))
                .containsExactly(new Fault("caseReference", Reason.CASE_REFERENCE));
    }

    @Test
    void textsAreShortAndOneLine() {
        assertThat(faults(draft -> {
                    draft.municipality = "H".repeat(101);
                    draft.address = "S".repeat(201);
                    draft.note = "Z".repeat(161);
                    return draft;
                }))
                .containsExactly(
                        new Fault("contactNote", Reason.TOO_LONG),
                        new Fault("municipality", Reason.TOO_LONG),
                        new Fault("address", Reason.TOO_LONG));
        assertThat(faults(draft -> {
                    draft.municipality = "H".repeat(100);
                    draft.address = "Südertor\n6";
                    draft.note = "Zimmer\u000012";
                    return draft;
                }))
                .containsExactly(new Fault("contactNote", Reason.ONE_LINE), new Fault("address", Reason.ONE_LINE));
    }

    @ParameterizedTest
    @CsvSource({"14, false", "15, true", "720, true", "721, false", "0, false", "-60, false"})
    void aQuarterToTwelveHours(int minutes, boolean fine) {
        assertThat(faults(draft -> {
                    draft.minutes = minutes;
                    return draft;
                }))
                .isEqualTo(fine ? List.of() : List.of(new Fault("minutes", Reason.LENGTH)));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "2026-11-23, 14:00,",
        "2026-11-23, 13:59, TOO_SOON",
        "2026-11-22, 14:00, TOO_SOON",
        "1970-01-01, 00:00, TOO_SOON",
        "2027-11-24, 12:00,",
        "2027-11-24, 12:01, TOO_FAR",
        "+999999999-12-31, 23:59, TOO_FAR",
        "-999999999-01-01, 00:00, TOO_SOON"
    })
    void neitherTooSoonNorTooFarAhead(LocalDate date, LocalTime time, @Nullable Reason reason) {
        assertThat(faults(draft -> {
                    draft.date = date;
                    draft.time = time;
                    return draft;
                }))
                .isEqualTo(reason == null ? List.of() : List.of(new Fault("date", reason)));
    }

    @Test
    void timesAreToTheMinute() {
        assertThat(faults(draft -> {
                    draft.time = LocalTime.of(14, 0, 1);
                    return draft;
                }))
                .containsExactly(new Fault("time", Reason.TO_THE_MINUTE));
    }

    @Test
    void anHourThatIsLeftOutDoesNotExistAndOneThatComesTwiceIsTheFirst() {
        assertThat(faults(draft -> {
                    draft.date = LocalDate.of(2027, 3, 28);
                    draft.time = LocalTime.of(2, 30);
                    return draft;
                }))
                .containsExactly(new Fault("time", Reason.NO_SUCH_TIME));
        assertThat(faults(draft -> {
                    draft.date = LocalDate.of(2027, 3, 21);
                    draft.time = LocalTime.of(2, 30);
                    draft.repeats = 2;
                    return draft;
                }))
                .containsExactly(new Fault("time", Reason.NO_SUCH_TIME));
        assertThat(wanted(draft -> {
                            draft.date = LocalDate.of(2027, 10, 31);
                            draft.time = LocalTime.of(2, 30);
                            return draft;
                        })
                        .getFirst()
                        .start())
                .isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
    }

    @Test
    void repeatedAppointmentsKeepTheirWallTimeAndTheirInterpreter() {
        var series = wanted(draft -> {
            draft.date = LocalDate.of(2027, 3, 18);
            draft.repeats = 3;
            return draft;
        });

        assertThat(series)
                .extracting(Wanted::start)
                .containsExactly(
                        Instant.parse("2027-03-18T13:00:00Z"),
                        Instant.parse("2027-03-25T13:00:00Z"),
                        Instant.parse("2027-04-01T12:00:00Z"));
        assertThat(series).allMatch(Wanted::sameInterpreter);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 27, Integer.MAX_VALUE})
    void nobodyRepeatsForEver(int repeats) {
        assertThat(faults(draft -> {
                    draft.repeats = repeats;
                    return draft;
                }))
                .containsExactly(new Fault("repeatWeekly", Reason.REPEATS));
    }

    @Test
    void theLastOfASeriesMustNotBeTooFarAhead() {
        assertThat(faults(draft -> {
                    draft.date = LocalDate.of(2027, 11, 20);
                    draft.repeats = 2;
                    return draft;
                }))
                .containsExactly(new Fault("date", Reason.TOO_FAR));
    }

    @Test
    void everyFaultIsNamed() {
        assertThat(faults(draft -> {
                    draft.municipality = null;
                    draft.minutes = 1;
                    draft.date = LocalDate.of(2026, 1, 1);
                    draft.repeats = 0;
                    draft.required = true;
                    return draft;
                }))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("municipality", "minutes", "date", "repeatWeekly", "genderRequired");
    }

    @Test
    void aSeriesThatWouldGoOnBehindTheEndOfAllCalendarsIsTooFarAhead() {
        assertThat(faults(draft -> {
                    draft.date = LocalDate.MAX;
                    draft.repeats = RequestCheck.MOST_REPEATS;
                    return draft;
                }))
                .containsExactly(new Fault("date", Reason.TOO_FAR));
    }
}
