package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.simulator.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an interpreter can say no, and what is remembered about it. */
class DeclineIT extends PhoneScriptIT {

    @Test
    void notNowHoldsForThisCallOnly() {
        var amina = interpreter("ar").behaves(Behaviour.declines(Duration.ofSeconds(3)));
        practice().dials(line).presses("1");
        seconds(8);
        amina.heard("In Ordnung, vielen Dank");
        assertThat(sessions().fatesOf(amina)).containsExactly("declined");
        assertThat(amina.memory().timesAsked()).isEqualTo(1);
        assertThat(amina.memory().unansweredInARow()).isZero();

        talk(practice(), "1", amina.behaves(Behaviour.manual()));
    }

    @Test
    void whoeverMayKnowThePeopleLeavesNoTraceAndIsNotAskedAgainInThisCall() {
        var amina = interpreter("ar").behaves(Behaviour.picksUpAndPresses(Duration.ofSeconds(3), "3"));
        var before = figures(amina);
        var doctor = practice().dials(line).presses("1");
        seconds(10);

        amina.heard("falls Sie die Beteiligten kennen könnten").heard("In Ordnung, vielen Dank");
        amina.isIdle().isFree();
        assertThat(figures(amina)).isEqualTo(before);
        assertThat(sessions().fatesOf(amina)).containsExactly("declined");
        assertThat(logged("EXCUSED")).as("what the log keeps of the reason").isEmpty();
        assertThat(logged("\"3\"")).as("what the log keeps of the key").isEmpty();
        doctor.presses("9");
        seconds(10);
        assertThat(dialsTo(amina)).hasSize(1);
        doctor.hangsUp();

        talk(practice(), "1", amina.behaves(Behaviour.manual()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AN", "API"})
    void afterThreeCallsWithoutAnAnswerSheIsPausedUntilSheSaysThatSheIsBack(String way) {
        var amina = interpreter("ar").behaves(Behaviour.neverAnswers());
        ringsInVain(2);
        assertThat(amina.memory().unansweredInARow()).isEqualTo(2);
        assertThat(amina.inbox()).isEmpty();
        assertThat(view(amina, "pausedAt")).isNull();

        ringsInVain(1);

        amina.reads("Wir haben Sie dreimal nicht erreicht").reads("Antworten Sie AN");
        assertThat(view(amina, "pausedAt")).isNotNull();
        assertThat(view(amina, "available")).isEqualTo(false);
        practice().dials(line).presses("1").hears("niemand im Dienst").hangsUp();
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("said-off");
        assertThat(dialsTo(amina)).hasSize(3);

        comesBack(amina, way);
        assertThat(view(amina, "pausedAt")).isNull();
        assertThat(view(amina, "available")).isEqualTo(true);
        ringsInVain(2);
        assertThat(amina.memory().unansweredInARow()).isEqualTo(2);
        assertThat(view(amina, "pausedAt")).isNull();
        assertThat(amina.inbox().stream().filter(text -> text.contains("dreimal")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AN", "API"})
    void whoeverSaysThatSheIsBackStartsAnewBeforeShePausesToo(String way) {
        var amina = interpreter("ar").behaves(Behaviour.neverAnswers());
        ringsInVain(2);

        comesBack(amina, way);

        assertThat(amina.memory().unansweredInARow()).isZero();
        ringsInVain(1);
        assertThat(view(amina, "pausedAt")).isNull();
    }

    @Test
    void voicemailCountsAsNoAnswer() {
        var amina = interpreter("ar").behaves(Behaviour.voicemail());
        ringsInVain(3);

        amina.reads("Wir haben Sie dreimal nicht erreicht");
        assertThat(view(amina, "pausedAt")).isNotNull();
    }

    @Test
    void anAnswerInBetweenBeginsTheCountAnew() {
        var amina = interpreter("ar").behaves(Behaviour.neverAnswers());
        ringsInVain(2);
        amina.behaves(Behaviour.declines(Duration.ofSeconds(3)));
        ringsInVain(1);
        assertThat(amina.memory().unansweredInARow()).isZero();
        amina.behaves(Behaviour.neverAnswers());
        ringsInVain(2);

        assertThat(view(amina, "pausedAt")).isNull();
        assertThat(amina.inbox()).isEmpty();
    }

    @Test
    void numberThatCannotBeReachedIsFlaggedUntilItIsChanged() {
        var profile = aProfile("ar");
        var amina = interpreterWith(profile).goesOnDuty().behaves(Behaviour.unreachable());
        assertThat(view(amina, "numberFailedAt")).isNull();
        practice().dials(line).presses("1");
        seconds(10);

        assertThat(view(amina, "numberFailedAt")).isNotNull();
        assertThat(sessions().fatesOf(amina)).containsExactly("unreachable");
        assertThat(amina.memory().unansweredInARow()).isZero();
        put(
                        "/api/v1/interpreters/" + amina.id(),
                        profile.with("phoneNumber", aProfile("ar").fields().get("phoneNumber")))
                .hasStatus(200);
        assertThat(view(amina, "numberFailedAt")).isNull();
    }

    private void ringsInVain(int calls) {
        for (int i = 0; i < calls; i++) {
            var doctor = practice().dials(line).presses("1").hears("Wir suchen jetzt");
            seconds(75);
            doctor.hangsUp();
            seconds(65);
        }
    }

    private void comesBack(Person interpreter, String way) {
        if (way.equals("AN")) {
            interpreter.texts("AN").reads("Sie sind jetzt erreichbar");
        } else {
            interpreter.goesOnDuty();
        }
    }

    private @Nullable Object view(Person who, String field) {
        return JsonPath.read(
                get("/api/v1/interpreters/" + who.id()).hasStatus(200).body(), "$." + field);
    }

    /** Everything that is kept about her. */
    private Map<String, Object> figures(Person who) {
        return rows("select to_jsonb(i)::text as everything from interpreter i where :began::timestamptz is not null and id = '"
                        + who.id() + "'")
                .getFirst();
    }

    /** What is kept of the calls of this script that mentions this. */
    private List<Map<String, Object>> logged(String word) {
        return rows("select detail from call_event where happened_at >= :began and detail::text like '%" + word + "%'");
    }
}
