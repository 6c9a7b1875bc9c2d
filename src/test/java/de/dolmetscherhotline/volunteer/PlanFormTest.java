package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.Shift;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class PlanFormTest {

    private static final Shift MONDAY_EVENING = shift(DayOfWeek.MONDAY, "18:00", "22:00");
    private static final Shift FRIDAY_NIGHT = shift(DayOfWeek.FRIDAY, "22:00", "06:00");

    @Test
    void aPlanIsShownAndReadBack() {
        var plan = List.of(MONDAY_EVENING, FRIDAY_NIGHT);
        var sent = sent(PlanForm.of(plan));
        assertThat(PlanForm.read(sent).shifts()).isEqualTo(plan);
        assertThat(PlanForm.read(sent).isAnswerTo(plan)).isTrue();
    }

    @Test
    void everyDayHasThreeRowsAndMoreIfThePlanHasButAlwaysOneToSpare() {
        var full = IntStream.range(0, 5)
                .mapToObj(i -> shift(DayOfWeek.SUNDAY, "0%d:00".formatted(i), "0%d:30".formatted(i)))
                .toList();
        var days = PlanForm.of(full).days();
        assertThat(days).hasSize(7);
        assertThat(days.getFirst().rows()).hasSize(3);
        assertThat(days.getLast().rows()).hasSize(6);
        assertThat(PlanForm.read(sent(PlanForm.of(full))).shifts()).isEqualTo(full);
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndStaysAsTyped() {
        var form = PlanForm.read(fields(
                "monday-0-from", "soon", "monday-0-to", "22:00", "tuesday-1-from", "9", "wednesday-2-to", " 25:00 "));
        assertThat(form.isWrong()).isTrue();
        var monday = form.days().getFirst().rows().getFirst();
        assertThat(monday.from()).isEqualTo("soon");
        assertThat(monday.fromProblem()).isEqualTo("volunteer.problem.time");
        assertThat(monday.toProblem()).isNull();
        assertThat(form.days().get(1).rows().get(1).toProblem()).isEqualTo("volunteer.problem.time-missing");
        var wednesday = form.days().get(2).rows().get(2);
        assertThat(wednesday.fromProblem()).isEqualTo("volunteer.problem.time-missing");
        assertThat(wednesday.toProblem()).isEqualTo("volunteer.problem.time");
    }

    @Test
    void twoTimesMustNotOverlap() {
        var form = PlanForm.read(fields(
                "monday-0-from",
                "18",
                "monday-0-to",
                "20",
                "monday-1-from",
                "18:00",
                "monday-1-to",
                "22",
                "tuesday-0-from",
                "18",
                "tuesday-0-to",
                "20"));
        assertThat(form.days().getFirst().rows().get(1).fromProblem()).isEqualTo("volunteer.problem.overlaps");
        assertThat(form.days().get(1).rows().getFirst().fromProblem()).isNull();
    }

    @Test
    void aTimeAcrossMidnightMustNotOverlapTheNextDayNotEvenFromSundayToMonday() {
        var form = PlanForm.read(
                fields("monday-0-from", "5", "monday-0-to", "7", "sunday-0-from", "22", "sunday-0-to", "6"));
        assertThat(form.days().getLast().rows().getFirst().fromProblem()).isEqualTo("volunteer.problem.overlaps");
        var apart = PlanForm.read(
                fields("monday-0-from", "6", "monday-0-to", "7", "sunday-0-from", "22", "sunday-0-to", "6"));
        assertThat(apart.isWrong()).isFalse();
    }

    @Test
    void moreTimesThanAPlanTakesAreSaidToBeTooMany() {
        var fields = new LinkedMultiValueMap<String, String>();
        for (var day : List.of("monday", "tuesday", "wednesday")) {
            for (int i = 0; i < 20; i++) {
                fields.add(day + "-" + i + "-from", "%02d:00".formatted(i));
                fields.add(day + "-" + i + "-to", "%02d:30".formatted(i));
            }
        }
        var wednesday = PlanForm.read(fields).days().get(2).rows();
        assertThat(wednesday.get(9).fromProblem()).isNull();
        assertThat(wednesday.get(10).fromProblem()).isEqualTo("volunteer.problem.too-many-shifts");
    }

    @Test
    void mondayIsCopiedToTheOtherWorkingDaysOnly() {
        var copied = PlanForm.of(List.of(MONDAY_EVENING, FRIDAY_NIGHT, shift(DayOfWeek.SATURDAY, "10:00", "12:00")))
                .withMondayForWorkingDays();
        assertThat(PlanForm.read(sent(copied)).shifts())
                .hasSize(6)
                .contains(shift(DayOfWeek.FRIDAY, "18:00", "22:00"), shift(DayOfWeek.SATURDAY, "10:00", "12:00"))
                .doesNotContain(FRIDAY_NIGHT);
    }

    @Test
    void aPlanThatWasChangedMeanwhileIsNotTheOneThatWasAnswered() {
        var form = PlanForm.read(sent(PlanForm.of(List.of(MONDAY_EVENING))));
        assertThat(form.isAnswerTo(List.of(MONDAY_EVENING, FRIDAY_NIGHT))).isFalse();
        assertThat(form.against(List.of(FRIDAY_NIGHT)).isAnswerTo(List.of(FRIDAY_NIGHT)))
                .isTrue();
    }

    @Test
    void endlessFormsAreNotReadToTheEnd() {
        var fields = new LinkedMultiValueMap<String, String>();
        IntStream.range(0, 10_000).forEach(i -> fields.add("monday-" + i + "-from", "x"));
        assertThat(PlanForm.read(fields).days().getFirst().rows()).hasSizeLessThan(100);
    }

    private static Shift shift(DayOfWeek day, String starts, String ends) {
        return new Shift(day, LocalTime.parse(starts), LocalTime.parse(ends));
    }

    private static MultiValueMap<String, String> fields(String... namesAndValues) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** As a browser sends the form that is shown. */
    private static MultiValueMap<String, String> sent(PlanForm form) {
        var fields = fields("shown", form.shown());
        form.days()
                .forEach(day -> day.rows().forEach(row -> {
                    fields.add(row.name() + "-from", row.from());
                    fields.add(row.name() + "-to", row.to());
                }));
        return fields;
    }
}
