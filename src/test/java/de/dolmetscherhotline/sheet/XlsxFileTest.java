package de.dolmetscherhotline.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.dolmetscherhotline.sheet.Sheet.Row;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.sheet.SheetFile.Reading;
import de.dolmetscherhotline.testsupport.Nonsense;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Workbooks, also those that somebody has prepared. */
class XlsxFileTest {

    private static final String FIRST_SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void whatIsWrittenIsReadAgain() {
        var born = LocalDate.of(1990, 12, 31);
        var longAgo = LocalDate.of(1899, 12, 31);
        var rows = rows(SheetFile.write(
                Format.XLSX,
                List.of(
                        List.of(Cell.text("Name"), Cell.text("Telefon"), Cell.text("Geburtsdatum")),
                        List.of(Cell.text("=1+1 <ä> \"&\"\nzwei"), Cell.text("+491713920000"), new Cell.Day(born)),
                        List.of(Cell.text("'=x"), Cell.empty(), new Cell.Day(longAgo)))));

        assertThat(rows.get(1).cell(0)).isEqualTo(Cell.text("=1+1 <ä> \"&\"\nzwei"));
        assertThat(rows.get(1).cell(1)).isEqualTo(Cell.text("+491713920000"));
        assertThat(rows.get(1).cell(2))
                .isInstanceOfSatisfying(
                        Cell.Numeral.class, number -> assertThat(number.day()).isEqualTo(born));
        assertThat(rows.get(2).cell(0)).isEqualTo(Cell.text("'=x"));
        assertThat(rows.get(2).cell(1).isEmpty()).isTrue();
        assertThat(rows.get(2).cell(2)).isEqualTo(Cell.text("31.12.1899"));
    }

    @Test
    void formulasNumbersAndAnswersAreToldApart() {
        var rows = rows(workbook(sheet -> {
            sheet.value(0, 0, "Name");
            sheet.formula(1, 0, "1+1");
            sheet.value(1, 1, 491713920000L);
            sheet.value(1, 2, true);
            sheet.value(4, 3, "unten");
        }));

        assertThat(rows.get(1).cell(0)).isEqualTo(new Cell.Formula());
        assertThat(rows.get(1).cell(1))
                .isInstanceOfSatisfying(
                        Cell.Numeral.class,
                        number -> assertThat(number.value().compareTo(new BigDecimal("491713920000")))
                                .isZero());
        assertThat(rows.get(1).cell(2)).isEqualTo(Cell.text("true"));
        assertThat(rows.get(2).number()).isEqualTo(5);
    }

    @Test
    void aWorkbookWithProgramsIsRefused() {
        assertThat(flaw(withPart(aWorkbook(), "xl/vbaProject.bin", new byte[] {1, 2, 3})))
                .isEqualTo(Flaw.MACROS);
    }

    @Test
    void aWorkbookThatGrowsBeyondMeasureIsRefused() {
        var bomb = withPart(aWorkbook(), "xl/media/bomb.bin", new byte[XlsxFile.MOST_BYTES + 1]);

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(flaw(bomb)).isEqualTo(Flaw.TOO_MUCH_INSIDE);
    }

    @Test
    void entitiesAreNotExpanded() {
        var prepared = changed(
                aWorkbook(),
                FIRST_SHEET,
                sheet -> sheet.replaceFirst(
                                "<worksheet",
                                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\"><!ENTITY z \"zz\">]><worksheet")
                        .replaceFirst("<v>0</v>", "<v>&y;&z;</v>"));

        assertThat(SheetFile.read(prepared).toString()).doesNotContain("root:", "zz");
    }

    @Test
    void manyColumnsAreRefusedUnlessTheyAreEmpty() {
        assertThat(flaw(workbook(sheet -> sheet.value(0, 16_000, "weit rechts"))))
                .isEqualTo(Flaw.TOO_MANY_COLUMNS);
    }

    @Test
    void noDamageIsAnErrorOfOurs() {
        var nonsense = Nonsense.about("workbooks");
        var good = aWorkbook();
        for (int i = 0; i < 400; i++) {
            var damaged = good.clone();
            for (int damages = 1 + nonsense.below(20); damages > 0; damages--) {
                damaged[4 + nonsense.below(damaged.length - 4)] = (byte) nonsense.below(256);
            }
            assertThatCode(() -> SheetFile.read(damaged)).as("%s", nonsense).doesNotThrowAnyException();
        }
    }

    private static byte[] aWorkbook() {
        return workbook(sheet -> {
            sheet.value(0, 0, "Name");
            sheet.value(1, 0, "Amina");
        });
    }

    private static byte[] workbook(Consumer<Worksheet> content) {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "Test", null)) {
            content.accept(workbook.newWorksheet("Liste"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static byte[] withPart(byte[] workbook, String name, byte[] content) {
        return copied(workbook, (part, bytes) -> bytes, parts -> put(parts, name, content));
    }

    private static byte[] changed(byte[] workbook, String name, UnaryOperator<String> change) {
        return copied(
                workbook,
                (part, bytes) -> part.equals(name)
                        ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)
                        : bytes,
                parts -> {});
    }

    private interface Change {
        byte[] of(String part, byte[] content);
    }

    private static byte[] copied(byte[] workbook, Change change, Consumer<ZipOutputStream> further) {
        var file = new ByteArrayOutputStream();
        try (var from = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                var to = new ZipOutputStream(file)) {
            for (var part : Collections.list(from.getEntries())) {
                put(
                        to,
                        part.getName(),
                        change.of(part.getName(), from.getInputStream(part).readAllBytes()));
            }
            further.accept(to);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static void put(ZipOutputStream parts, String name, byte[] content) {
        try {
            parts.putNextEntry(new ZipEntry(name));
            parts.write(content);
            parts.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Row> rows(byte[] file) {
        return ((Reading.Read) SheetFile.read(file)).sheet().rows();
    }

    private static Flaw flaw(byte[] file) {
        return ((Reading.Refused) SheetFile.read(file)).flaw();
    }
}
