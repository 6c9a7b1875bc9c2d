package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.FormBrowser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The pool as a spreadsheet, imported and exported in the dashboard. */
class ImportPageIT extends PoolPagesIT {

    private static final String PATH = "/dashboard/interpreters/import";
    private static final String GOOD = "Name;Telefon;Sprachen\nLeyla Yılmaz;0171 3920031;Türkisch (Muttersprache)\n";

    @Test
    void aListIsLookedAtFirstAndThenImported() {
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(looked(coordinator, GOOD).hasStatus(200).body()).contains("1 neu", "Leyla Yılmaz");
        assertThat(coordinator.opens("/dashboard/interpreters").body()).doesNotContain("Leyla");
        assertThat(kept()).isEqualTo(1);
        looked(coordinator, GOOD).hasStatus(200);
        var upload = coordinator.hidden().getOrDefault("upload", "");
        coordinator.sends(PATH).hasHeader("Location", PATH + "?done=imported");
        assertThat(coordinator.opens(PATH + "?done=imported").body()).contains("Importiert.");
        assertThat(coordinator.opens("/dashboard/interpreters").body()).contains("Leyla Yılmaz");
        assertThat(kept()).isZero();
        assertThat(trail()).contains("changed");
        assertThat(coordinator.sends(PATH, "upload", upload).hasStatus(422).body())
                .contains("nicht mehr da");
    }

    @Test
    void whatIsWrongStandsThereByRowAndNothingIsImported() {
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(looked(
                                coordinator,
                                "Name;Telefon;Sprachen\nLeyla;0171 3920031;Türkisch (Muttersprache)\nOmar;12;Arabisch\n")
                        .hasStatus(422)
                        .body())
                .contains("<td>3</td>", "Telefon", "Es wurde nichts importiert");
        assertThat(looked(coordinator, "").hasStatus(422).body()).contains("id=\"preview\"");
        assertThat(kept()).isZero();
    }

    @Test
    void nobodyImportsAFileOfSomebodyElse() {
        var first = signedIn(Role.COORDINATOR);
        looked(first, GOOD).hasStatus(200);
        var upload = first.hidden().getOrDefault("upload", "");
        var second = signedIn(Role.COORDINATOR);
        second.opens(PATH);
        second.sends(PATH, "upload", upload).hasStatus(422);
        assertThat(kept()).isEqualTo(1);
        var viewer = signedIn(Role.VIEWER);
        viewer.opens(PATH).hasStatus(403);
        viewer.opens("/dashboard/interpreters/export").hasStatus(403);
    }

    @Test
    void aFormWithAFileNeedsItsTokenToo() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(PATH);
        coordinator
                .sendsFile(PATH + "/preview", "file", GOOD.getBytes(StandardCharsets.UTF_8), "_csrf", "another")
                .hasStatus(403);
    }

    @Test
    void theWholePoolIsExportedAndThatIsRecorded() {
        member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        var file = coordinator
                .opens("/dashboard/interpreters/export?format=csv")
                .hasStatus(200)
                .body();
        assertThat(file).contains("Amina Haddad", "Arabisch");
        assertThat(lastDetail()).isEqualTo("exported interpreters -");
        assertThat(coordinator
                        .opens("/dashboard/interpreters/export")
                        .hasStatus(200)
                        .bytes())
                .startsWith('P', 'K');
    }

    private static Answer looked(FormBrowser coordinator, String file) {
        coordinator.opens(PATH).hasStatus(200);
        return coordinator.sendsFile(PATH + "/preview", "file", file.getBytes(StandardCharsets.UTF_8));
    }

    private long kept() {
        return database()
                .sql("select count(*) from roster_upload where district_id = :district")
                .bind("district", itsDistrict())
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
