package de.dolmetscherhotline.care;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.availability.Shift;
import de.dolmetscherhotline.care.Members.OnShift;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Tells those who want it of their shifts of the next day, on the evening before, but nobody who will not be on duty then by
 * her own word or because she is away, and nobody in her quiet hours.
 */
@Component
class ShiftReminders implements Round {

    private static final Duration WORTH_SENDING = Duration.ofHours(4);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Members members;
    private final Availabilities availabilities;
    private final Reminders reminders;
    private final Texts texts;
    private final TransactionalOperator transaction;
    private final CareSettings settings;

    ShiftReminders(
            Members members,
            Availabilities availabilities,
            Reminders reminders,
            Texts texts,
            TransactionalOperator transaction,
            CareSettings settings) {
        this.members = members;
        this.availabilities = availabilities;
        this.reminders = reminders;
        this.texts = texts;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "care-shifts";
    }

    @Override
    public Mono<Void> visit(District district, ZonedDateTime there) {
        if (!settings.isEvening(there.toLocalTime())) {
            return Mono.empty();
        }
        var tomorrow = there.toLocalDate().plusDays(1);
        return members.whoWantToBeToldOfShifts(district.id(), tomorrow.getDayOfWeek())
                .concatMap(member -> tell(member, there, tomorrow))
                .then();
    }

    private Mono<Void> tell(OnShift member, ZonedDateTime there, LocalDate tomorrow) {
        return availabilities
                .of(member.who())
                .filter(known -> !known.isQuietAt(there.toInstant(), member.quiet()))
                .map(known -> shiftsOn(tomorrow, known))
                .filter(shifts -> !shifts.isEmpty())
                .flatMap(shifts -> remind(member.who(), tomorrow, shifts));
    }

    /** Those at whose beginning she will be on duty. */
    static List<Shift> shiftsOn(LocalDate day, Availability known) {
        return known.plan().stream()
                .filter(shift -> shift.day() == day.getDayOfWeek())
                .filter(shift ->
                        known.at(shift.startOn(day).atZone(known.zone()).toInstant())
                                        .duty()
                                == Duty.ON_DUTY)
                .toList();
    }

    private Mono<Void> remind(InterpreterId who, LocalDate day, List<Shift> shifts) {
        return reminders
                .note(who, "shift/" + day)
                .filter(Boolean::booleanValue)
                .flatMap(first -> texts.toInterpreter(who, WORTH_SENDING, "reminder.shift", written(shifts)))
                .as(transaction::transactional);
    }

    private static String written(List<Shift> shifts) {
        return shifts.stream()
                .map(shift -> TIME.format(shift.starts()) + "-" + TIME.format(shift.ends()))
                .collect(Collectors.joining(", "));
    }
}
