package de.dolmetscherhotline.evaluation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts as bars, one below the other, each with its label and its number beside it: it is read without colours. Where a count
 * is not to be published there is no bar, and a sign instead of the number.
 */
record BarChart(List<Bar> bars) {

    /** Of the page, in pixels of 1/96 inch. */
    private static final double LINE = 17;

    private static final double HIGHEST = 800;
    private static final double SIZE = 11.5;
    private static final double BAR = 10;
    private static final double GAP = 6;
    private static final Color INK = new Color(0x1a1a1a);
    private static final Color FILL = new Color(0x0b6b61);

    BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param count null if it is not to be published
     * @param number the same as it is written
     */
    record Bar(String label, @Nullable Long count, String number) {}

    /** How high it is drawn: no higher than a page. */
    int height() {
        return (int) Math.min(Math.ceil(bars.size() * LINE), HIGHEST);
    }

    void draw(Graphics2D graphics, PdfLetters letters, double width, double height) {
        double line = height / bars.size();
        double scale = Math.min(1, line / LINE);
        double left = column(letters, bars.stream().map(Bar::label).toList(), width * 0.4);
        double right = column(letters, bars.stream().map(Bar::number).toList(), width * 0.2);
        double most = bars.stream()
                .mapToLong(bar -> bar.count() == null ? 0 : bar.count())
                .max()
                .orElse(0);
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            double middle = (i + 0.5) * line;
            double length = bar.count() == null || most == 0 ? 0 : (width - left - right) * bar.count() / most;
            graphics.setColor(FILL);
            graphics.fill(new Rectangle2D.Double(left, middle - scale * BAR / 2, length, scale * BAR));
            graphics.setColor(INK);
            write(graphics, letters, bar.label(), 0, middle, left - GAP, scale * SIZE);
            write(graphics, letters, bar.number(), left + length + GAP, middle, right, scale * SIZE);
        }
        graphics.setStroke(new BasicStroke(0.75f));
        graphics.draw(new Line2D.Double(left, 0, left, height));
    }

    private static double column(PdfLetters letters, List<String> texts, double atMost) {
        double widest = texts.stream()
                .mapToDouble(text -> letters.width(text, SIZE))
                .max()
                .orElse(0);
        return Math.min(widest + GAP, atMost);
    }

    /** Smaller where there is no room. */
    private static void write(
            Graphics2D graphics, PdfLetters letters, String text, double x, double middle, double room, double usual) {
        double width = letters.width(text, usual);
        double size = width > room ? usual * room / width : usual;
        graphics.fill(letters.shape(text, x, middle + size * 0.35, size));
    }
}
