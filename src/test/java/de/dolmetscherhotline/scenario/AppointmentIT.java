package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who is asked for an appointment, and who has it. */
class AppointmentIT extends AppointmentScriptIT {

    @Test
    void neighboursAreAskedFirstAndOthersHalfAnHourLater() {
        var far = memberIn("Lehre");
        var near = List.of(memberIn("Helmstedt"), memberIn("Helmstedt"), memberIn("Helmstedt"));
        interpreterOffDuty("uk");
        var appointment = book(onSite(practice()));

        assertThat(asked(near)).hasSize(3);
        near.getFirst()
                .reads("Termin Arabisch, ")
                .reads(day().getDayOfMonth() + "." + day().getMonthValue() + ". 14:00, ca. 60 Min, Helmstedt.");
        assertThat(near.getFirst().inbox().toString()).doesNotContain("Südertor", "0815", "Zimmer");
        assertThat(far.inbox()).isEmpty();
        pass(Duration.ofMinutes(29));
        assertThat(far.inbox()).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(far.inbox()).hasSize(1);
        assertThat(status(appointment)).isEqualTo("asking");

        pass(Duration.ofMinutes(30));
        assertThat(status(appointment)).isEqualTo("open");
        assertThat(near.getFirst().inbox()).hasSize(1);
    }

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
    void noBringsTheNextAtOnce() {
        var four = members(4);
        var appointment = book(onSite(practice()));
        var first = asked(four);
        assertThat(first).hasSize(3);

        saysNo(first.getFirst()).reads("In Ordnung");

        assertThat(asked(four)).hasSize(4);
        saysNo(first.get(1));
        saysNo(first.get(2));
        assertThat(status(appointment)).isEqualTo("asking");
        four.stream().filter(one -> !first.contains(one)).forEach(AppointmentScriptIT::saysNo);
        assertThat(status(appointment)).isEqualTo("open");
        assertThat(events(appointment)).endsWith("declined", "nobody_left");
    }

