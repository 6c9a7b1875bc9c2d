package de.dolmetscherhotline.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.dolmetscherhotline.line.OpeningHours.Span;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    @Test
    void aDayMayBeOpenTwiceAndUntilMidnight() {
        assertThat(monday(span(8, 12), span(12, 18), span(20, 0)).monday()).hasSize(3);
    }

    @Test
    void aSpanMustEndAfterItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> span(12, 12));
        assertThatIllegalArgumentException().isThrownBy(() -> span(12, 8));
    }

    @Test
    void spansOfADayMustNotOverlap() {
        assertThatIllegalArgumentException().isThrownBy(() -> monday(span(8, 12), span(11, 18)));
        assertThatIllegalArgumentException().isThrownBy(() -> monday(span(13, 18), span(8, 12)));
        assertThatIllegalArgumentException().isThrownBy(() -> monday(span(8, 0), span(9, 10)));
    }

    private static OpeningHours monday(Span... spans) {
        List<Span> closed = List.of();
        return new OpeningHours(List.of(spans), closed, closed, closed, closed, closed, closed, closed);
    }

    private static Span span(int from, int to) {
        return new Span(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
