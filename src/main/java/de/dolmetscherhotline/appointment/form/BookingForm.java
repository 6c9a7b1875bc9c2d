package de.dolmetscherhotline.appointment.form;

import de.dolmetscherhotline.appointment.Appointment;
import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.AppointmentKind;
import de.dolmetscherhotline.appointment.AppointmentRequest;
import de.dolmetscherhotline.appointment.Fault;
import de.dolmetscherhotline.appointment.Meeting;
import de.dolmetscherhotline.appointment.Wanted;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.pool.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed who needs an interpreter at a later time, as it was typed, so that nothing is lost when something is
 * wrong with it. What can be read is checked by the package {@code appointment}.
 *
 * @param typed nothing in it is null
 * @param problems keys of messages, by field
 */
public record BookingForm(Typed typed, Map<String, String> problems) {

    private static final String ON_SITE = "on_site";
    private static final String PHONE = "phone";
    private static final String SINGLE = "1";
    private static final String AN_HOUR = "60";
    private static final String BETWEEN = "\n";
    private static final DateTimeFormatter WRITTEN_TIME = strict("HH:mm");

    /** Browsers that know dates and times send the first of each; what people type where a browser does not comes after it. */
    private static final List<DateTimeFormatter> DATES = List.of(DateTimeFormatter.ISO_LOCAL_DATE, strict("d.M.uuuu"));

    private static final List<DateTimeFormatter> TIMES = List.of(strict("H:mm"), strict("H.mm"));

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * As a browser sends it.
     *
     * @param key the same however often the form is sent
     * @param gender empty, or {@code wish_female}, {@code requirement_female} and so on
     * @param sameInterpreter empty unless it is ticked
     */
    public record Typed(
            @Nullable String key,
            @Nullable String kind,
            @Nullable String date,
            @Nullable String time,
            @Nullable String minutes,
            @Nullable String municipality,
            @Nullable String address,
            @Nullable String contactNote,
            @Nullable String phoneNumber,
            @Nullable String language,
            @Nullable String subject,
            @Nullable String gender,
            @Nullable String role,
            @Nullable String sameInterpreter,
            @Nullable String caseReference,
            @Nullable String repeatWeekly) {

        /** Without what might name a person. */
        @Override
        public String toString() {
            return "Typed " + key;
        }

        private Stream<@Nullable String> all() {
            return Stream.of(
                    key,
                    kind,
                    date,
                    time,
                    minutes,
                    municipality,
                    address,
                    contactNote,
                    phoneNumber,
                    language,
                    subject,
                    gender,
                    role,
                    sameInterpreter,
                    caseReference,
                    repeatWeekly);
        }

        private Typed stripped() {
            return new Typed(
                    text(key),
                    text(kind),
                    text(date),
                    text(time),
                    text(minutes),
                    text(municipality),
                    text(address),
                    text(contactNote),
                    text(phoneNumber),
                    text(language),
                    text(subject),
                    text(gender),
                    text(role),
                    text(sameInterpreter),
                    text(caseReference),
                    text(repeatWeekly));
        }
    }

    /** On site, in its own municipality, unless something else is chosen. */
    public static BookingForm empty(Organisation organisation) {
        return of(new Typed(
                newKey(),
                ON_SITE,
                "",
                "",
                AN_HOUR,
                Objects.requireNonNullElse(organisation.municipality(), ""),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                SINGLE));
    }

    /** The same on another day. */
    public static BookingForm like(Appointment earlier, ZoneId zone) {
        var wanted = earlier.wanted();
        var site = wanted.meeting() instanceof Meeting.OnSite onSite ? onSite : null;
        return of(new Typed(
                newKey(),
                Choices.word(wanted.meeting().kind()),
                "",
                WRITTEN_TIME.format(wanted.start().atZone(zone)),
                Long.toString(wanted.minutes()),
                site == null ? "" : site.municipality(),
                site == null ? "" : text(site.address()),
                text(wanted.contactNote()),
                number(wanted),
                wanted.language().tag(),
                Choices.word(wanted.subject()),
                Choices.gender(wanted.gender()),
                Choices.word(wanted.role()),
                wanted.sameInterpreter() ? "on" : "",
                text(wanted.caseReference()),
                SINGLE));
    }

    private static String number(Wanted wanted) {
        return wanted.meeting() instanceof Meeting.ByPhone phone
                ? phone.number().e164()
                : "";
    }

    public static BookingForm read(Typed typed, Languages languages) {
        var form = of(typed.stripped());
        return form.with(form.unreadable(languages));
    }

