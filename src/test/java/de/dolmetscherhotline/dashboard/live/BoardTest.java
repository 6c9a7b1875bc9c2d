package de.dolmetscherhotline.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.board.DayFigures;
import de.dolmetscherhotline.call.board.LiveCall;
import de.dolmetscherhotline.call.board.LiveCall.Ring;
import de.dolmetscherhotline.call.board.LiveCall.Stage;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.pool.Coverage.OfLanguage;
import de.dolmetscherhotline.testsupport.MessageFile;
import de.dolmetscherhotline.work.WorkWatch.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the board makes of what goes on. */
class BoardTest {

    private static final Language ARABIC = new Language("ar");
    private static final Language DIALECT = new Language("acm");
    private static final Language OROMO = new Language("om");
    private static final Language TIGRINYA = new Language("ti");
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void aLanguageIsUncoveredIfSomebodyWaitsAndNobodyCouldBeRung() {
        assertThat(board(Set.of(), call(Stage.SEARCHING, OROMO), call(Stage.SEARCHING, ARABIC))
                        .uncovered())
                .containsExactly(OROMO);
        assertThat(board(Set.of(), call(Stage.UNSERVED, OROMO)).uncovered()).containsExactly(OROMO);
    }

    @Test
    void whoeverIsTalkingCoversNobodyElseButIsOnDuty() {
        assertThat(board(Set.of(), call(Stage.TALKING, TIGRINYA), call(Stage.SEARCHING, TIGRINYA))
                        .uncovered())
                .containsExactly(TIGRINYA);
        assertThat(board(Set.of(TIGRINYA)).stillUncovered()).isEmpty();
    }

    @Test
    void whereATelephoneRingsOrPeopleTalkNothingIsUncovered() {
        assertThat(board(Set.of(), call(Stage.SEARCHING, OROMO, ring())).uncovered())
                .isEmpty();
        assertThat(board(Set.of(), call(Stage.TALKING, OROMO), call(Stage.TRANSFERRING, OROMO))
                        .uncovered())
                .isEmpty();
    }

    @Test
    void whatWasSoughtInVainIsToldUntilSomebodyIsOnDutyAndOnlyOnce() {
        assertThat(board(Set.of(OROMO, ARABIC)).stillUncovered()).containsExactly(OROMO);
        assertThat(board(Set.of(OROMO), call(Stage.UNSERVED, OROMO)).stillUncovered())
                .isEmpty();
    }

    @Test
    void whoeverMayInterpretInsteadCoversALanguageToo() {
        assertThat(board(Set.of(), call(Stage.SEARCHING, DIALECT)).uncovered()).isEmpty();
        assertThat(board(Set.of(DIALECT)).stillUncovered()).isEmpty();
    }

    @Test
    void onlyThoseWhoWaitForTheSameLanguageAreAhead() {
        var last = call(Stage.SEARCHING, ARABIC);
        var board = board(
                Set.of(),
                call(Stage.SEARCHING, ARABIC),
                call(Stage.SEARCHING, OROMO),
                call(Stage.BRIDGING, ARABIC),
                last,
                call(Stage.SEARCHING, ARABIC));
        assertThat(board.ahead(last)).isEqualTo(1);
    }

    @Test
    void workIsStuckAfterAMinuteOrOnceItWasGivenUp() {
        assertThat(troubles(Duration.ofSeconds(60), 0).isStuck()).isFalse();
        assertThat(troubles(Duration.ofSeconds(61), 0).isStuck()).isTrue();
        assertThat(troubles(Duration.ZERO, 1).isStuck()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "59, 0:59", "247, 4:07", "3600, 1:00:00", "3847, 1:04:07"})
    void timesAreReadAtAGlance(long seconds, String text) {
        assertThat(BoardWording.text(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"board", "board_en"})
    void everyStageAndProblemHasWords(String file) {
        var words = new MessageFile(Path.of("src/main/resources/messages/" + file + ".properties"))
                .texts()
                .keySet();
        assertThat(words)
                .containsAll(Stream.of(Stage.values())
                        .map(stage -> "dashboard.board.stage." + word(stage))
                        .toList())
                .containsAll(
                        Stream.of(Offer.Stage.ASKED, Offer.Stage.RINGING, Offer.Stage.LISTENING, Offer.Stage.JOINING)
                                .map(stage -> "dashboard.board.ring." + word(stage))
                                .toList())
                .containsAll(Stream.of("interpreter", "transfer", "end")
                        .map(form -> "dashboard.problem.call." + form)
                        .toList())
                .containsAll(Stream.of("handed-over", "chosen", "ended", "gone")
                        .map(done -> "dashboard.board.done." + done)
                        .toList())
                .containsAll(Stream.of("uncovered", "network", "dials", "stuck", "repeated", "in-vain")
                        .map(alarm -> "dashboard.board.alarm." + alarm)
                        .toList())
                .contains("dashboard.board.stage.searching-away");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Two speak Arabic, of whom one could be rung, also for its dialect; nobody could for Oromo; for Tigrinya, she is talking. */
    private static Board board(Set<Language> inVain, LiveCall... calls) {
        return new Board(
                List.of(calls),
                new Names(Map.of(), Map.of()),
                new DayFigures(0, 0, 0, null),
                List.of(
                        new OfLanguage(ARABIC, 2, 1, 1, Map.of()),
                        new OfLanguage(OROMO, 1, 0, 0, Map.of()),
                        new OfLanguage(TIGRINYA, 1, 1, 0, Map.of())),
                language -> language.equals(DIALECT) ? List.of(DIALECT, ARABIC) : List.of(language),
                inVain,
                troubles(Duration.ZERO, 0));
    }

    private static Troubles troubles(Duration behind, long givenUp) {
        return new Troubles(true, 0, new Trouble(behind, 0, givenUp));
    }

    private static LiveCall call(Stage stage, Language language, Ring... rings) {
        return new LiveCall(
                new CallId(UUID.randomUUID()), null, null, stage, language, false, true, NOW, List.of(rings), 0);
    }

    private static Ring ring() {
        return new Ring(new OfferId(UUID.randomUUID()), new InterpreterId(UUID.randomUUID()), Offer.Stage.RINGING, NOW);
    }
}
