package de.dolmetscherhotline.availability;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.Entry.Booked;
import de.dolmetscherhotline.availability.Entry.Said;
import de.dolmetscherhotline.matching.Duty;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule against a naive reference that looks at every minute of 2026 and 2027, with the four nights in which the clocks
 * change, for random plans, absences and words. {@code -Dseed=…} tries others.
 */
class AvailabilityPropertiesTest {

    private static final Logger log = LoggerFactory.getLogger(AvailabilityPropertiesTest.class);
    private static final long SEED = Long.getLong("seed", 20_262_027);
    private static final int PEOPLE = 40;
    private static final int INSTANTS = 500;

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BEGIN = Instant.parse("2025-12-31T23:00:00Z");
    private static final int MINUTES = 2 * 365 * 24 * 60;

    /** What clocks and calendars show at every minute. */
    private static final int[] MINUTE_OF_WEEK = new int[MINUTES];

    private static final int[] DAY = new int[MINUTES];

    static {
        for (int minute = 0; minute < MINUTES; minute++) {
            var wall = instant(minute).atZone(BERLIN);
            MINUTE_OF_WEEK[minute] =
                    (wall.getDayOfWeek().getValue() - 1) * 1440 + wall.getHour() * 60 + wall.getMinute();
            DAY[minute] = Math.toIntExact(wall.toLocalDate().toEpochDay());
        }
        log.info("seed {}", SEED);
    }

    @RepeatedTest(PEOPLE)
    void ruleAgreesWithEveryMinuteOfTwoYears(RepetitionInfo person) {
        var random = new Random(SEED + person.getCurrentRepetition());
        var entries = randomEntries(random);
        var availability = Availability.of(BERLIN, entries);
        var duties = referenceFor(entries);
        for (int minute = 0; minute < MINUTES; ) {
            int end = endOfRun(duties, minute);
            assertAgrees(availability.at(instant(minute)), duties[minute], end, entries);
            minute = end;
        }
        for (int i = 0; i < INSTANTS; i++) {
            int minute = random.nextInt(MINUTES);
            var within = instant(minute).plusSeconds(random.nextInt(60));
            assertAgrees(availability.at(within), duties[minute], endOfRun(duties, minute), entries);
        }
    }

    private static void assertAgrees(Standing standing, Duty expected, int end, List<Entry> entries) {
        assertThat(standing.duty()).as("seed %d, %s", SEED, entries).isEqualTo(expected);
        if (end < MINUTES) {
            assertThat(standing.until()).as("seed %d, %s", SEED, entries).isEqualTo(instant(end));
        } else {
            assertThat(standing.until() == null || !standing.until().isBefore(instant(MINUTES)))
                    .as("seed %d, %s", SEED, entries)
                    .isTrue();
        }
    }

    private static int endOfRun(Duty[] duties, int minute) {
        int end = minute + 1;
        while (end < MINUTES && duties[end] == duties[minute]) {
            end++;
        }
        return end;
    }

    private static Instant instant(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    /** The rule once more, minute by minute and without any interval arithmetic but comparisons. */
    private static Duty[] referenceFor(List<Entry> entries) {
        var planned = plannedMinutesOfTheWeek(entries);
        var duties = new Duty[MINUTES];
        for (int minute = 0; minute < MINUTES; minute++) {
            duties[minute] = reference(minute, entries, planned);
        }
        return duties;
    }

    private static Duty reference(int minute, List<Entry> entries, boolean[] planned) {
        Said last = null;
        boolean away = false;
        for (var entry : entries) {
            if (entry instanceof Said said
                    && holds(said.word(), minute)
                    && (last == null || said.order() > last.order())) {
                last = said;
            }
            away |= entry instanceof Booked booked && isOn(booked.absence(), minute);
        }
        if (last != null && !last.word().available()) {
            return Duty.SAID_OFF;
        }
        if (last != null && !isOutdone(last, minute, entries)) {
            return Duty.ON_DUTY;
        }
        if (away) {
            return Duty.SAID_OFF;
        }
        return planned[MINUTE_OF_WEEK[minute]] ? Duty.ON_DUTY : Duty.NOT_ON_DUTY;
    }

    private static boolean holds(Word word, int minute) {
        var now = instant(minute).getEpochSecond();
        return word.from().getEpochSecond() <= now
                && (word.until() == null || now < word.until().getEpochSecond());
    }

    private static boolean isOn(Absence absence, int minute) {
        return absence.firstDay().toEpochDay() <= DAY[minute]
                && DAY[minute] <= absence.lastDay().toEpochDay();
    }

    private static boolean isOutdone(Said said, int minute, List<Entry> entries) {
        var beganOn = said.word().from().atZone(BERLIN).toLocalDate();
        return entries.stream()
                .anyMatch(entry -> entry instanceof Booked booked
                        && isOn(booked.absence(), minute)
                        && (booked.absence().firstDay().isAfter(beganOn) || booked.order() > said.order()));
    }

    private static boolean[] plannedMinutesOfTheWeek(List<Entry> entries) {
        var planned = new boolean[7 * 1440];
        for (var entry : entries) {
            if (entry instanceof Shift shift) {
                int start = (shift.day().getValue() - 1) * 1440 + shift.starts().toSecondOfDay() / 60;
                int minute = start;
                do {
                    planned[minute % planned.length] = true;
                    minute++;
                } while (minute % 1440 != shift.ends().toSecondOfDay() / 60);
            }
        }
        return planned;
    }

    private static List<Entry> randomEntries(Random random) {
        var entries = new ArrayList<Entry>();
        long order = 0;
        for (int i = random.nextInt(10); i > 0; i--) {
            entries.add(randomShift(random, entries));
        }
        for (int i = random.nextInt(25); i > 0; i--) {
            order++;
            entries.add(random.nextInt(3) == 0 ? randomAbsence(random, order) : new Said(order, randomWord(random)));
        }
        return entries;
    }

    private static Shift randomShift(Random random, List<Entry> sofar) {
        if (!sofar.isEmpty() && random.nextInt(4) == 0 && sofar.getLast() instanceof Shift last) {
            var next =
                    last.ends().isAfter(last.starts()) ? last.day() : last.day().plus(1);
            return new Shift(next, last.ends(), randomTime(random));
        }
        var day = random.nextInt(3) == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(1 + random.nextInt(7));
        var starts =
                random.nextInt(3) == 0 ? LocalTime.of(random.nextInt(4), 15 * random.nextInt(4)) : randomTime(random);
        return switch (random.nextInt(6)) {
            case 0 -> new Shift(day, starts, starts);
            case 1 -> new Shift(day, starts, LocalTime.MIDNIGHT);
            case 2 -> new Shift(day, starts, starts.plusMinutes(15L * (1 + random.nextInt(8))));
            default -> new Shift(day, starts, randomTime(random));
        };
    }

    private static LocalTime randomTime(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }

    private static Booked randomAbsence(Random random, long order) {
        var first = LocalDate.parse("2026-01-01").plusDays(random.nextInt(730));
        var absence = new Absence(UUID.randomUUID(), first, first.plusDays(random.nextInt(20)));
        return Booked.of(order, absence, BERLIN);
    }

    private static Word randomWord(Random random) {
        int begin = random.nextInt(MINUTES);
        return new Word(random.nextBoolean(), instant(begin), randomEnd(random, begin));
    }

    private static @Nullable Instant randomEnd(Random random, int begin) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1, 2, 3 -> instant(begin + 1 + random.nextInt(600));
            default -> instant(begin + 1 + random.nextInt(30 * 1440));
        };
    }
}
