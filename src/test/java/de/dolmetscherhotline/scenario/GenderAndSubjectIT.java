package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branch 4: what the conversation is about, and who is to interpret it; asked only where the organisation wants it. */
class GenderAndSubjectIT extends PhoneScriptIT {

    private static final String UNMET = "Leider konnten wir Ihren Wunsch, ob Frau oder Mann, nicht erfüllen";

    private Person practiceThatAsksForGender() {
        return practiceWith("asksGender", true);
    }

    private Person practiceThatAsksForSubject() {
        return practiceWith("asksSubject", true);
    }

    /** On duty. */
    private Person interpreterOf(@Nullable String gender) {
        return interpreterWith(aProfile("ar").with("gender", gender)).goesOnDuty();
    }

    private void takesTheCall(Person interpreter, Person caller) {
        interpreter.accepts();
        seconds(8);
        caller.talksWith(interpreter);
    }

    @Test
    void otherOrganisationsAreNotAsked() {
        interpreter("ar");

        practice().dials(line).presses("1").hears("Wir suchen jetzt").neverHeard("Worum geht es");
    }

    @Test
    void subjectIsAskedBeforeGenderWhereBothAre() {
        var amina = interpreterOf("female");

        var doctor = practiceWith("asksSubject", true, "asksGender", true)
                .dials(line)
                .presses("1")
                .hears("Worum geht es")
                .presses("1")
                .hears("Wünschen Sie eine Frau")
                .presses("2")
                .hears("Wir suchen jetzt");
        seconds(2);

        takesTheCall(amina, doctor);
        assertThat(rows("select 1 from call where dialled_at >= :began and subject = 'medical'"
                        + " and gender_wish = 'requirement_female'"))
                .hasSize(1);
    }

    @Test
    void inAnEmergencyNothingMoreIsAsked() {
        interpreter("ar");

        practiceWith("asksSubject", true, "asksGender", true)
                .dials(line)
                .presses("9")
                .presses("1")
                .hears("Wir suchen jetzt");
    }

    @Test
    void emergencyCutsTheQuestionsShort() {
        interpreter("ar");

        practiceThatAsksForGender()
                .dials(line)
                .presses("1")
                .hears("Wünschen Sie eine Frau")
                .presses("9")
                .hears("Wir suchen jetzt");

        sessions().latestHas("emergency", true);
    }

    @Test
    void silenceMeansThatItDoesNotMatter() {
        var omar = interpreterOf("male");
        var doctor = practiceWith("asksSubject", true, "asksGender", true)
                .dials(line)
                .presses("1");
        seconds(50);

        doctor.heardInTurn("Worum geht es", "Wünschen Sie eine Frau", "Wir suchen jetzt");
        takesTheCall(omar, doctor);
        doctor.neverHeard(UNMET);
    }

    @Test
    void wrongKeyIsAskedAgainAndStarRepeats() {
        interpreter("ar");
        var doctor = practiceThatAsksForGender().dials(line).presses("1");

        doctor.presses("7").hears("nicht verstanden").hears("Wünschen Sie eine Frau");
        doctor.presses("*").hears("Wünschen Sie eine Frau");
        doctor.presses("5").hears("Wir suchen jetzt");
    }

    @Test
    void zeroReachesTheCoordinatorHereToo() {
        var coordinator = coordinator();
        var doctor = practiceThatAsksForGender().dials(line).presses("1").presses("0");
        seconds(8);
        coordinator.picksUp();
        seconds(5);

        doctor.talksWith(coordinator);
        sessions().latestHas("outcome", "handed_to_coordinator");
    }

    @ParameterizedTest
    @CsvSource({"1, female", "3, male"})
    void wishThatIsMetNeedsNoWords(String key, String gender) {
        var asWished = interpreterOf(gender);
        var doctor = practiceThatAsksForGender().dials(line).presses("1").presses(key);
        seconds(2);

        takesTheCall(asWished, doctor);
        doctor.neverHeard(UNMET);
    }

    @ParameterizedTest
    @CsvSource({"1, male", "3, female", "1,"})
    void wishThatCannotBeMetIsToldBeforeConnecting(String key, @Nullable String gender) {
        var other = interpreterOf(gender);
        var doctor = practiceThatAsksForGender().dials(line).presses("1").presses(key);
        seconds(2);
        other.isRinging().accepts();
        doctor.hears(UNMET).talksWithNobody();
        seconds(10);

        doctor.heardInTurn("Wir suchen jetzt", UNMET).talksWith(other);
    }

