package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may still become of an appointment that somebody has: given back, cancelled, wanted from somebody else, missed. */
class AppointmentChangesIT extends AppointmentScriptIT {

    @Test
    void whoCannotComeGivesItBackAndOthersAreAskedAtOnce() {
        var three = members(3);
        var appointment = book(onSite(practice()));
        var amina = saysYes(three.getFirst());
        pass(Duration.ofMinutes(5));

        cannotCome(amina).reads("Ihre Absage ist vermerkt: Arabisch, ");

        look(appointment).has("status", "asking").has("interpreter", null);
        three.get(1).reads("Antworten Sie JA ");
        three.get(2).reads("Antworten Sie JA ");
        saysYes(amina).reads("Der Termin hat sich schon erledigt.");
        assertThat(status(appointment)).isEqualTo("asking");
        saysYes(three.get(1)).reads("ist Ihrer");
        assertThat(events(appointment)).contains("withdrawn").endsWith("confirmed");
        pass(Duration.ofMinutes(40));
        assertThat(amina.inbox()).noneMatch(text -> text.contains("hat sich erledigt."));
    }

    @Test
    void theOrganisationCancels() {
        var three = members(3);
        var appointment = book(onSite(practice()));
        saysYes(three.getFirst());
        pass(Duration.ofMinutes(5));
        var before = three.get(1).inbox().size();

        change(appointment, "cancellation", "Der Patient ist verlegt")
                .hasStatus(200)
                .has("status", "cancelled");

        three.getFirst().reads("Ihr Termin Arabisch, ").reads("ist abgesagt. Sie brauchen nicht zu kommen.");
        assertThat(three.get(1).inbox()).hasSize(before);
        change(appointment, "cancellation", null).isProblem(409);
        change(appointment, "substitution", null).isProblem(409);
        saysYes(three.get(1)).reads("hat sich schon erledigt");
        look(appointment)
                .has("history[-1:].event", List.of("cancelled"))
                .has("history[-1:].actor", List.of("coordinator"))
                .has("history[-1:].reason", List.of("Der Patient ist verlegt"));
    }

    @Test
    void whoIsStillAskedHearsThatItIsCancelled() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));

        change(appointment, "cancellation", null).hasStatus(200);
        pass(Duration.ofMinutes(1));

        amina.reads("hat sich erledigt");
    }

    @Test
    void somebodyElseIsWanted() {
        var two = members(2);
        var appointment = book(onSite(practice()));
        saysYes(two.getFirst());
        pass(Duration.ofMinutes(5));

        change(appointment, "substitution", "Befangen").hasStatus(200).has("status", "asking");

        two.getFirst().reads("ist abgesagt");
        two.get(1).reads("Antworten Sie JA ");
        pass(Duration.ofHours(3));
        two.getFirst().reads("ist abgesagt");
        saysYes(two.get(1));
        look(appointment)
                .has("status", "confirmed")
                .has("interpreter.id", two.get(1).id().toString());
        change(appointment, "substitution", null).hasStatus(200);
        pass(Duration.ofMinutes(40));
        assertThat(status(appointment)).isEqualTo("open");
        change(appointment, "substitution", null).isProblem(409);
    }

    @Test
    void whatIsSentAgainWithItsKeyReplacesNobodyTwice() {
        var three = members(3);
        var appointment = book(onSite(practice()));
        saysYes(three.getFirst());
        pass(Duration.ofMinutes(5));
        replaces(appointment).hasStatus(200).has("status", "asking");
        var next = saysYes(three.get(1));
        pass(Duration.ofMinutes(5));

        replaces(appointment)
                .hasStatus(200)
                .has("status", "confirmed")
                .has("interpreter.id", next.id().toString());

        assertThat(events(appointment)).containsOnlyOnce("substitution");
        assertThat(next.inbox()).noneMatch(text -> text.contains("ist abgesagt"));
    }

    private Answer replaces(UUID appointment) {
        var answer = Answer.to(api().post()
                .uri(APPOINTMENTS + "/" + appointment + "/substitution")
                .header("Idempotency-Key", "\"" + appointment + "\"")
                .bodyValue(Body.of("reason", "Befangen").fields()));
        settle();
        return answer;
    }

    @Test
    void sheIsRemindedOnTheDayBeforeAndTwoHoursBefore() {
        var amina = interpreterOffDuty("ar");
        book(onSite(practice()));
        saysYes(amina);
        assertThat(amina.inbox()).hasSize(2);

        moveTo(day().minusDays(1).atTime(16, 59));
        assertThat(amina.inbox()).hasSize(2);
        moveTo(day().minusDays(1).atTime(17, 0));
        amina.reads("Erinnerung an den Termin Arabisch: ").reads("14:00, Südertor 6, Helmstedt (Zimmer 12).");
        moveTo(day().atTime(11, 59));
        assertThat(amina.inbox()).hasSize(3);
        moveTo(day().atTime(12, 0));
        assertThat(amina.inbox()).hasSize(4);
        moveTo(day().atTime(13, 59));
        assertThat(amina.inbox()).hasSize(4);
    }

    @Test
    void whoMayNotInterpretAnyMoreIsNotRemindedAndTheCoordinatorIsTold() {
        var coordinator = coordinator();
        var amina = interpreterOffDuty("ar");
        book(onSite(practice()));
        saysYes(amina);
        sql("delete from obligation where kind = 'secrecy' and interpreter_id = '" + amina.id() + "'");

        moveTo(day().minusDays(1).atTime(17, 0));

        assertThat(amina.inbox()).hasSize(2);
        coordinator
                .reads("Wer den Termin Arabisch, ")
                .reads("14:00 zugesagt hat, darf inzwischen nicht mehr dolmetschen");
    }

    @Test
    void whoGaveItBackIsNotReminded() {
        var amina = interpreterOffDuty("ar");
        book(onSite(practice()));
        cannotCome(saysYes(amina));
        var before = amina.inbox().size();

        moveTo(day().atTime(13, 0));

        assertThat(amina.inbox()).hasSize(before);
    }

    @Test
    void whoSaysOnlyWhenItHasBegunThatSheCannotComeDidNotCome() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));
        saysYes(amina);
        moveTo(day().atTime(14, 5));

        cannotCome(amina).reads("Ihre Absage ist vermerkt");

        look(appointment)
                .has("status", "no_show")
                .has("absent", "interpreter")
                .has("history[-1:].actor", List.of("interpreter"));
    }

    @Test
    void whoDidNotComeIsRecorded() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));
        saysYes(amina);
        var noShow = Body.of("absent", "interpreter", "reason", null);
        post(APPOINTMENTS + "/" + appointment + "/no-show", noShow).isProblem(409);

        moveTo(day().atTime(15, 0));
        assertThat(status(appointment)).isEqualTo("held");
        post(APPOINTMENTS + "/" + appointment + "/no-show", noShow)
                .hasStatus(200)
                .has("status", "no_show")
                .has("absent", "interpreter");
        post(APPOINTMENTS + "/" + appointment + "/no-show", noShow).isProblem(409);
    }
}
