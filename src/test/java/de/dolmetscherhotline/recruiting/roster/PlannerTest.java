package de.dolmetscherhotline.recruiting.roster;

import static de.dolmetscherhotline.recruiting.roster.RosterFixture.member;
import static de.dolmetscherhotline.recruiting.roster.RosterFixture.plan;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Obligation;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.pool.SubjectSkill;
import de.dolmetscherhotline.recruiting.roster.Complaint.Code;
import de.dolmetscherhotline.recruiting.roster.Plan.Change;
import de.dolmetscherhotline.recruiting.roster.Plan.Step;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list means, and what is wrong with it. */
class PlannerTest {

    private static final PhoneNumber AMINAS = new PhoneNumber("+491713920000");

    @Test
    void aListAsAnOfficeKeepsItIsUnderstood() {
        var amina = created(
                "Vorname;Nachname;Handy-Nr.;Handy;Geschlecht;geb. am;Wohnort;Rolle;Sprachen;Fachgebiete;"
                        + "Schweigepflicht am;Führungszeugnis;Führungszeugnis bis;Status;Notfall;Bemerkungen",
                "Amina;Haddad;;0171 / 39 200-00;w;1.3.1985;Helmstedt;Integrationslotsin, ehrenamtlich;"
                        + "Arabisch: Muttersprache, Englisch (B2), Französisch C1;Medizin, Schule;"
                        + "10.01.2026;2025-05-01;01.05.2028;aktiv;ja;Ruft gern an");

        assertThat(amina.name()).isEqualTo("Amina Haddad");
        assertThat(amina.phoneNumber()).isEqualTo(AMINAS);
        assertThat(amina.gender()).isEqualTo(Gender.FEMALE);
        assertThat(amina.dateOfBirth()).isEqualTo("1985-03-01");
        assertThat(amina.municipality()).isEqualTo("Helmstedt");
        assertThat(amina.roles()).containsExactlyInAnyOrder(Role.INTEGRATIONSLOTSE, Role.VOLUNTEER);
        assertThat(amina.languages())
                .containsExactly(
                        new LanguageSkill(new Language("ar"), LanguageLevel.NATIVE),
                        new LanguageSkill(new Language("en"), LanguageLevel.B2),
                        new LanguageSkill(new Language("fr"), LanguageLevel.C1));
        assertThat(amina.subjects()).containsExactly(SubjectSkill.of(Subject.MEDICAL), SubjectSkill.of(Subject.SCHOOL));
        assertThat(amina.obligations())
                .containsExactlyInAnyOrder(
                        Obligation.of(ObligationKind.SECRECY, LocalDate.of(2026, 1, 10)),
                        new Obligation(
                                ObligationKind.CRIMINAL_RECORD,
                                LocalDate.of(2025, 5, 1),
                                LocalDate.of(2028, 5, 1),
                                null));
        assertThat(amina.status()).isEqualTo(Status.ACTIVE);
        assertThat(amina.emergencyOptIn()).isTrue();
        assertThat(amina.calloutOptIn()).isFalse();
        assertThat(amina.notes()).isEqualTo("Ruft gern an");
    }

    @Test
    void columnsThatNobodyKnowsAreNamedAndIgnored() {
        var plan = plan(List.of(), "Name;Telefon;Sprachen;Schuhgröße", "A;+491713920000;ar: C1;=42");

        assertThat(plan.isGood()).isTrue();
        assertThat(plan.ignored()).containsExactly("Schuhgröße");
    }

    @Test
    void englishHeadingsAreUnderstoodAsWell() {
        var amina = created(
                "name,phoneNumber,gender,dateOfBirth,municipality,roles,languages,subjects,secrecyDeclaredOn,status",
                "Amina,+491713920000,female,1985-03-01,Helmstedt,volunteer,Arabic: native,medical,2026-01-10,active");

        assertThat(amina.languages()).containsExactly(new LanguageSkill(new Language("ar"), LanguageLevel.NATIVE));
        assertThat(amina.status()).isEqualTo(Status.ACTIVE);
        assertThat(amina.roles()).containsExactly(Role.VOLUNTEER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Arabisch: Muttersprache",
                "arabisch:muttersprachlich",
                "Arabisch (Muttersprache)",
                "ARABISCH Muttersprache",
                "العربية: native",
                "ar = NATIVE",
                "Arabisch: Muttersprache / beide Richtungen"
            })
    void aLanguageIsWrittenInManyWays(String written) {
        assertThat(createdWith("Sprachen", '"' + written + '"').languages())
                .containsExactly(new LanguageSkill(new Language("ar"), LanguageLevel.NATIVE));
    }

