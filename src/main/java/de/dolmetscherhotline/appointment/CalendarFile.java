package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * Appointments as an iCalendar file (RFC 5545). Calendars are read by many: there is no telephone number in it, no reference,
 * no note and no name of a person. Times are UTC.
 */
@Component
public class CalendarFile {

    public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private static final String PRODUCT = "-//Dolmetscher-Hotline//Termine//DE";

    private final Languages languages;
    private final Clock clock;

    CalendarFile(Languages languages, Clock clock) {
        this.languages = languages;
        this.clock = clock;
    }

    public String of(Collection<Appointment> appointments) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        appointments.forEach(appointment -> calendar.add(event(appointment)));
        return written(calendar);
    }

    private VEvent event(Appointment appointment) {
        var wanted = appointment.wanted();
        var event = new VEvent(false);
        event.add(new Uid(appointment.id() + "@dolmetscher-hotline"));
        event.add(new DtStamp(clock.instant()));
        event.add(new DtStart<Instant>(wanted.start()));
        event.add(new DtEnd<Instant>(wanted.end()));
        event.add(status(appointment.status()));
        event.add(new Summary("Dolmetschen " + name(wanted.language()) + how(wanted.meeting())));
        if (wanted.meeting() instanceof Meeting.OnSite site) {
            event.add(new Location(site.place()));
        }
        return event;
    }

    private String name(Language language) {
        return languages.byTag(language).map(SpokenLanguage::name).orElse(language.tag());
    }

    private static String how(Meeting meeting) {
        return switch (meeting) {
            case Meeting.OnSite site -> "";
            case Meeting.ByPhone phone -> " (Telefon)";
        };
    }

    private static Status status(AppointmentStatus status) {
        return switch (status) {
            case ASKING, OPEN -> ImmutableStatus.VEVENT_TENTATIVE;
            case CONFIRMED, HELD, NO_SHOW -> ImmutableStatus.VEVENT_CONFIRMED;
            case CANCELLED, UNFILLED -> ImmutableStatus.VEVENT_CANCELLED;
        };
    }

    private static String written(Calendar calendar) {
        var file = new StringWriter();
        try {
            // An empty calendar is no valid one for the library, but what a feed without appointments is.
            new CalendarOutputter(false).output(calendar, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toString();
    }
}
