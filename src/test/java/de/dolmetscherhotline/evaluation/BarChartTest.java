package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.evaluation.BarChart.Bar;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn in the report, pixel by pixel. */
class BarChartTest {

    private static final int WIDTH = 400;
    private static final int FILLED = 0xff0b6b61;

    @Test
    void barsAreAsLongAsTheirCountsAndWhatIsNotPublishedHasNone() throws IOException {
        var chart = new BarChart(List.of(
                new Bar("Helmstedt", 10L, "10"),
                new Bar("Lehre", null, "•"),
                new Bar("Velpke", 0L, "0"),
                new Bar("Grasleben", 5L, "5")));
        assertThat(length(chart, 0)).isGreaterThan(WIDTH / 2).isLessThan(WIDTH);
        assertThat(length(chart, 1)).isZero();
        assertThat(length(chart, 2)).isZero();
        assertThat(length(chart, 3) * 2).isBetween(length(chart, 0) - 2, length(chart, 0) + 2);
    }

    @Test
    void whereNothingIsPublishedNothingIsDrawnAndNothingFails() throws IOException {
        assertThat(length(new BarChart(List.of(new Bar("Helmstedt", null, "•"))), 0))
                .isZero();
        assertThat(length(new BarChart(List.of(new Bar("Helmstedt", 0L, "0"))), 0))
                .isZero();
        assertThat(new BarChart(List.of()).height()).isZero();
    }

    @Test
    void manyBarsFitOnAPage() throws IOException {
        var chart = new BarChart(Collections.nCopies(120, new Bar("Kurmandschi (Nordkurdisch)", 5L, "5")));
        assertThat(chart.height()).isLessThanOrEqualTo(800);
        assertThat(length(chart, 119)).isPositive();
    }

    /** Of the bar in this line, in pixels. */
    private static int length(BarChart chart, int line) throws IOException {
        var image = new BufferedImage(WIDTH, chart.height(), BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        chart.draw(graphics, new PdfLetters(), WIDTH, chart.height());
        graphics.dispose();
        int middle = (int) ((line + 0.5) * chart.height() / chart.bars().size());
        int length = 0;
        for (int x = 0; x < WIDTH; x++) {
            length += image.getRGB(x, middle) == FILLED ? 1 : 0;
        }
        return length;
    }
}
