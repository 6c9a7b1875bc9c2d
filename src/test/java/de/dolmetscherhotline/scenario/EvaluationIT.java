package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call leaves behind in the key figures. */
class EvaluationIT extends PhoneScriptIT {

    @Test
    void aCallIsCountedWhenItIsOverAndAgainWhenItIsRated() {
        var amina = interpreter("ar");
        var omar = interpreter("ar");
        var doctor = practice().dials(line);
        doctor.presses("1").hears("Wir suchen jetzt");
        seconds(10);
        omar.isRinging().picksUp().presses("2");
        amina.isRinging().picksUp().presses("1");
        seconds(5);
        doctor.talksWith(amina);
        figures().has(value("calls"), List.of(0));

        seconds(300);
        amina.hangsUp();
        seconds(3);
        figures()
                .has(value("calls"), List.of(1))
                .has(value("sessions"), List.of(1))
                .has(value("ratings"), List.of(0));

        doctor.hears("Wie zufrieden waren Sie").presses("5").hears("Vielen Dank");
        seconds(30);
        var waited = sessions().between("languageChosenAt", "connectedAt");
        figures()
                .has(value("calls"), List.of(1))
                .has(value("ratings"), List.of(1))
                .has(value("stars"), List.of(5.0))
                .has(value("median_seconds"), List.of((int) Math.ceilDiv(waited.toMillis(), 1000L)))
                .has(value("within_30"), List.of(waited.compareTo(Duration.ofSeconds(30)) <= 0 ? 100.0 : 0.0));
        evaluation("/offers")
                .has("[?(@.fate=='accepted')].offers", List.of(1))
                .has("[?(@.fate=='declined')].offers", List.of(1));
        evaluation("/hours")
                .has("[0].sessions", 1)
                .has("[0].interpreterId", amina.id().toString());
    }

    @Test
    void aCallerForWhomNobodyIsThereCountsAsNotCovered() {
        var doctor = practice().dials(line);
        doctor.presses("1").hears("niemand");
        seconds(8);
        doctor.hangsUp();
        seconds(5);
        figures()
                .has(value("calls"), List.of(1))
                .has(value("wanted"), List.of(1))
                .has(value("uncovered"), List.of(1))
                .has(value("within_30"), Collections.singletonList(null));
    }

    private Answer figures() {
        return evaluation("");
    }

    private Answer evaluation(String what) {
        var today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Europe/Berlin"));
        var answer = get("/api/v1/evaluation" + what + "?districtId=" + presentDistrict() + "&from="
                + today.minusDays(1) + "&to=" + today);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static String value(String figure) {
        return "figures[?(@.figure=='" + figure + "')].value";
    }
}
