package de.dolmetscherhotline.callout;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
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
        assertThat(begin(call)).isEqualTo(10);
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
        begin(call);

        assertThat(claim(first, code(call))).isEqualTo(new Claim.Won(call));
        assertThat(claim(first, code(call))).isEqualTo(new Claim.Won(call));
    }

    @Test
    void callThatIsReleasedGoesToTheNextWhoSaysYes() {
        var two = volunteers(2);
        var call = call();
        begin(call);
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
        begin(call);
        wait(callOuts.settle(call));

        assertThat(claim(one, code(call))).isEqualTo(new Claim.TooLate());
    }

    @Test
    void yesOfSomebodyWhoWasNotAskedIsUnknown() {
        volunteers(1);
        var call = call();
        begin(call);
        var stranger = volunteers(1).getFirst();

        assertThat(claim(stranger, code(call))).isEqualTo(new Claim.Unknown());
        assertThat(callOuts.decline(stranger, code(call)).block()).isFalse();
    }

    @Test
    void whoDidNotAnswerOrWasNotRungIsToldOnceThatItIsSettled() {
        var four = volunteers(4);
        var call = call();
        begin(call);
        claim(four.get(0), code(call));
        claim(four.get(1), code(call));
        wait(callOuts.decline(four.get(2), code(call)));

        wait(callOuts.settle(call));
        wait(callOuts.settle(call));

        assertThat(told("callout.settled")).containsExactlyInAnyOrder(four.get(0), four.get(3));
    }

    @Test
    void callHasOneCallOutOnly() {
        volunteers(3);
        var call = call();

        assertThat(begin(call)).isEqualTo(3);
        volunteers(1);
        assertThat(begin(call)).isZero();
        assertThat(told("callout.invite")).hasSize(3);
    }

    @Test
    void codesOfOpenCallOutsDifferAndAreUsedAgainOnlyWhenAllHaveBeenUsed() {
        IntStream.range(0, 40).forEach(n -> call());
        Flux.fromIterable(calls)
                .flatMap(call -> callOuts.begin(call, district, Need.of(DARI_OR_FARSI.getFirst()), DARI_OR_FARSI), 8)
                .blockLast();
        var codes = calls.stream().map(this::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code >= 10 && code <= 49);

        var oneTooMany = call();
        assertThat(begin(oneTooMany)).isZero();
        TestTelephony.CLOCK.pass(Duration.ofSeconds(1));
        wait(callOuts.settle(calls.get(17)));
        var next = call();
        begin(next);
        assertThat(code(next)).isEqualTo(code(calls.get(17)));
    }
}
