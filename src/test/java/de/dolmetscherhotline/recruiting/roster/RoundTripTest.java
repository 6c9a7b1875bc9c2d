package de.dolmetscherhotline.recruiting.roster;

import static de.dolmetscherhotline.recruiting.roster.RosterFixture.DISTRICT;
import static de.dolmetscherhotline.recruiting.roster.RosterFixture.LANGUAGES;
import static de.dolmetscherhotline.recruiting.roster.RosterFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Obligation;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.pool.SubjectSkill;
import de.dolmetscherhotline.recruiting.roster.Plan.Step;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.testsupport.Nonsense;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is in a pool: its export, imported, changes nothing; and imported into an empty pool, it is the same pool. */
class RoundTripTest {

    private static final int POOLS = 60;
    private static final int PEOPLE = 20;

    private final Random random = new Random(20261123);
    private final Nonsense nonsense = Nonsense.about("the round trip");

    @ParameterizedTest
    @EnumSource(Format.class)
    void importingAnExportChangesNothing(Format format) {
        for (int i = 0; i < POOLS; i++) {
            var pool = pool();
            var plan = RosterFixture.plan(pool, exported(format, pool));

            assertThat(plan.errors()).as("%s", nonsense).isEmpty();
            assertThat(plan.ignored()).isEmpty();
            assertThat(plan.steps())
                    .hasSameSizeAs(pool)
                    .filteredOn(step -> !(step instanceof Step.Unchanged))
                    .as("%s", nonsense)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void importingAnExportIntoAnEmptyPoolMakesTheSamePool(Format format) {
        for (int i = 0; i < POOLS; i++) {
            var pool = pool();
            var created = RosterFixture.plan(List.of(), exported(format, pool)).steps().stream()
                    .map(Step::profile)
                    .map(RosterFixture::member)
                    .toList();

            assertThat(RosterFixture.sheet(exported(format, created)).rows())
                    .as("%s", nonsense)
                    .isEqualTo(RosterFixture.sheet(exported(format, pool)).rows());
        }
    }

    private static byte[] exported(Format format, List<Interpreter> pool) {
        return SheetFile.write(
                format,
                RosterFixture.PLANNER.list(
                        pool.stream().map(Interpreter::profile).toList()));
    }

    private List<Interpreter> pool() {
        return IntStream.range(0, PEOPLE)
                .mapToObj(n -> RosterFixture.member(person(n)))
                .toList();
    }

    private InterpreterProfile person(int n) {
        var status = oneOf(Status.values());
        return new InterpreterProfile(
                DISTRICT,
                name(),
                new PhoneNumber("+4917139200%02d".formatted(n)),
                random.nextBoolean() ? null : new PhoneNumber("+49176040690%02d".formatted(n)),
                random.nextInt(4) == 0 ? null : oneOf(Gender.values()),
                status != Status.ACTIVE && random.nextBoolean() ? null : dayBefore(TODAY.minusYears(18)),
                text(200),
                someOf(Role.values()),
                languages(),
                subjects(),
                obligations(),
                List.of(),
                text(4000),
                status,
                random.nextBoolean(),
                random.nextBoolean());
    }

    /** Blank in no case, since nobody is recorded without a name. */
    private String name() {
        var name = text(150);
        return name == null || Cell.Text.clean(name).isEmpty() ? "Amina" : name;
    }

    private @Nullable String text(int most) {
        var text = random.nextInt(5) == 0
                ? oneOf(
                        "=1+1",
                        "+49",
                        "-",
                        "@x",
                        "'",
                        "'=",
                        "a;b",
                        "a\\;b",
                        "x [seit 01.01.2020]",
                        "a: b",
                        "C:\\neu",
                        "\\")
                : nonsense.text();
        var stored = text.replace("\u0000", "");
        return stored.isBlank() || random.nextInt(6) == 0
                ? null
                : stored.substring(0, Math.min(most / 2, stored.length()));
    }

    private List<LanguageSkill> languages() {
        var all = new ArrayList<>(LANGUAGES.all());
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(4)).stream()
                .map(spoken -> new LanguageSkill(
                        spoken.language(), oneOf(LanguageLevel.values()), oneOf(Direction.values()), text(300)))
                .toList();
    }

    private List<SubjectSkill> subjects() {
        return someOf(Subject.values()).stream()
                .map(subject -> new SubjectSkill(subject, text(300), random.nextBoolean() ? null : dayBefore(TODAY)))
                .toList();
    }

    private List<Obligation> obligations() {
        return someOf(ObligationKind.values()).stream().map(this::obligation).toList();
    }

    private Obligation obligation(ObligationKind kind) {
        var issued = dayBefore(TODAY);
        return new Obligation(kind, issued, random.nextBoolean() ? null : issued.plusDays(random.nextInt(2000)), null);
    }

    private LocalDate dayBefore(LocalDate day) {
        return day.minusDays(random.nextInt(40_000));
    }

    private <E extends Enum<E>> Set<E> someOf(E[] constants) {
        return Stream.of(constants).filter(constant -> random.nextBoolean()).collect(Collectors.toSet());
    }

    @SafeVarargs
    private <T> T oneOf(T... things) {
        return things[random.nextInt(things.length)];
    }
}
