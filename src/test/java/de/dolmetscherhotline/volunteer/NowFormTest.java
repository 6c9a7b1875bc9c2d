package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NowFormTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void withoutATimeItHoldsUntilFurtherNotice() {
        var form = typed("on", null, " ");
        assertThat(form.isOn()).isTrue();
        assertThat(form.end(MONDAY_TEN, BERLIN)).isEmpty();
    }

    @Test
    void itHoldsUntilTheTimeOrForTheHours() {
        assertThat(typed("off", null, "18").end(MONDAY_TEN, BERLIN)).hasValue(Instant.parse("2026-11-23T17:00:00Z"));
        assertThat(typed("off", "2", "18").end(MONDAY_TEN, BERLIN)).hasValue(Instant.parse("2026-11-23T11:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ON", "maybe"})
    void whatSaysNothingSwitchesNobody(String say) {
        assertThat(typed(say, null, null).problem()).isEqualTo("volunteer.problem.say");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "25", "x", "٣", "1.5"})
    void hoursAreFew(String hours) {
        assertThat(typed("on", hours, null).problem()).isEqualTo("volunteer.problem.hours");
    }

    @Test
    void whatIsNoTimeIsSaidAndStays() {
        var form = typed("on", null, "abends");
        assertThat(form.problem()).isEqualTo("volunteer.problem.time");
        assertThat(form.until()).isEqualTo("abends");
    }

    private static NowForm typed(String say, @Nullable String hours, @Nullable String until) {
        return NowForm.read(new NowForm.Typed(say, hours, until));
    }
}
