package de.dolmetscherhotline.appointment;

import static java.util.Objects.requireNonNull;

import de.dolmetscherhotline.appointment.Fault.Reason;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.organisation.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request, or what is wanted by it. A pure rule. */
final class RequestCheck {

    static final int SHORTEST_MINUTES = 15;
    static final int LONGEST_MINUTES = 720;
    static final int MOST_REPEATS = 26;

    private static final int LONGEST_MUNICIPALITY = 100;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_NOTE = 160;
    private static final Pattern CASE_REFERENCE = Pattern.compile("(?=.*[0-9])[A-Za-z0-9./_-]{1,40}");
    private static final Pattern SEVERAL_LINES = Pattern.compile("(?s).*\\p{Cntrl}.*");

    private final AppointmentRequest request;
    private final Organisation organisation;
    private final ZoneId zone;
    private final Instant now;
    private final AppointmentSettings settings;
    private final List<Fault> faults = new ArrayList<>();

    private RequestCheck(
            AppointmentRequest request,
            Organisation organisation,
            ZoneId zone,
            Instant now,
            AppointmentSettings settings) {
        this.request = request;
        this.organisation = organisation;
        this.zone = zone;
        this.now = now;
        this.settings = settings;
    }

    /** What came of it. */
    sealed interface Result {

        /** One for each week, earliest first. */
        record Fine(List<Wanted> wanted) implements Result {
            public Fine {
                wanted = List.copyOf(wanted);
            }
        }

        record Wrong(List<Fault> faults) implements Result {
            public Wrong {
                faults = List.copyOf(faults);
            }
        }
    }

    /** @param zone of the organisation's district */
    static Result of(
            AppointmentRequest request,
            Organisation organisation,
            ZoneId zone,
            Instant now,
            AppointmentSettings settings) {
        return new RequestCheck(request, organisation, zone, now, settings).result();
    }

    private Result result() {
        checkWhoAndWhom();
        checkPlace();
        checkTime();
        return faults.isEmpty() ? new Result.Fine(wanted()) : new Result.Wrong(faults);
    }

    private void checkWhoAndWhom() {
        faultIf(organisation.blocked(), "organisationId", Reason.BLOCKED);
        faultIf(request.genderRequired() && request.gender() == null, "genderRequired", Reason.NEEDS_GENDER);
        var reference = request.caseReference();
        faultIf(
                reference != null && !CASE_REFERENCE.matcher(reference).matches(),
                "caseReference",
                Reason.CASE_REFERENCE);
        checkText("contactNote", request.contactNote(), LONGEST_NOTE);
    }

    private void checkPlace() {
        switch (request.kind()) {
            case ON_SITE -> {
                faultIf(request.municipality() == null, "municipality", Reason.REQUIRED);
                faultIf(request.address() == null, "address", Reason.REQUIRED);
                faultIf(request.number() != null, "phoneNumber", Reason.ONLY_FOR_PHONE);
                checkText("municipality", request.municipality(), LONGEST_MUNICIPALITY);
                checkText("address", request.address(), LONGEST_ADDRESS);
            }
            case PHONE -> {
                faultIf(request.municipality() != null, "municipality", Reason.NOT_FOR_PHONE);
                faultIf(request.address() != null, "address", Reason.NOT_FOR_PHONE);
                checkNumber(request.number());
            }
        }
    }

    private void checkNumber(@Nullable PhoneNumber number) {
        var registered = organisation.phoneNumbers();
        faultIf(registered.isEmpty(), "phoneNumber", Reason.NO_NUMBER);
        faultIf(
                !registered.isEmpty() && number != null && !registered.contains(number),
                "phoneNumber",
                Reason.NOT_REGISTERED);
    }

    private void checkText(String field, @Nullable String text, int longest) {
        if (text != null) {
            faultIf(text.length() > longest, field, Reason.TOO_LONG);
            faultIf(SEVERAL_LINES.matcher(text).matches(), field, Reason.ONE_LINE);
        }
    }

    private void checkTime() {
        faultIf(request.minutes() < SHORTEST_MINUTES || request.minutes() > LONGEST_MINUTES, "minutes", Reason.LENGTH);
        var repeats = request.repeatWeekly() >= 1 && request.repeatWeekly() <= MOST_REPEATS;
        faultIf(!repeats, "repeatWeekly", Reason.REPEATS);
        var time = request.time();
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            faults.add(new Fault("time", Reason.TO_THE_MINUTE));
        } else if (isInRange() && repeats) {
            checkExists();
        }
    }

    private boolean isInRange() {
        var first = request.date().atTime(request.time());
        var here = LocalDateTime.ofInstant(now, zone);
        var weeks = Math.clamp(request.repeatWeekly(), 1, MOST_REPEATS) - 1L;
        var tooFar = first.isAfter(here.plusDays(settings.furthestDays()).minusWeeks(weeks));
        var tooSoon = first.isBefore(here.minusDays(1))
                || first.atZone(zone).toInstant().isBefore(now.plus(settings.lead()));
        faultIf(tooFar, "date", Reason.TOO_FAR);
        faultIf(tooSoon, "date", Reason.TOO_SOON);
        return !tooFar && !tooSoon;
    }

    private void checkExists() {
        faultIf(
                starts().anyMatch(
                                start -> zone.getRules().getValidOffsets(start).isEmpty()),
                "time",
                Reason.NO_SUCH_TIME);
    }

    private Stream<LocalDateTime> starts() {
        var first = request.date().atTime(request.time());
        return IntStream.range(0, request.repeatWeekly()).mapToObj(first::plusWeeks);
    }

    private void faultIf(boolean wrong, String field, Reason reason) {
        if (wrong) {
            faults.add(new Fault(field, reason));
        }
    }

    private List<Wanted> wanted() {
        return starts().map(start -> wanted(start.atZone(zone).toInstant())).toList();
    }

    /** An hour that comes twice is the first of the two. */
    private Wanted wanted(Instant start) {
        return new Wanted(
                meeting(),
                start,
                start.plus(Duration.ofMinutes(request.minutes())),
                request.language(),
                request.subject(),
                gender(),
                request.role(),
                request.sameInterpreter() || request.repeatWeekly() > 1,
                request.caseReference(),
                request.contactNote());
    }

    private Meeting meeting() {
        return switch (request.kind()) {
            case ON_SITE ->
                new Meeting.OnSite(requireNonNull(request.municipality()), requireNonNull(request.address()));
            case PHONE -> new Meeting.ByPhone(number(request.number()));
        };
    }

    private PhoneNumber number(@Nullable PhoneNumber wanted) {
        return wanted == null ? organisation.phoneNumbers().getFirst() : wanted;
    }

    private GenderWish gender() {
        var gender = request.gender();
        if (gender == null) {
            return GenderWish.none();
        }
        return request.genderRequired() ? GenderWish.requirement(gender) : GenderWish.wish(gender);
    }
}
