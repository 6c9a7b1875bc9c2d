package de.dolmetscherhotline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.appointment.Appointment;
import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.AppointmentStatus;
import de.dolmetscherhotline.appointment.Meeting;
import de.dolmetscherhotline.appointment.Wanted;
import de.dolmetscherhotline.appointment.form.Choices;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.portal.AppointmentNews.Told;
import de.dolmetscherhotline.testsupport.MessageFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AppointmentNewsTest {

    @ParameterizedTest
    @CsvSource({
        // now, in round 2    told last, in which round   reminded  news
        "ASKING,    ,              0, false,",
        "ASKING,    CONFIRMED,     1, false, SOUGHT_AGAIN",
        "ASKING,    SOMEBODY_ELSE, 1, false, SOUGHT_AGAIN",
        "ASKING,    REMINDER,      1, true,  SOUGHT_AGAIN",
        "ASKING,    SOUGHT_AGAIN,  2, false,",
        "ASKING,    NOBODY,        2, false,",
        "OPEN,      ,              0, false, NOBODY",
        "OPEN,      CONFIRMED,     1, false, NOBODY",
        "OPEN,      NOBODY,        2, false,",
        "CONFIRMED, ,              0, false, CONFIRMED",
        "CONFIRMED, SOUGHT_AGAIN,  2, false, CONFIRMED",
        "CONFIRMED, NOBODY,        2, true,  REMINDER",
        "CONFIRMED, CONFIRMED,     1, true,  SOMEBODY_ELSE",
        "CONFIRMED, REMINDER,      1, false, SOMEBODY_ELSE",
        "CONFIRMED, CONFIRMED,     2, false,",
        "CONFIRMED, SOMEBODY_ELSE, 2, true,  REMINDER",
        "CONFIRMED, REMINDER,      2, true,",
        "UNFILLED,  NOBODY,        2, false, UNFILLED",
        "CANCELLED, CONFIRMED,     2, false, CANCELLED",
        "HELD,      CONFIRMED,     2, true,",
        "NO_SHOW,   CONFIRMED,     2, false,"
    })
    void tellsWhatStandsAndIsNotKnown(
            AppointmentStatus status,
            @Nullable AppointmentNews told,
            int round,
            boolean reminded,
            @Nullable AppointmentNews news) {
        var found = AppointmentNews.of(inRoundTwo(status), new Told(told, round), reminded);
        assertThat(found.orElse(null)).isEqualTo(news);
    }

    @ParameterizedTest
    @EnumSource(AppointmentNews.class)
    void hasWordsInBothLanguages(AppointmentNews news) {
        var key = "portal.appointment.letter." + Choices.word(news).replace('_', '-');
        assertThat(words("")).containsKeys(key, key + ".subject");
        assertThat(words("_en")).containsKeys(key, key + ".subject");
    }

    private static Map<String, String> words(String language) {
        return new MessageFile(Path.of("src/main/resources/messages/appointments" + language + ".properties")).texts();
    }

    private static Appointment inRoundTwo(AppointmentStatus status) {
        var start = Instant.parse("2026-12-03T13:00:00Z");
        return new Appointment(
                new AppointmentId(UUID.randomUUID()),
                new DistrictId(UUID.randomUUID()),
                OrganisationId.random(),
                null,
                new Wanted(
                        new Meeting.OnSite("Helmstedt", "Südertor 6"),
                        start,
                        start.plus(Duration.ofHours(1)),
                        new Language("ar"),
                        null,
                        GenderWish.none(),
                        null,
                        false,
                        null,
                        null),
                status,
                2,
                start,
                null,
                null,
                null,
                null,
                null,
                start);
    }
}
