package de.dolmetscherhotline.appointment;

import static de.dolmetscherhotline.appointment.Samples.noon;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingOrderTest {

    private static final Meeting HELMSTEDT = new Meeting.OnSite("Helmstedt", "Südertor 6");
    private static final Meeting PHONE = new Meeting.ByPhone(Samples.NUMBER);

    private static final double FAR = 24.5;
    private static final Instant LONG_AGO = noon("2026-01-01");
    private static final Instant LATELY = noon("2026-11-01");

    private record Somebody(Askable askable) {

        static Somebody called(int id) {
            return new Somebody(
                    new Askable(new InterpreterId(new UUID(0, id)), true, Gender.MALE, FAR, Familiarity.NONE, 0, null));
        }

        Somebody livingWithin(double kilometres) {
            return new Somebody(new Askable(
                    askable.id(),
                    askable.exactLanguage(),
                    askable.gender(),
                    kilometres,
                    askable.familiarity(),
                    askable.timesAsked(),
                    askable.lastAsked()));
        }

        Somebody female() {
            return new Somebody(new Askable(
                    askable.id(),
                    askable.exactLanguage(),
                    Gender.FEMALE,
                    askable.kilometres(),
                    askable.familiarity(),
                    askable.timesAsked(),
                    askable.lastAsked()));
        }

        Somebody asked(long times, Instant last) {
            return new Somebody(new Askable(
                    askable.id(),
                    askable.exactLanguage(),
                    askable.gender(),
                    askable.kilometres(),
                    askable.familiarity(),
                    times,
                    last));
        }

        Somebody familiar(Familiarity familiarity) {
            return new Somebody(new Askable(
                    askable.id(),
                    askable.exactLanguage(),
                    askable.gender(),
                    askable.kilometres(),
                    familiarity,
                    askable.timesAsked(),
                    askable.lastAsked()));
        }

        Somebody withStandIn() {
            return new Somebody(new Askable(
                    askable.id(),
                    false,
                    askable.gender(),
                    askable.kilometres(),
                    askable.familiarity(),
                    askable.timesAsked(),
                    askable.lastAsked()));
        }
    }

    /** The order, from any order in which they come. */
    private static void areAskedInThisOrder(Wanted wanted, Somebody... people) {
        var inOrder = Stream.of(people).map(Somebody::askable).toList();
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(AskingOrder.of(wanted));
            assertThat(shuffled).isEqualTo(inOrder);
        }
    }

    private static Wanted wanted(Meeting meeting) {
        return Samples.wanted(meeting, GenderWish.none(), false);
    }

    @Test
    void onSiteNeighboursComeFirstHoweverOftenTheyWereAsked() {
        areAskedInThisOrder(
                wanted(HELMSTEDT),
                Somebody.called(3).livingWithin(0).asked(9, LATELY),
                Somebody.called(2).livingWithin(10.1).asked(3, LATELY),
                Somebody.called(1).livingWithin(10.2),
                Somebody.called(4).livingWithin(Double.POSITIVE_INFINITY));
    }

    @Test
    void whoWasAskedLongestAgoAndThenWhoWasAskedLeastOftenComesFirst() {
        areAskedInThisOrder(
                wanted(PHONE),
                Somebody.called(9),
                Somebody.called(8).asked(7, LONG_AGO),
                Somebody.called(7).asked(1, LATELY),
                Somebody.called(6).asked(2, LATELY),
                Somebody.called(10).asked(2, LATELY));
    }

    @Test
    void theGenderThatIsWishedForComesBeforeTheNeighbours() {
        areAskedInThisOrder(
                Samples.wanted(HELMSTEDT, GenderWish.wish(Gender.FEMALE), false),
                Somebody.called(4).female().livingWithin(0),
                Somebody.called(3).female(),
                Somebody.called(2).livingWithin(0),
                Somebody.called(1));
    }

    @Test
    void theLanguageItselfComesBeforeOneThatStandsInForIt() {
        areAskedInThisOrder(
                wanted(PHONE),
                Somebody.called(2).asked(3, LATELY),
                Somebody.called(1).withStandIn());
    }

    @Test
    void whoKnowsThemComesFirstIfThatIsWanted() {
        areAskedInThisOrder(
                Samples.wanted(HELMSTEDT, GenderWish.wish(Gender.FEMALE), true),
                Somebody.called(4).familiar(Familiarity.SERIES),
                Somebody.called(3).familiar(Familiarity.CASE),
                Somebody.called(2).familiar(Familiarity.ORGANISATION),
                Somebody.called(1).female().livingWithin(0));
        areAskedInThisOrder(
                wanted(HELMSTEDT), Somebody.called(1), Somebody.called(2).familiar(Familiarity.SERIES));
    }

    @Test
    void whoKnowsThemIsAskedAloneAtTheBeginningOfARound() {
        var known = Somebody.called(1).familiar(Familiarity.CASE).askable();
        var others =
                Stream.of(2, 3, 4, 5).map(id -> Somebody.called(id).askable()).toList();
        var all = Stream.concat(Stream.of(known), others.stream()).toList();
        var same = Samples.wanted(HELMSTEDT, GenderWish.none(), true);

        assertThat(AskingOrder.next(same, all, true, 3)).containsExactly(known);
        assertThat(AskingOrder.next(same, others, false, 3)).isEqualTo(others.subList(0, 3));
        assertThat(AskingOrder.next(same, others, true, 3)).isEqualTo(others.subList(0, 3));
        assertThat(AskingOrder.next(wanted(HELMSTEDT), all, true, 3)).isEqualTo(all.subList(0, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 9})
    void noMoreAreAskedThanThereAreAndThanAreWanted(int places) {
        var people =
                Stream.of(1, 2, 3, 4).map(id -> Somebody.called(id).askable()).toList();

        assertThat(AskingOrder.next(wanted(PHONE), people, false, places)).hasSize(Math.min(4, places));
        assertThat(AskingOrder.next(wanted(PHONE), List.of(), true, places)).isEmpty();
    }
}
