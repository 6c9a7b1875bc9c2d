package de.dolmetscherhotline.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.Fate;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.flow.Offers;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpshotTest {

    private static final InterpreterId AMINA = new InterpreterId(new UUID(0, 1));
    private static final InterpreterId BASIM = new InterpreterId(new UUID(0, 2));

    private static Upshot upshot(Outcome outcome, Offer... offers) {
        return Upshot.of(new Ended(outcome, new Offers(List.of(offers), 1, 1, 0, 0)));
    }

    private static Offer offer(InterpreterId who, Fate fate) {
        return new Offer(new OfferId(UUID.randomUUID()), who, true, Offer.Stage.OVER, fate, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "INTERRUPTED"})
    void whoTalkedLastIsTheInterpreter(Outcome outcome) {
        assertThat(upshot(
                        outcome,
                        offer(AMINA, Fate.ACCEPTED),
                        offer(BASIM, Fate.ACCEPTED),
                        offer(AMINA, Fate.NO_ANSWER)))
                .isEqualTo(new Upshot.Talked(BASIM));
    }

    @ParameterizedTest
    @EnumSource(names = {"CALLBACK_FAILED", "CANCELLED", "ENDED_BY_COORDINATOR"})
    void anInterpreterWhoWaitedInVainMeansThatTheOrganisationWasAway(Outcome outcome) {
        assertThat(upshot(outcome, offer(AMINA, Fate.IN_VAIN), offer(AMINA, Fate.NO_ANSWER)))
                .isEqualTo(new Upshot.OrganisationAway());
    }

    @Test
    void withoutAnInterpreterNobodyCame() {
        assertThat(upshot(Outcome.CALLBACK_FAILED, offer(AMINA, Fate.NO_ANSWER), offer(BASIM, Fate.DECLINED)))
                .isEqualTo(new Upshot.NobodyCame());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CONNECTED", "INTERRUPTED", "CALLBACK_FAILED", "CANCELLED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whateverElseHappensIsUnmetDemand(Outcome outcome) {
        assertThat(upshot(outcome, offer(AMINA, Fate.LOST))).isEqualTo(new Upshot.NobodyCame());
    }
}
