package de.dolmetscherhotline.dashboard.pool;

import static de.dolmetscherhotline.dashboard.pool.Typed.text;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is and how to reach her.
 *
 * @param textNumber empty = texts go to the number for calls
 * @param born a day
 * @param emergency there if it is ticked, as is {@code callout}
 */
public record PersonForm(
        String name,
        String phone,
        String textNumber,
        String gender,
        String born,
        String municipality,
        List<String> role,
        String status,
        String emergency,
        String callout,
        String notes)
        implements SectionForm {

    private static final String TICKED = "on";
    private static final int LONGEST = 200;
    private static final int LONGEST_NOTES = 4000;

    /** What a form does not send is empty. */
    public PersonForm {
        name = text(name);
        phone = text(phone);
        textNumber = text(textNumber);
        gender = text(gender);
        born = text(born);
        municipality = text(municipality);
        role = List.copyOf(Objects.requireNonNullElse(role, List.of()));
        status = text(status);
        emergency = text(emergency);
        callout = text(callout);
        notes = text(notes);
    }

    static PersonForm empty() {
        return new PersonForm(
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(Typed.word(Role.VOLUNTEER)),
                Typed.word(Status.IN_TRAINING),
                "",
                "",
                "");
    }

    static PersonForm of(InterpreterProfile profile) {
        var textNumber = profile.textNumber();
        var gender = profile.gender();
        var born = profile.dateOfBirth();
        return new PersonForm(
                profile.name(),
                profile.phoneNumber().written(),
                textNumber == null ? "" : textNumber.written(),
                gender == null ? "" : Typed.word(gender),
                born == null ? "" : born.toString(),
                text(profile.municipality()),
                profile.roles().stream().map(Typed::word).toList(),
                Typed.word(profile.status()),
                profile.emergencyOptIn() ? TICKED : "",
                profile.calloutOptIn() ? TICKED : "",
                text(profile.notes()));
    }

    @Override
    public Map<String, String> problems(Rules rules) {
        var problems = new LinkedHashMap<String, String>();
        require(problems, "name", !name.isEmpty(), "pool.problem.name");
        require(problems, "name", name.length() <= LONGEST, "pool.problem.long");
        require(problems, "phone", !phone.isEmpty(), "pool.problem.phone");
        require(problems, "phone", isDialable(phone, rules), "pool.problem.phone-not-dialable");
        require(
                problems,
                "textNumber",
                textNumber.isEmpty() || isDialable(textNumber, rules),
                "pool.problem.phone-not-dialable");
        require(problems, "gender", gender.isEmpty() || known(Gender.class, gender), "pool.problem.choose");
        require(problems, "municipality", municipality.length() <= LONGEST, "pool.problem.long");
        require(problems, "role", role.stream().allMatch(word -> known(Role.class, word)), "pool.problem.choose");
        require(problems, "status", known(Status.class, status), "pool.problem.choose");
        require(problems, "notes", notes.length() <= LONGEST_NOTES, "pool.problem.long");
        checkAge(problems, rules.today());
        return problems;
    }

    private void checkAge(Map<String, String> problems, LocalDate today) {
        var day = Typed.day(born);
        require(problems, "born", born.isEmpty() || day.isPresent(), "dashboard.problem.day");
        require(problems, "born", day.filter(today::isBefore).isEmpty(), "pool.problem.future");
        if (status.equals(Typed.word(Status.ACTIVE))) {
            require(problems, "born", day.isPresent(), "pool.problem.born-needed");
            require(
                    problems,
                    "born",
                    day.filter(date -> InterpreterProfile.isAdult(date, today)).isPresent(),
                    "pool.problem.minor");
        }
    }

    private static boolean isDialable(String typed, Rules rules) {
        return PhoneNumber.parse(typed).filter(rules.dialable()::allows).isPresent();
    }

    private static <E extends Enum<E>> boolean known(Class<E> type, String word) {
        return Typed.constant(type, word).isPresent();
    }

    private static void require(Map<String, String> problems, String field, boolean condition, String key) {
        if (!condition) {
            problems.putIfAbsent(field, key);
        }
    }

    /** Somebody new, of whom nothing else is known than her languages. */
    InterpreterProfile profile(DistrictId district, List<LanguageSkill> languages) {
        return profile(district, languages, null);
    }

    @Override
    public InterpreterProfile applied(InterpreterProfile before) {
        return profile(before.districtId(), before.languages(), before);
    }

    private InterpreterProfile profile(
            DistrictId district, List<LanguageSkill> languages, @Nullable InterpreterProfile before) {
        return new InterpreterProfile(
                district,
                name,
                PhoneNumber.parse(phone).orElseThrow(),
                PhoneNumber.parse(textNumber).orElse(null),
                Typed.constant(Gender.class, gender).orElse(null),
                Typed.day(born).orElse(null),
                Typed.given(municipality),
                role.stream()
                        .flatMap(word -> Typed.constant(Role.class, word).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                languages,
                before == null ? List.of() : before.subjects(),
                before == null ? List.of() : before.obligations(),
                before == null ? List.of() : before.doNotPair(),
                Typed.given(notes),
                Typed.constant(Status.class, status).orElseThrow(),
                emergency.equals(TICKED),
                callout.equals(TICKED));
    }

    @Override
    public boolean asksForMore() {
        return false;
    }

    /** Without what names somebody. */
    @Override
    public String toString() {
        return "PersonForm";
    }
}
