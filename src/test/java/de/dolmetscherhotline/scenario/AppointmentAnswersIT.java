package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What it does when those who were asked for an appointment answer. */
class AppointmentAnswersIT extends AppointmentScriptIT {

    @RepeatedTest(3)
    void ofTwoWhoSayYesAtTheSameInstantOneHasItAndOthersAreThanked() {
        var three = members(3);
        var appointment = book(onSite(practice()));
        var codes = three.stream().map(AppointmentScriptIT::code).toList();

        atTheSameInstant(() -> {
            three.get(0).phone().text(line, "JA " + codes.get(0));
            three.get(1).phone().text(line, "JA " + codes.get(1));
        });

        var who = look(appointment).has("status", "confirmed").text("interpreter.id");
        var winner = three.stream()
                .filter(one -> one.id().toString().equals(who))
                .findFirst()
                .orElseThrow();
        var loser = winner.equals(three.get(0)) ? three.get(1) : three.get(0);
        winner.reads("Danke, der Termin Arabisch ist Ihrer: ")
                .reads(", Südertor 6, Helmstedt (Zimmer 12). Verhindert? ABSAGE ");
        loser.reads("Vielen Dank! Der Termin hat sich schon erledigt.");
        assertThat(loser.inbox().toString()).doesNotContain("Südertor");
        pass(Duration.ofMinutes(2));
        three.get(2).reads("hat sich erledigt");
        assertThat(winner.inbox()).hasSize(2);
        assertThat(loser.inbox()).hasSize(2);
        assertThat(events(appointment)).containsExactly("booked", "asked", "asked", "asked", "confirmed");
    }

    @Test
    void whoSaysYesTwiceHasItOnce() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));

        saysYes(saysYes(amina)).reads("ist Ihrer");

        assertThat(events(appointment)).containsOnlyOnce("confirmed");
    }

    @Test
    void whoSaidNoMayThinkBetterOfIt() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));

        saysYes(saysNo(amina)).reads("ist Ihrer");

        assertThat(status(appointment)).isEqualTo("confirmed");
    }

    @Test
    void answersNeverMeanBothACallAndAnAppointment() {
        var amina = volunteer();
        var appointment = book(onSite(practice()));
        var forAppointment = code(amina);
        pass(Duration.ofMinutes(16));
        interpreter("ar");
        practice().dials(line).presses("1");
        var call = call();
        callOuts.ask(call, district(call), Need.of(new Language("ar")), List.of(new Language("ar")))
                .block();
        settle();
        amina.reads("Arabisch wird jetzt gebraucht");
        var forCall = code(amina);
        assertThat(forCall).isNotEqualTo(forAppointment);

        amina.texts("JA " + forAppointment).reads("ist Ihrer");
        assertThat(rows("select claimed_by from callout where opened_at >= :began and claimed_by is not null"))
                .isEmpty();
        assertThat(status(appointment)).isEqualTo("confirmed");
        amina.texts("ABSAGE " + forCall).reads("In Ordnung");
        assertThat(status(appointment)).isEqualTo("confirmed");
    }

    @Test
    void severalAppointmentsHaveDifferentCodesForOnePerson() {
        var amina = interpreterOffDuty("ar");
        var first = book(onSite(practice()));
        var codeOfFirst = code(amina);
        pass(Duration.ofMinutes(2));
        var second = book(onSite(practice()).with("time", "16:00"));
        pass(Duration.ofMinutes(1));

        saysYes(amina);
        assertThat(status(first)).isEqualTo("asking");
        assertThat(status(second)).isEqualTo("confirmed");
        amina.texts("JA " + codeOfFirst).reads("ist Ihrer");
        assertThat(status(first)).isEqualTo("confirmed");
    }

    @Test
    void nobodyHasTwoAtTheSameTime() {
        var amina = interpreterOffDuty("ar");
        var first = book(onSite(practice()));
        var codeOfFirst = code(amina);
        pass(Duration.ofMinutes(2));
        var second = book(onSite(practice()).with("time", "14:30"));
        pass(Duration.ofMinutes(1));
        saysYes(amina);

        amina.texts("JA " + codeOfFirst).reads("Diesen Termin können wir Ihnen nicht geben");

        assertThat(status(first)).isNotEqualTo("confirmed");
        assertThat(status(second)).isEqualTo("confirmed");
    }

    @Test
    void wordsThatNameNobodyAreAnsweredAsBefore() {
        var amina = interpreterOffDuty("ar");

        amina.texts("JA 77").reads("Eine Anfrage mit dieser Nummer ist gerade nicht offen");
        amina.texts("ABSAGE 77").reads("Eine Anfrage mit dieser Nummer ist gerade nicht offen");
        amina.texts("ABSAGE").reads("auch die Nummer aus unserer Nachricht");
    }
}
