package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.LanguagesFixture;
import de.dolmetscherhotline.platform.DialableNumbersFixture;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.InterpreterFixture;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.sheet.Sheet;
import de.dolmetscherhotline.sheet.SheetFile;
import de.dolmetscherhotline.sheet.SheetFile.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Plans lists without an application. */
final class RosterFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final DistrictId DISTRICT = DistrictId.random();
    static final Languages LANGUAGES = languages();

    private static final LanguageNames NAMES = new LanguageNames(LANGUAGES);
    static final CellWriter WRITER = new CellWriter(NAMES);
    static final Planner PLANNER =
            new Planner(new CellReader(new SkillReader(NAMES), DialableNumbersFixture.german()), WRITER);

    private RosterFixture() {}

    private static Languages languages() {
        try {
            return LanguagesFixture.builtIn();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What this list asks for, in lines of CSV. */
    static Plan plan(List<Interpreter> known, String... lines) {
        return plan(known, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Plan plan(List<Interpreter> known, byte[] file) {
        return PLANNER.plan(sheet(file), DISTRICT, known, TODAY);
    }

    static Sheet sheet(byte[] file) {
        return ((Reading.Read) SheetFile.read(file)).sheet();
    }

    /** A member of the pool of whom this is recorded. */
    static Interpreter member(InterpreterProfile profile) {
        return InterpreterFixture.of(InterpreterId.random(), profile);
    }
}
