package de.dolmetscherhotline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.appointment.Actor;
import de.dolmetscherhotline.appointment.AppointmentChange;
import de.dolmetscherhotline.appointment.AppointmentEvent;
import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.AppointmentStatus;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.mail.NoMail;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Without a mail server. What is told with one is in {@code scenario.AppointmentLettersIT}. */
class AppointmentLettersIT extends HotlineIT {

    @Autowired
    private NoMail noMail;

    @Autowired
    private AppointmentCorrespondence correspondence;

    @Autowired
    private AppointmentLetterWork work;

    /** Were it to note who is to be told, it would fail: there is no such appointment. */
    @ParameterizedTest
    @EnumSource(AppointmentEvent.class)
    void nothingIsNotedAndNothingIsOrdered(AppointmentEvent event) {
        var id = new AppointmentId(UUID.randomUUID());
        new AppointmentLetters(noMail.letters(), correspondence, work)
                .changed(new AppointmentChange(
                        id,
                        OrganisationId.random(),
                        event,
                        AppointmentStatus.ASKING,
                        Actor.ORGANISATION,
                        new MemberId(UUID.randomUUID()),
                        Instant.EPOCH))
                .block();
        assertThat(database()
                        .sql(
                                "select count(*) from work where kind = 'appointment-letter' and payload ->> 'appointment' = :id")
                        .bind("id", id.toString())
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isZero();
    }
}