    @Test
    void aLanguageThatIsInterpretedOneWayOnlySaysSo() {
        assertThat(createdWith("Sprachen", "Farsi: B2 / nur ins Deutsche").languages())
                .containsExactly(new LanguageSkill(new Language("fa"), LanguageLevel.B2, Direction.TO_GERMAN, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Sprachen, Arabisch, LEVEL_MISSING",
        "Sprachen, Arabisch: fließend, UNKNOWN_WORD",
        "Sprachen, Klingonisch: B2, UNKNOWN_LANGUAGE",
        "Sprachen, ar: B2|Arabisch: C1, LANGUAGE_TWICE",
        "Sprachen, '', MISSING",
        "Sprachen, ar: B2 / rückwärts, UNKNOWN_WORD",
        "Name, '', MISSING",
        "Telefon, '', MISSING",
        "Telefon, 12, NO_NUMBER",
        "Telefon, anonym, NO_NUMBER",
        "Telefon, 0900 1234567, NOT_DIALABLE",
        "Telefon, +33 1 53 00 00 00, NOT_DIALABLE",
        "Telefon für SMS, 110, NOT_DIALABLE",
        "Geburtsdatum, 31.02.1990, NO_DAY",
        "Geburtsdatum, 12/31/1990, NO_DAY",
        "Geburtsdatum, 01.03.85, NO_DAY",
        "Geburtsdatum, 24.11.2026, IN_THE_FUTURE",
        "Geschlecht, vielleicht, UNKNOWN_WORD",
        "Rollen, Königin, UNKNOWN_WORD",
        "Fachgebiete, Astronomie, UNKNOWN_WORD",
        "Fachgebiete, Schule;Schule, SUBJECT_TWICE",
        "Dialekte, Türkisch: egal, NOT_IN_LANGUAGES",
        "Status, fertig, UNKNOWN_WORD",
        "Notfälle, manchmal, UNKNOWN_WORD",
        "Schweigepflicht am, 24.11.2026, IN_THE_FUTURE",
        "Schweigepflicht bis, 24.11.2026, NOT_WITHOUT"
    })
    void whatIsWrongIsNamedWithItsRowAndColumn(String column, String value, Code code) {
        var plan = plan(List.of(), "Name;Telefon;Sprachen;" + column(column), row(column, value));

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.complaint().code()).isEqualTo(code);
        });
    }

    @Test
    void everyWrongCellOfEveryRowIsNamed() {
        var plan = plan(
                List.of(),
                "Name;Telefon;Sprachen;Geburtsdatum",
                "A;+491713920000;Arabisch;gestern",
                "B;+491713920001;ar: B2;1.1.1990",
                ";+491713920002;;1.1.1990");

        assertThat(plan.errors())
                .extracting(error -> error.row() + " " + error.column())
                .containsExactly("2 Geburtsdatum", "2 Sprachen", "4 Name", "4 Sprachen");
        assertThat(plan.isGood()).isFalse();
        assertThat(plan.steps()).hasSize(1);
    }

    @Test
    void nobodyBecomesActiveWhoIsNotKnownToBeEighteen() {
        assertThat(codes("Name;Telefon;Sprachen;Status", "A;+491713920000;ar: B2;aktiv"))
                .containsExactly(Code.BIRTH_NEEDED);
        assertThat(codes("Name;Telefon;Sprachen;Status;Geburtsdatum", "A;+491713920000;ar: B2;aktiv;24.11.2008"))
                .containsExactly(Code.MINOR);
        assertThat(codes("Name;Telefon;Sprachen;Status;Geburtsdatum", "A;+491713920000;ar: B2;aktiv;23.11.2008"))
                .isEmpty();
        assertThat(codes("Name;Telefon;Sprachen;Status;Geburtsdatum", "A;+491713920000;ar: B2;beworben;24.11.2010"))
                .isEmpty();
    }

    @Test
    void aNumberMayStandInOneRowOnlyHoweverItIsWritten() {
        var plan = plan(List.of(), "Name;Telefon;Sprachen", "A;+491713920000;ar: B2", "", "B;0171 3920000;ar: B2");

        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(4);
            assertThat(error.complaint().code()).isEqualTo(Code.TWICE_IN_FILE);
            assertThat(error.complaint().arguments()).containsExactly("2");
        });
    }

    @Test
    void aNumberForTextsBelongsToOnePersonOnly() {
        assertThat(codes(
                        "Name;Telefon;Sprachen;Telefon für SMS",
                        "A;+493023125000;ar: B2;+491713920000",
                        "B;+493023125001;ar: B2;+491713920000"))
                .containsExactly(Code.TEXT_NUMBER_OF_ANOTHER);
    }

    @Test
    void columnsThatAreNeededMustBeThereOnce() {
        assertThat(codes("Name;Sprachen", "A;ar: B2")).containsExactly(Code.COLUMN_MISSING);
        assertThat(codes("Name;Telefon;Handy;Sprachen", "A;;;")).containsExactly(Code.COLUMN_TWICE);
        assertThat(codes("Name;Telefon;Sprachen")).containsExactly(Code.NO_ROWS);
        assertThat(codes("Telefon;Sprachen", "+491713920000;ar: B2")).containsExactly(Code.MISSING);
    }

    @Test
    void whoIsInThePoolIsChangedOnlyInWhatTheFileHasColumnsFor() {
        var amina = member(aminaAsRecorded());
        var plan = plan(List.of(amina), "Telefon;Gemeinde", "+491713920000;Lehre");

        assertThat(plan.steps()).singleElement().isInstanceOfSatisfying(Step.Update.class, update -> {
            assertThat(update.id()).isEqualTo(amina.id());
            assertThat(update.changes()).containsExactly(new Change("Gemeinde", "Helmstedt", "Lehre"));
            assertThat(update.profile().languages()).isEqualTo(amina.profile().languages());
            assertThat(update.profile().notes()).isEqualTo(amina.profile().notes());
            assertThat(update.profile().status()).isEqualTo(Status.ACTIVE);
        });
    }

    @Test
    void anEmptyCellMeansThatNothingIsToBeRecorded() {
        var plan = plan(List.of(member(aminaAsRecorded())), "Telefon;Gemeinde;Notizen", "+491713920000;;");

        assertThat(plan.steps())
                .singleElement()
                .isInstanceOfSatisfying(
                        Step.Update.class,
                        update -> assertThat(update.changes())
                                .containsExactly(
                                        new Change("Gemeinde", "Helmstedt", ""),
                                        new Change("Notizen", "spricht leise", "")));
    }

    @Test
    void whoIsRecordedExactlySoIsLeftAlone() {
        var plan = plan(List.of(member(aminaAsRecorded())), "Name;Telefon", " Amina Haddad ;0171 3920000");

        assertThat(plan.steps()).singleElement().isInstanceOf(Step.Unchanged.class);
    }

    @Test
    void aDateThatASpreadsheetKeepsAsANumberIsThatDay() {
        var plan = plan(List.of(), "Name;Telefon;Sprachen;Geburtsdatum", "A;+491713920000;ar: B2;1990-12-31 00:00:00");

        assertThat(plan.steps().getFirst().profile().dateOfBirth()).isEqualTo("1990-12-31");
    }

    private static InterpreterProfile aminaAsRecorded() {
        return created(
                "Name;Telefon;Geburtsdatum;Gemeinde;Sprachen;Status;Notizen",
                "Amina Haddad;+491713920000;1.3.1985;Helmstedt;Arabisch: Muttersprache;aktiv;spricht leise");
    }

    private static List<Code> codes(String... lines) {
        return plan(List.of(), lines).errors().stream()
                .map(error -> error.complaint().code())
                .toList();
    }

    private static InterpreterProfile created(String... lines) {
        var plan = plan(List.of(), lines);
        assertThat(plan.errors()).isEmpty();
        return plan.steps().getFirst().profile();
    }

    private static InterpreterProfile createdWith(String column, String value) {
        return created("Name;Telefon;" + column, "A;+491713920000;" + value);
    }

    private static String column(String name) {
        return List.of("Name", "Telefon", "Sprachen").contains(name) ? "Notizen" : name;
    }

    private static String row(String column, String value) {
        var quoted = '"' + value + '"';
        return switch (column) {
            case "Name" -> quoted + ";+491713920000;ar: B2;";
            case "Telefon" -> "A;" + quoted + ";ar: B2;";
            case "Sprachen" -> "A;+491713920000;" + quoted + ";";
            default -> "A;+491713920000;ar: B2;" + quoted;
        };
    }
}
