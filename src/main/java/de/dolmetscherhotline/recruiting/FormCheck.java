package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.platform.DialableNumbers;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.recruiting.ApplicationForm.Choice;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.Days;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands the form, or says beside which field what is wrong. */
@Component
class FormCheck {

    /** Texts go to mobile phones of this country only: others cost more, and nobody could read them. */
    private static final Pattern GERMAN_MOBILE = Pattern.compile("\\+491[567][0-9]{8,9}");

    private static final List<Role> OFFERED =
            List.of(Role.VOLUNTEER, Role.INTEGRATIONSLOTSE, Role.ASYLBEGLEITER, Role.SWORN);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MESSAGE = 1000;
    private static final int FULL_AGE = 18;
    private static final int OLDEST = 120;

    private final Languages languages;
    private final DialableNumbers dialable;
    private final Clock clock;

    FormCheck(Languages languages, DialableNumbers dialable, Clock clock) {
        this.languages = languages;
        this.dialable = dialable;
        this.clock = clock;
    }

    /** What came of checking a form. */
    sealed interface Checked {

        record Good(
                District district,
                PhoneNumber number,
                Details details,
                @Nullable String message) implements Checked {}

        /**
         * Something is wrong.
         *
         * @param errors what is wrong by field, in the order of the form; keys of messages
         */
        record Bad(Map<String, String> errors) implements Checked {}
    }

    static List<Role> offeredRoles() {
        return OFFERED;
    }

    boolean isTextable(PhoneNumber number) {
        return GERMAN_MOBILE.matcher(number.e164()).matches() && dialable.allows(number);
    }

    /**
     * Checks what was typed.
     *
     * @param districts those for which people may apply
     * @param known the number if it need not be typed, because a link was sent to it
     */
    Checked check(ApplicationForm form, List<District> districts, @Nullable PhoneNumber known) {
        var errors = new LinkedHashMap<String, String>();
        var district = district(form, districts);
        if (district.isEmpty()) {
            errors.put("district", "apply.error.district");
        }
        var name = text(form.name());
        require(errors, "name", !name.isEmpty(), "apply.error.name");
        require(errors, "name", name.length() <= LONGEST_NAME, "apply.error.too-long");
        var number = Optional.ofNullable(known).or(() -> number(form, errors));
        var today = district.map(District::timeZone)
                .map(zone -> LocalDate.now(clock.withZone(zone)))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var born = born(form, today, errors);
        var municipality = text(form.municipality());
        require(errors, "municipality", municipality.length() <= LONGEST_NAME, "apply.error.too-long");
        var skills = skills(form, errors);
        var message = text(form.message());
        require(errors, "message", message.length() <= LONGEST_MESSAGE, "apply.error.message-too-long");
        require(errors, "consent", form.agrees(), "apply.error.consent");
        if (!errors.isEmpty()) {
            return new Checked.Bad(errors);
        }
        var details = new Details(
                name,
                gender(form.gender()),
                born.orElseThrow(),
                municipality.isEmpty() ? null : municipality,
                roles(form),
                skills);
        return new Checked.Good(
                district.orElseThrow(), number.orElseThrow(), details, message.isEmpty() ? null : message);
    }

    private static void require(Map<String, String> errors, String field, boolean condition, String key) {
        if (!condition) {
            errors.putIfAbsent(field, key);
        }
    }

    private static String text(@Nullable String typed) {
        return Cell.Text.clean(Objects.requireNonNullElse(typed, ""));
    }

    private static Optional<District> district(ApplicationForm form, List<District> districts) {
        if (districts.size() == 1) {
            return Optional.of(districts.getFirst());
        }
        return districts.stream()
                .filter(district -> district.id().toString().equals(form.district()))
                .findFirst();
    }

    private Optional<PhoneNumber> number(ApplicationForm form, Map<String, String> errors) {
        var typed = text(form.phone());
        var number = PhoneNumber.parse(typed);
        require(errors, "phone", !typed.isEmpty(), "apply.error.phone");
        require(errors, "phone", number.isPresent(), "apply.error.phone-unreadable");
        require(errors, "phone", number.filter(this::isTextable).isPresent(), "apply.error.phone-not-mobile");
        return number;
    }

    private static Optional<LocalDate> born(ApplicationForm form, LocalDate today, Map<String, String> errors) {
        var typed = text(form.born());
        var born = Days.read(typed);
        require(errors, "born", !typed.isEmpty(), "apply.error.born");
        require(errors, "born", born.isPresent(), "apply.error.born-unreadable");
        require(
                errors,
                "born",
                born.filter(day -> !day.isAfter(today) && day.isAfter(today.minusYears(OLDEST)))
                        .isPresent(),
                "apply.error.born-impossible");
        require(
                errors,
                "born",
                born.filter(day -> !day.isAfter(today.minusYears(FULL_AGE))).isPresent(),
                "apply.error.minor");
        return born;
    }

    private List<LanguageSkill> skills(ApplicationForm form, Map<String, String> errors) {
        var skills = new LinkedHashMap<Language, LanguageSkill>();
        for (var choice : form.chosen()) {
            var language = language(choice);
            var level = constant(LanguageLevel.values(), choice.level());
            require(errors, "languages", language.isPresent(), "apply.error.language-missing");
            require(errors, "languages", level.isPresent(), "apply.error.level-missing");
            if (language.isPresent() && level.isPresent()) {
                var before = skills.put(language.get(), new LanguageSkill(language.get(), level.get()));
                require(errors, "languages", before == null, "apply.error.language-twice");
            }
        }
        require(errors, "languages", !skills.isEmpty(), "apply.error.languages");
        return List.copyOf(skills.values());
    }

    private Optional<Language> language(Choice choice) {
        return languages.all().stream()
                .map(spoken -> spoken.language())
                .filter(language -> language.tag().equals(choice.language()))
                .findFirst();
    }

    private static @Nullable Gender gender(@Nullable String typed) {
        return constant(Gender.values(), Objects.requireNonNullElse(typed, "")).orElse(null);
    }

    private static Set<Role> roles(ApplicationForm form) {
        return form.roles()
                .flatMap(word -> constant(Role.values(), word).stream())
                .filter(OFFERED::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String word) {
        return Stream.of(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