    private static BookingForm of(Typed typed) {
        return new BookingForm(typed, Map.of());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private Map<String, String> unreadable(Languages languages) {
        var found = new LinkedHashMap<String, String>();
        unless(isPhone() || ON_SITE.equals(typed.kind()), found, "kind", "portal.problem.choice");
        unless(Choices.isSpoken(text(typed.language()), languages), found, "language", "portal.problem.language");
        unless(date().isPresent(), found, "date", "portal.problem.date");
        unless(time().isPresent(), found, "time", "portal.problem.time");
        unless(whole(typed.minutes()).isPresent(), found, "minutes", "portal.problem.length");
        unless(whole(typed.repeatWeekly()).isPresent(), found, "repeatWeekly", "portal.problem.repeats");
        unless(isEmptyOr(Subject.class, typed.subject()), found, "subject", "portal.problem.choice");
        unless(isEmptyOr(Role.class, typed.role()), found, "role", "portal.problem.choice");
        var gender = text(typed.gender());
        unless(gender.isEmpty() || Choices.gender(gender).isPresent(), found, "gender", "portal.problem.choice");
        var number = text(typed.phoneNumber());
        unless(!isPhone() || number.isEmpty() || number().isPresent(), found, "phoneNumber", "portal.problem.number");
        return found;
    }

    private static void unless(boolean right, Map<String, String> found, String field, String problem) {
        if (!right) {
            found.put(field, problem);
        }
    }

    private static boolean isEmptyOr(Class<? extends Enum<?>> type, @Nullable String word) {
        return text(word).isEmpty() || Choices.words(type).contains(text(word));
    }

    private boolean isPhone() {
        return PHONE.equals(typed.kind());
    }

    private Optional<LocalDate> date() {
        return Readings.first(DATES, text(typed.date()), LocalDate::from);
    }

    private Optional<LocalTime> time() {
        return Readings.first(TIMES, text(typed.time()), LocalTime::from);
    }

    private Optional<PhoneNumber> number() {
        return PhoneNumber.parse(text(typed.phoneNumber()));
    }

    private static OptionalInt whole(@Nullable String typed) {
        var text = text(typed);
        return text.matches("[0-9]{1,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }

    /** The same, with what is wrong. */
    private BookingForm with(Map<String, String> found) {
        return new BookingForm(typed, found);
    }

    /** The same, with what does not make sense. */
    public BookingForm with(List<Fault> faults) {
        var found = new LinkedHashMap<String, String>();
        faults.forEach(fault -> found.putIfAbsent(field(fault), problem(fault)));
        return with(found);
    }

    private static String field(Fault fault) {
        return switch (fault.reason()) {
            case BLOCKED -> "form";
            case NEEDS_GENDER -> "gender";
            case REQUIRED,
                    NOT_FOR_PHONE,
                    ONLY_FOR_PHONE,
                    TOO_LONG,
                    ONE_LINE,
                    LENGTH,
                    TO_THE_MINUTE,
                    NO_SUCH_TIME,
                    TOO_SOON,
                    TOO_FAR,
                    REPEATS,
                    CASE_REFERENCE,
                    NOT_REGISTERED,
                    NO_NUMBER -> fault.field();
        };
    }

    private static String problem(Fault fault) {
        return switch (fault.reason()) {
            case REQUIRED -> "portal.problem.required";
            case NOT_FOR_PHONE, ONLY_FOR_PHONE, NEEDS_GENDER -> "portal.problem.choice";
            case TOO_LONG -> "portal.problem.too-long";
            case ONE_LINE -> "portal.problem.one-line";
            case LENGTH -> "portal.problem.length";
            case TO_THE_MINUTE -> "portal.problem.time";
            case NO_SUCH_TIME -> "portal.problem.no-such-time";
            case TOO_SOON -> "portal.problem.too-soon";
            case TOO_FAR -> "portal.problem.too-far";
            case REPEATS -> "portal.problem.repeats";
            case CASE_REFERENCE -> "portal.problem.appointment-case";
            case NOT_REGISTERED -> "portal.problem.number";
            case NO_NUMBER -> "portal.problem.no-number";
            case BLOCKED -> "portal.problem.blocked";
        };
    }

    /**
     * Of what this organisation asks for. The same form sent twice is the same; a form that was changed in between, in a page
     * to which the browser went back, is another.
     */
    public AppointmentId id(OrganisationId organisation) {
        var asked = Stream.concat(
                        Stream.of(organisation.toString()), typed.all().map(BookingForm::text))
                .collect(Collectors.joining(BETWEEN));
        return new AppointmentId(UUID.nameUUIDFromBytes(asked.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is asked for; only if nothing {@link #isWrong() is wrong}. What is only for the other kind of appointment is left out. */
    public AppointmentRequest request() {
        var gender = Choices.gender(text(typed.gender()));
        return new AppointmentRequest(
                isPhone() ? AppointmentKind.PHONE : AppointmentKind.ON_SITE,
                date().orElseThrow(),
                time().orElseThrow(),
                whole(typed.minutes()).orElseThrow(),
                isPhone() ? null : typed.municipality(),
                isPhone() ? null : typed.address(),
                isPhone() ? number().orElse(null) : null,
                new Language(text(typed.language())),
                Choices.constant(Subject.class, text(typed.subject())).orElse(null),
                gender.map(Choices.GenderChoice::gender).orElse(null),
                gender.map(Choices.GenderChoice::required).orElse(false),
                Choices.constant(Role.class, text(typed.role())).orElse(null),
                !text(typed.sameInterpreter()).isEmpty(),
                typed.caseReference(),
                isPhone() ? null : typed.contactNote(),
                whole(typed.repeatWeekly()).orElseThrow());
    }

    /** Without what might name a person. */
    @Override
    public String toString() {
        return "BookingForm" + problems.keySet();
    }
}
