package de.dolmetscherhotline.evaluation;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** The letters of PDF files, in charts as shapes: so that no fonts need to be installed where this runs. */
@Component
class PdfLetters {

    /** Comes with PDFBox; a tagged file has its letters with it. */
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    PdfLetters() throws IOException {
        font = new TTFParser().parse(new RandomAccessReadBuffer(file()));
    }

    static InputStream file() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), FILE);
    }

    /** How wide a text is in this size. */
    synchronized double width(String text, double size) {
        try {
            double width = 0;
            for (int letter : text.codePoints().toArray()) {
                width += font.getAdvanceWidth(glyph(letter));
            }
            return width * size / font.getUnitsPerEm();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The shape of a text that begins here on its base line. */
    synchronized Path2D shape(String text, double x, double y, double size) {
        var shape = new Path2D.Double();
        try {
            double scale = size / font.getUnitsPerEm();
            double at = x;
            for (int letter : text.codePoints().toArray()) {
                var glyph = font.getGlyph().getGlyph(glyph(letter));
                if (glyph != null) {
                    var there = new AffineTransform(scale, 0, 0, -scale, at, y);
                    shape.append(glyph.getPath().getPathIterator(there), false);
                }
                at += font.getAdvanceWidth(glyph(letter)) * scale;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return shape;
    }

    private int glyph(int letter) throws IOException {
        return font.getUnicodeCmapLookup().getGlyphId(letter);
    }
}