    @Test
    void whoSaidNoMayThinkBetterOfIt() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));

        saysYes(saysNo(amina)).reads("ist Ihrer");

        assertThat(status(appointment)).isEqualTo("confirmed");
    }

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
    void whoGaveItBackIsNotReminded() {
        var amina = interpreterOffDuty("ar");
        book(onSite(practice()));
        cannotCome(saysYes(amina));
        var before = amina.inbox().size();

        moveTo(day().atTime(13, 0));

        assertThat(amina.inbox()).hasSize(before);
    }

    @Test
    void ifNobodyTakesItThatIsUnmetDemand() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));
        var uncovered = book(onSite(practice()).with("language", "ti"));
        assertThat(status(uncovered)).isEqualTo("open");

        moveTo(day().atTime(13, 45));
        assertThat(status(appointment)).isEqualTo("open");
        moveTo(day().atTime(14, 0));

        assertThat(status(appointment)).isEqualTo("unfilled");
        saysYes(amina).reads("hat sich schon erledigt");
        get(APPOINTMENTS + "?unmet=true&districtId=" + presentDistrict())
                .hasHeader("X-Total-Count", "2")
                .has("[*].status", List.of("unfilled", "unfilled"));
    }

    @Test
    void atNightNobodyIsAskedOrTold() {
        var two = members(2);
        moveTo(today().atTime(21, 0));
        var appointment = book(onSite(practice()));
        moveTo(today().plusDays(1).atTime(7, 59));
        assertThat(asked(two)).isEmpty();
        moveTo(today().plusDays(1).atTime(8, 0));
        assertThat(asked(two)).hasSize(2);

        moveTo(today().plusDays(1).atTime(22, 0));
        saysYes(two.getFirst()).reads("ist Ihrer");
        moveTo(today().plusDays(2).atTime(7, 59));
        assertThat(two.get(1).inbox()).hasSize(1);
        moveTo(today().plusDays(2).atTime(8, 0));
        two.get(1).reads("hat sich erledigt");
        assertThat(status(appointment)).isEqualTo("confirmed");
    }

    @Test
    void byTelephoneBothAreCalledWhenItBegins() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var appointment = book(byPhone(practice));
        amina.reads("Telefontermin Arabisch, ");
        saysYes(amina).reads("Wir rufen Sie dann an.");

        moveTo(day().atTime(13, 59));
        amina.isIdle();
        moveTo(day().atTime(14, 0));
        seconds(1);
        amina.isRinging().picksUp().hears("Arabisch").presses("1");
        seconds(1);
        practice.isRinging().picksUp().presses("1");
        seconds(5);
        practice.talksWith(amina);

        assertThat(status(appointment)).isEqualTo("confirmed");
        endTheirTalk(amina, practice);
        look(appointment)
                .has("status", "held")
                .has("interpreter.id", amina.id().toString())
                .has("absent", null);
        assertThat(events(appointment)).endsWith("begun", "held");
        moveTo(day().atTime(15, 0));
        assertThat(events(appointment)).containsOnlyOnce("held");
    }

    private void endTheirTalk(Person interpreter, Person organisation) {
        seconds(60);
        interpreter.hangsUp();
        organisation.hears("Wie zufrieden").presses("5");
        seconds(20);
    }

    @Test
    void whoTalksLongerThanAgreedHasMetWhenTheyHangUp() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var appointment = book(byPhone(practice).with("minutes", 15));
        saysYes(amina);
        moveTo(day().atTime(14, 0));
        seconds(1);
        amina.isRinging().accepts();
        seconds(1);
        practice.isRinging().picksUp().presses("1");
        seconds(5);
        practice.talksWith(amina);

        leap(Duration.ofMinutes(16));
        assertThat(status(appointment)).isEqualTo("confirmed");
        endTheirTalk(amina, practice);

        assertThat(status(appointment)).isEqualTo("held");
    }

    @Test
    void ifNobodyPicksUpAtTheOrganisationItIsTheOneThatDidNotCome() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(byPhone(practice()));
        saysYes(amina);
        moveTo(day().atTime(14, 0));
        seconds(1);
        amina.isRinging().accepts();

        leap(Duration.ofMinutes(90));

        look(appointment).has("status", "no_show").has("absent", "organisation");
        assertThat(events(appointment)).endsWith("begun", "no_show").doesNotContain("held");
    }

    @Test
    void ifSheDoesNotComeToTheTelephoneAndNobodyElseDoesThatIsUnmetDemand() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(byPhone(practice()));
        saysYes(amina);
        moveTo(day().atTime(14, 0));

        leap(Duration.ofMinutes(90));

        look(appointment).has("status", "unfilled").has("interpreter", null);
        assertThat(events(appointment)).endsWith("begun", "unfilled");
        get(APPOINTMENTS + "?unmet=true&districtId=" + presentDistrict()).hasHeader("X-Total-Count", "1");
    }

    private void isAway(Person who, LocalDate first, LocalDate last) {
        post(
                        "/api/v1/interpreters/" + who.id() + "/absences",
                        Body.of("firstDay", first.toString(), "lastDay", last.toString()))
                .hasStatus(201);
        settle();
    }

    @Test
    void whoIsRecordedAsAwayIsAskedAndBothSidesGetToKnow() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));
        saysYes(amina);
        pass(Duration.ofMinutes(2));

        isAway(amina, day().minusDays(1), day());

        amina.reads("als abwesend gemeldet, haben dann aber den Termin Arabisch");
        assertThat(look(appointment).has("status", "confirmed").value("doubtedAt"))
                .isNotNull();
        assertThat(events(appointment)).endsWith("confirmed", "doubted");
        get(APPOINTMENTS + "?doubted=true&districtId=" + presentDistrict()).hasHeader("X-Total-Count", "1");
        var before = amina.inbox().size();
        isAway(amina, day().plusDays(1), day().plusDays(2));
        assertThat(amina.inbox()).hasSize(before);

        saysYes(amina).reads("ist Ihrer");

        look(appointment).has("status", "confirmed").has("doubtedAt", null);
        assertThat(events(appointment)).endsWith("doubted", "confirmed");
        get(APPOINTMENTS + "?doubted=true&districtId=" + presentDistrict()).hasHeader("X-Total-Count", "0");
    }

    @Test
    void whoIsAwayGivesItBackAndOthersAreAsked() {
        var two = members(2);
        var appointment = book(onSite(practice()));
        saysYes(two.getFirst());
        pass(Duration.ofMinutes(2));
        isAway(two.getFirst(), day(), day());

        cannotCome(two.getFirst()).reads("Ihre Absage ist vermerkt");

        look(appointment).has("status", "asking").has("doubtedAt", null);
        two.get(1).reads("Antworten Sie JA ");
    }

    @Test
    void anAbsenceThatIsTakenBackEndsTheDoubtAndOneOnOtherDaysBeginsNone() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));
        saysYes(amina);
        var before = amina.inbox().size();
        isAway(amina, day().plusDays(3), day().plusDays(4));
        assertThat(amina.inbox()).hasSize(before);
        look(appointment).has("doubtedAt", null);

        isAway(amina, day(), day());
        assertThat(look(appointment).value("doubtedAt")).isNotNull();
        var absences = "/api/v1/interpreters/" + amina.id() + "/absences";
        delete(absences + "/" + get(absences).text("[0].id")).hasStatus(204);

        look(appointment).has("status", "confirmed").has("doubtedAt", null);
    }

    @Test
    void whoHasSaidYesIsAskedAloneAndOthersIfShePicksUpNoMore() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var appointment = book(byPhone(practice));
        saysYes(amina);
        var basim = interpreter("ar");
        moveTo(day().atTime(14, 0));
        seconds(20);

        amina.isRinging();
        basim.isIdle();
        seconds(15);

        basim.isRinging().accepts();
        seconds(1);
        practice.isRinging().picksUp().presses("1");
        seconds(5);
        practice.talksWith(basim);
        endTheirTalk(basim, practice);
        look(appointment).has("status", "held").has("interpreter.id", basim.id().toString());
    }

    @Test
    void aProcessThatDiesWhileItBeginsCallsNobodyTwice() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(byPhone(practice()));
        saysYes(amina);
        moveTo(day().atTime(13, 59));

        CLOCK.pass(Duration.ofMinutes(1));
        dieWithTheWorkInHand();
        pass(LEASE.plusSeconds(1));

        assertThat(dialsTo(amina)).hasSize(1);
        assertThat(events(appointment)).containsOnlyOnce("begun");
        leap(Duration.ofMinutes(61));
    }

    @Test
    void withoutANumberNobodyIsCalledAndThatIsUnmetDemand() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var appointment = book(byPhone(practice));
        saysYes(amina);
        sql("delete from organisation_number where organisation_id = '" + practice.id() + "'");

        moveTo(day().atTime(15, 0));

        assertThat(dialsTo(amina)).isEmpty();
        assertThat(status(appointment)).isEqualTo("unfilled");
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

    @Test
    void aSeriesGoesToTheSameInterpreterIfSheWantsIt() {
        var four = members(4);
        var answer =
                post(APPOINTMENTS, onSite(practice()).with("repeatWeekly", 3)).hasStatus(201);
        settle();
        assertThat(asked(four)).hasSize(3);
        var amina = asked(four).getFirst();
        var others = four.stream().filter(one -> !one.equals(amina)).toList();

        saysYes(amina);
        pass(Duration.ofMinutes(1));

        amina.reads("Termin Arabisch, ").reads("Antworten Sie JA ");
        assertThat(others).noneMatch(one -> wasAskedFor(day().plusWeeks(1), one));
        saysYes(amina).reads("ist Ihrer");
        var second = UUID.fromString(answer.text("ids[1]"));
        look(second).has("status", "confirmed").has("interpreter.id", amina.id().toString());
        get(APPOINTMENTS + "?seriesId=" + look(second).text("seriesId")).hasHeader("X-Total-Count", "3");

        pass(Duration.ofMinutes(1));
        saysNo(amina);
        assertThat(others).anyMatch(one -> wasAskedFor(day().plusWeeks(2), one));
    }

    private static boolean wasAskedFor(LocalDate day, Person who) {
        var date = " " + day.getDayOfMonth() + "." + day.getMonthValue() + ". 14:00, ca.";
        return who.inbox().stream().anyMatch(text -> text.contains(date));
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
    void whoSaidStopIsNotAsked() {
        var amina = interpreterOffDuty("ar").texts("STOP");
        var before = amina.inbox().size();

        var appointment = book(onSite(practice()));

        assertThat(amina.inbox()).hasSize(before);
        assertThat(status(appointment)).isEqualTo("open");
    }

    @Test
    void shortlyBeforeTheStartNobodyIsAsked() {
        moveTo(today().atTime(11, 0));
        var appointment =
                book(onSite(practice()).with("date", today().toString()).with("time", "13:00"));
        assertThat(status(appointment)).isEqualTo("open");
        moveTo(today().atTime(12, 31));

        var amina = interpreterOffDuty("ar");
        moveTo(today().atTime(13, 0));

        assertThat(amina.inbox()).isEmpty();
        assertThat(status(appointment)).isEqualTo("unfilled");
    }

    @Test
    void wordsThatNameNobodyAreAnsweredAsBefore() {
        var amina = interpreterOffDuty("ar");

        amina.texts("JA 77").reads("Eine Anfrage mit dieser Nummer ist gerade nicht offen");
        amina.texts("ABSAGE 77").reads("Eine Anfrage mit dieser Nummer ist gerade nicht offen");
        amina.texts("ABSAGE").reads("auch die Nummer aus unserer Nachricht");
    }
}
