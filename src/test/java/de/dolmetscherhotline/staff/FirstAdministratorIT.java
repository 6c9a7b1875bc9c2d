package de.dolmetscherhotline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.signin.Passwords;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets in at first. */
class FirstAdministratorIT extends StaffIT {

    @Autowired
    private Districts districts;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private Passwords passwords;

    @Test
    void whomTheEnvironmentNamesSignsInAndADistrictOfThatNameIsAdded() {
        var mail = mail();
        var name = "Landkreis " + UUID.randomUUID();
        start(mail, PASSWORD, name);
        var browser = browser();
        signIn(browser, mail).hasStatus(303);
        setUp(browser);
        assertThat(browser.opens("/dashboard").hasStatus(200).body()).contains("Karin Vogel", name, "Zugänge");
    }

    @Test
    void whoIsThereAlreadyKeepsHerPassword() {
        var mail = mail();
        admit("Karin Vogel", mail, Role.VIEWER);
        start(mail, "ein anderes Passwort", "");
        signIn(browser(), mail, "ein anderes Passwort").hasStatus(422);
        signIn(browser(), mail).hasStatus(303);
    }

    @Test
    void aPasswordThatIsEasyToGuessLetsNobodyIn() {
        var mail = mail();
        start(mail, "kurz", "");
        signIn(browser(), mail, "kurz").hasStatus(422);
    }

    private void start(String mail, String password, String district) {
        new FirstAdministrator(
                        new FirstAdministrator.Settings(mail, password, "Karin Vogel", district),
                        districts,
                        administration,
                        passwords)
                .admit()
                .block();
    }
}