    @Test
    void whoIsWishedForComesFirstAndWhoAcceptsDecides() {
        var omar = interpreterOf("male");
        var amina = interpreterOf("female");
        var doctor = practiceThatAsksForGender().dials(line).presses("1").presses("1");
        seconds(2);

        assertThat(sessions().ranked())
                .containsExactly(amina.id().toString(), omar.id().toString());
        omar.accepts();
        seconds(10);

        doctor.heard(UNMET).talksWith(omar);
    }

    @ParameterizedTest
    @CsvSource({"2, female, male, Dolmetscherin", "4, male, female, männlicher Dolmetscher"})
    void requirementIsNeverBrokenAndTheCallerHearsWhatIsMissing(
            String key, String required, String present, String missing) {
        var other = interpreterOf(present);
        var unknown = interpreterOf(null);

        var doctor = practiceThatAsksForGender().dials(line).presses("1").presses(key);
        doctor.hears("Für Arabisch ist zurzeit leider kein").hears(missing);
        seconds(70);

        doctor.hears("Wir haben Ihren Bedarf vermerkt").hears(missing).isIdle();
        other.wasNeverDialled();
        unknown.wasNeverDialled();
        sessions().count(1).latestHas("outcome", "no_coverage");
        assertThat(sessions().reasonsAgainst(other)).containsExactly("gender-not-as-required");
        assertThat(sessions().reasonsAgainst(unknown)).containsExactly("gender-not-as-required");
        assertThat(rows("select 1 from call where dialled_at >= :began and gender_wish = 'requirement_" + required
                        + "'"))
                .hasSize(1);
    }

    @Test
    void requirementHoldsInAnEmergencyToo() {
        var omar = interpreterOf("male");

        practiceThatAsksForGender()
                .dials(line)
                .presses("1")
                .presses("2")
                .presses("9")
                .hears("kein");

        seconds(5);
        omar.wasNeverDialled();
        sessions().latestHas("emergency", true);
    }

    @Test
    void requirementIsMetByWhoComesOnDutyLater() {
        var amina = interpreterOf("female");
        talk(practice(), "1", amina);
        interpreterOf("male");
        var doctor = practiceThatAsksForGender()
                .dials(line)
                .presses("1")
                .presses("2")
                .hears("Wir suchen jetzt");
        seconds(10);
        var basma = interpreterOf("female");
        seconds(3);

        takesTheCall(basma, doctor);
    }

    @ParameterizedTest
    @CsvSource({
        "1, medical, Medizin",
        "2, authority, Behörde",
        "3, school, Schule",
        "4, police, Polizei",
        "5, asylum, Asyl"
    })
    void onlyWhoIsQualifiedForTheSubjectIsRung(String key, String subject, String name) {
        var layman = interpreterWith(aProfile("ar").with("subjects", List.of())).goesOnDuty();
        var expert = interpreterWith(aProfile("ar").with("subjects", List.of(subject)))
                .goesOnDuty();
        var doctor = practiceThatAsksForSubject().dials(line).presses("1").hears("Worum geht es");

        doctor.presses(key).hears("Wir suchen jetzt");
        seconds(2);
        expert.picksUp().hears("eine Arztpraxis, " + name).presses("1");
        seconds(5);

        doctor.talksWith(expert);
        layman.wasNeverDialled();
        assertThat(sessions().reasonsAgainst(layman)).containsExactly("subject-not-qualified");
    }

    @Test
    void subjectForWhichNobodyIsQualifiedIsUncoveredDemand() {
        var amina = interpreter("ar");

        practiceThatAsksForSubject().dials(line).presses("1").presses("4").hears("niemand im Dienst");

        amina.wasNeverDialled();
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("subject-not-qualified");
    }

    @Test
    void onlyWhoIsAsRequiredIsAskedByText() {
        var omar = interpreterWith(aProfile("ar").with("gender", "male").with("calloutOptIn", true));
        var layman = interpreterWith(aProfile("ar").with("subjects", List.of()).with("calloutOptIn", true));
        var amina = interpreterWith(aProfile("ar").with("calloutOptIn", true));

        practiceWith("asksSubject", true, "asksGender", true)
                .dials(line)
                .presses("1")
                .presses("1")
                .presses("2")
                .hears("keine Dolmetscherin");

        amina.reads("Arabisch wird jetzt gebraucht");
        assertThat(omar.inbox()).isEmpty();
        assertThat(layman.inbox()).isEmpty();
    }

    @Test
    void anythingElseMayBeInterpretedByAnybody() {
        var layman = interpreterWith(aProfile("ar").with("subjects", List.of())).goesOnDuty();

        practiceThatAsksForSubject().dials(line).presses("1").presses("6").hears("Wir suchen jetzt");
        seconds(2);

        layman.isRinging();
    }
}
