package de.dolmetscherhotline.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.sheet.Sheet.Row;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.sheet.SheetFile.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as text, in all the ways in which offices save them. */
class CsvFileTest {

    private static final String TABLE = "Name;Ort\r\nZoë Müller;Königslutter\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void umlautsSurviveEveryWayOfSavingThem(String charset) {
        assertThat(texts(TABLE.getBytes(Charset.forName(charset))))
                .containsExactly(List.of("Name", "Ort"), List.of("Zoë Müller", "Königslutter"));
    }

    @Test
    void theMarkThatExcelPutsFirstIsNotPartOfTheFirstName() {
        assertThat(texts(("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_8)).getFirst())
                .containsExactly("Name", "Ort");
        assertThat(texts(("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_16LE)).getFirst())
                .containsExactly("Name", "Ort");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void theSeparatorIsRecognised(String separator) {
        var text = String.join(separator, "Name", "\"Ort; oder, Gemeinde\"", "Notiz") + "\n"
                + String.join(separator, "A", "B", "\"1;2,3\t4\"");

        assertThat(texts(text).get(1)).containsExactly("A", "B", "1;2,3\t4");
    }

    @Test
    void theSeparatorMayBeNamedInTheFirstLine() {
        var rows = rows("sep=,\r\nName,Ort\r\nA;B,C\r\n");

        assertThat(rows.getFirst().number()).isEqualTo(2);
        assertThat(rows.get(1).cells()).containsExactly(Cell.text("A;B"), Cell.text("C"));
    }

    @Test
    void rowsAreCountedAsASpreadsheetProgramCounts() {
        var rows = rows("Name;Ort\n\n;\n\"A\nB\";C\nD;E");

        assertThat(rows).extracting(Row::number).containsExactly(1, 4, 5);
        assertThat(rows.get(1).cell(0)).isEqualTo(Cell.text("A\nB"));
    }

    @Test
    void shortRowsAreFilledUpWithEmptyCells() {
        assertThat(rows("A;B;C\n1").get(1).cell(2).isEmpty()).isTrue();
    }

    @Test
    void whatNoCharsetExplainsIsBroken() {
        var bytes = "Name\nM\u00fcller ?\n".getBytes(Charset.forName("windows-1252"));
        bytes[bytes.length - 2] = (byte) 0x81;

        assertThat(rows(bytes).get(1).cell(0)).isInstanceOf(Cell.Broken.class);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThat(flaw(new byte[0])).isEqualTo(Flaw.EMPTY);
        assertThat(flaw("  \n;;\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Flaw.EMPTY);
        assertThat(flaw(new byte[] {1, 0, 2, 0})).isEqualTo(Flaw.NO_TABLE);
        assertThat(flaw(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}))
                .isEqualTo(Flaw.OLD_FORMAT);
        assertThat(flaw("Name\n\"A".getBytes(StandardCharsets.UTF_8))).isEqualTo(Flaw.DAMAGED);
        assertThat(flaw("Name\n\"A\"b".getBytes(StandardCharsets.UTF_8))).isEqualTo(Flaw.DAMAGED);
    }

    @Test
    void tooManyRowsAndColumnsAreRefused() {
        var row = "A\n";
        assertThat(rows(row.repeat(Sheet.MOST_ROWS + 1))).hasSize(Sheet.MOST_ROWS + 1);
        assertThat(flaw(row.repeat(Sheet.MOST_ROWS + 2).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Flaw.TOO_MANY_ROWS);
        var wide = IntStream.range(0, 101).mapToObj(Integer::toString).collect(Collectors.joining(";"));
        assertThat(flaw(wide.getBytes(StandardCharsets.UTF_8))).isEqualTo(Flaw.TOO_MANY_COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+491713920000",
                "-1",
                "@SUM(A1)",
                "'",
                "''",
                "'=1",
                "'s-Hertogenbosch",
                "＝1+1",
                "a\"b;c\nd",
                "ä\\"
            })
    void nothingThatIsWrittenIsAFormulaAndAllIsReadAsItWas(String text) {
        var file = SheetFile.write(Format.CSV, List.of(List.of(Cell.text("Name"), Cell.text(text))));

        var field = new String(file, StandardCharsets.UTF_8).split(";", 2)[1];
        assertThat(field.replace("\"", "").charAt(0)).isNotIn('=', '+', '-', '@', '＝');
        assertThat(texts(file)).containsExactly(List.of("Name", text));
    }

    @Test
    void anApostropheThatMarksNothingStays() {
        assertThat(texts("Name\n'Amina").get(1)).containsExactly("'Amina");
    }

    private static List<List<String>> texts(String text) {
        return texts(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> texts(byte[] file) {
        return rows(file).stream()
                .map(row -> row.cells().stream()
                        .map(cell -> ((Cell.Text) cell).text())
                        .toList())
                .toList();
    }

    private static List<Row> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> rows(byte[] file) {
        return ((Reading.Read) SheetFile.read(file)).sheet().rows();
    }

    private static Flaw flaw(byte[] file) {
        return ((Reading.Refused) SheetFile.read(file)).flaw();
    }
}
