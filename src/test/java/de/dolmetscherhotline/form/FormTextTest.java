package de.dolmetscherhotline.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.form.FormText.Kind;
import de.dolmetscherhotline.form.FormText.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the file of a form is read. */
class FormTextTest {

    private static final String HEAD = "[mark]\nMuster\n\n[title]\nErklärung\n\n";

    @Test
    void aParagraphIsWhatTheBeginningOfItsNameSays() {
        var form = FormText.parse("# Bemerkung\n" + HEAD + """
                [heading-who]
                Wer

                [box-once]
                # noch eine Bemerkung
                nur ein
                Gespräch
                [line-date]
                Datum
                [text-end]
                Schluss
                [signature-person]
                Unterschrift
                """);

        assertThat(form.title()).isEqualTo("Erklärung");
        assertThat(form.mark()).isEqualTo("Muster");
        assertThat(form.body())
                .containsExactly(
                        new Paragraph("heading-who", Kind.HEADING, "Wer"),
                        new Paragraph("box-once", Kind.BOX, "nur ein Gespräch"),
                        new Paragraph("line-date", Kind.LINE, "Datum"),
                        new Paragraph("text-end", Kind.TEXT, "Schluss"),
                        new Paragraph("signature-person", Kind.SIGNATURE, "Unterschrift"));
    }

    @Test
    void filesOfOtherSystemsAreReadToo() {
        assertThat(FormText.parse("\uFEFF" + HEAD.replace("\n", "\r\n")).title())
                .isEqualTo("Erklärung");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[titel]\nErklärung'|cannot be called [titel]",
                "'[text-a]\n\n[text-b]\nb'|[text-a] is empty",
                "'[text-a]\na\n[text-a]\nb'|two paragraphs [text-a]",
                "'[heading-]\nWer'|has no name",
                "'[text-a]\n\uFFFD'|not in UTF-8"
            })
    void whatIsNoParagraphIsRefused(String text, String problem) {
        assertThatThrownBy(() -> FormText.parse(problem.contains("has no name") ? text : HEAD + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aFormNeedsATitleAndTheMark() {
        assertThatThrownBy(() -> FormText.parse("[title]\nErklärung\n")).hasMessageContaining("[mark]");
        assertThatThrownBy(() -> FormText.parse("[mark]\nMuster\n")).hasMessageContaining("[title]");
        assertThatThrownBy(() -> FormText.parse("")).hasMessageContaining("[title]");
    }

    @ParameterizedTest
    @CsvSource({"Erklärung, ltr", "إعفاء من السرية, rtl", "'DSGVO', ltr", "(§ 203) معافیت, rtl", "1. מסמך, rtl"})
    void theFirstLetterSaysInWhichDirectionItIsWritten(String title, String direction) {
        assertThat(FormText.parse("[mark]\nMuster\n[title]\n" + title).direction())
                .isEqualTo(direction);
    }
}
