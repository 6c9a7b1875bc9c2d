package de.dolmetscherhotline.line;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The public holidays of the German states, from the calendar of Jollyday; nobody else knows that library. */
@Component
class PublicHolidays {

    private final HolidayManager germany =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));

    /**
     * Whether the whole state has a holiday by law on that day; what only some of its municipalities observe is none.
     *
     * @param region ISO 3166-2 code of the state
     */
    boolean include(LocalDate day, String region) {
        return germany.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, subdivision(region));
    }

    /** ISO 3166-2 codes of the states whose holidays are known. */
    Set<String> regions() {
        return germany.getCalendarHierarchy().getChildren().keySet().stream()
                .map(subdivision -> "DE-" + subdivision.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String subdivision(String region) {
        return region.substring(region.indexOf('-') + 1).toLowerCase(Locale.ROOT);
    }
}
