package de.dolmetscherhotline.callout;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.Word;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A call-out from the question to the answer: who gets the call, and who is told what. */
class CallOutsIT extends CallOutIT {

    @Test
    void tenSayYesAtOnceAndExactlyOneHasTheCall() {
        var ten = volunteers(10);
        var call = call();
        assertThat(ask(call)).isEqualTo(10);
        var code = code(call);

        var claims = Objects.requireNonNull(Flux.fromIterable(ten)
                .flatMap(who -> callOuts.claim(who, code), 10)
                .collectList()
                .block());

        assertThat(claims).hasSize(10);
        assertThat(claims.stream().filter(Claim.Won.class::isInstance)).containsExactly(new Claim.Won(call));
        assertThat(claims.stream().filter(Claim.TooLate.class::isInstance)).hasSize(9);
    }

    @Test
    void whoHasTheCallMaySayYesAgain() {
        var first = volunteers(2).getFirst();
        var call = call();
        ask(call);

        assertThat(claim(first, code(call))).isEqualTo(new Claim.Won(call));
        assertThat(claim(first, code(call))).isEqualTo(new Claim.Won(call));
    }

    @Test
    void callThatIsReleasedGoesToTheNextWhoSaysYes() {
        var two = volunteers(2);
        var call = call();
        ask(call);
        claim(two.getFirst(), code(call));

        wait(callOuts.release(call, two.getLast()));
        assertThat(claim(two.getLast(), code(call))).isEqualTo(new Claim.TooLate());
        wait(callOuts.release(call, two.getFirst()));

        assertThat(claim(two.getLast(), code(call))).isEqualTo(new Claim.Won(call));
        assertThat(claim(two.getFirst(), code(call))).isEqualTo(new Claim.TooLate());
    }

    @Test
    void yesAfterTheCallWasSettledIsTooLate() {
        var one = volunteers(1).getFirst();
        var call = call();
        ask(call);
        wait(callOuts.settle(call));

        assertThat(claim(one, code(call))).isEqualTo(new Claim.TooLate());
    }

    @Test
    void yesOfSomebodyWhoWasNotAskedIsUnknown() {
        volunteers(1);
        var call = call();
        ask(call);
        var stranger = volunteers(1).getFirst();

        assertThat(claim(stranger, code(call))).isEqualTo(new Claim.Unknown());
        assertThat(callOuts.decline(stranger, code(call)).block()).isFalse();
    }

    @Test
    void whoDidNotAnswerOrWasNotRungIsToldOnceThatItIsSettled() {
        var four = volunteers(4);
        var call = call();
        ask(call);
        claim(four.get(0), code(call));
        claim(four.get(1), code(call));
        wait(callOuts.decline(four.get(2), code(call)));

        wait(callOuts.settle(call));
        wait(callOuts.settle(call));

        assertThat(told("callout.settled")).containsExactlyInAnyOrder(four.get(0), four.get(3));
    }

    @Test
    void othersAreAskedForTheSameCallWhenSomeTimeHasPassedAndNobodyHasIt() {
        volunteers(3);
        var call = call();

        assertThat(ask(call)).isEqualTo(3);
        var later = volunteer("prs");
        assertThat(ask(call)).isZero();
        TestTelephony.CLOCK.pass(SPARED);
        assertThat(ask(call)).isEqualTo(1);
        assertThat(told("callout.invite")).hasSize(4).contains(later);

        claim(later, code(call));
        volunteer("prs");
        TestTelephony.CLOCK.pass(SPARED);
        assertThat(ask(call)).isZero();
        wait(callOuts.release(call, later));
        assertThat(ask(call)).isEqualTo(1);
    }

    /** Two calls for one volunteer: she was texted for the first only. */
    @Test
    void whoWasSparedIsAskedForTheSecondCallLater() {
        var only = volunteer("prs");
        var first = call();
        ask(first);
        wait(callOuts.settle(first));
        var second = call();
        assertThat(ask(second)).isZero();

        TestTelephony.CLOCK.pass(SPARED);

        assertThat(ask(second)).isEqualTo(1);
        assertThat(invited(second)).containsExactly(only);
    }

    @Test
    void whoComesTooLateHasAnotherCallThatWaitsForTheSameLanguage() {
        var two = volunteers(2);
        var first = call();
        ask(first);
        claim(two.getFirst(), code(first));
        var second = call();
        ask(second);
        var third = call();
        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        ask(third);

        assertThat(claim(two.getLast(), code(first))).isEqualTo(new Claim.Won(second));
        assertThat(invited(second)).containsExactly(two.getLast());
        wait(callOuts.settle(second));
        assertThat(told("callout.settled")).containsExactly(two.getLast());
    }

    @Test
    void whoComesTooLateDoesNotGetACallForAnotherLanguageOrOneThatShesDeclined() {
        var one = volunteer("prs");
        var first = call();
        ask(first);
        wait(callOuts.settle(first));
        var farsi = call();
        wait(callOuts.ask(farsi, district, Need.of(new Language("fa")), List.of(new Language("fa"))));
        TestTelephony.CLOCK.pass(SPARED);
        var declined = call();
        ask(declined);
        wait(callOuts.decline(one, code(declined)));

        assertThat(claim(one, code(first))).isEqualTo(new Claim.TooLate());
    }

    @Test
    void volunteerKeepsTheCallUntilSheSaysThatSheIsOff() {
        var one = volunteer("prs");
        var call = call();
        ask(call);
        assertThat(callOuts.volunteer(call).blockOptional()).isEmpty();
        claim(one, code(call));
        assertThat(callOuts.volunteer(call).block()).isEqualTo(one);

        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        wait(availabilities.say(one, Word.off(TestTelephony.CLOCK.instant())));

        assertThat(callOuts.volunteer(call).blockOptional()).isEmpty();
    }

    @Test
    void codesOfOpenCallOutsDifferAndAreUsedAgainOnlyWhenAllHaveBeenUsed() {
        IntStream.range(0, 40).forEach(n -> call());
        Flux.fromIterable(calls)
                .flatMap(call -> callOuts.ask(call, district, Need.of(DARI_OR_FARSI.getFirst()), DARI_OR_FARSI), 8)
                .blockLast();
        var codes = calls.stream().map(this::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code >= 10 && code <= 49);

        var oneTooMany = call();
        assertThat(ask(oneTooMany)).isZero();
        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        wait(callOuts.settle(calls.get(17)));
        var next = call();
        ask(next);
        assertThat(code(next)).isEqualTo(code(calls.get(17)));
    }
}
