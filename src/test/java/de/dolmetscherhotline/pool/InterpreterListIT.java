package de.dolmetscherhotline.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.text.OptOuts;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Finding the right people in a pool, and seeing who cannot be called and why. */
class InterpreterListIT extends PoolIT {

    @Autowired
    private OptOuts optOuts;

    private UUID amina = new UUID(0, 0);
    private UUID basim = new UUID(0, 0);

    @BeforeEach
    void threeMembers() {
        amina = created(INTERPRETERS, member("Amina Haddad"));
        basim = created(
                INTERPRETERS,
                member("Basim O'Neill 100%")
                        .with("municipality", "Schöningen")
                        .with("roles", List.of("sworn", "volunteer"))
                        .with("languages", List.of(skill("ar", "b1"), skill("fr", "native")))
                        .with("subjects", List.of("police", "school"))
                        .with("obligations", List.of(certificate(20))));
        created(
                INTERPRETERS,
                member("Chalil Amin")
                        .with("status", "resting")
                        .with("languages", List.of(skill("uk", "c1")))
                        .with("obligations", List.of(certificate(-1))));
    }

    @Test
    void eachFilterFindsWhomItMeans() {
        finds("", "Amina Haddad", "Basim O'Neill 100%", "Chalil Amin");
        finds("&language=ar", "Amina Haddad", "Basim O'Neill 100%");
        finds("&language=ar&level=b2", "Amina Haddad");
        finds("&level=native", "Amina Haddad", "Basim O'Neill 100%");
        finds("&language=so");
        finds("&municipality=SCHÖNINGEN", "Basim O'Neill 100%");
        finds("&subject=police", "Basim O'Neill 100%");
        finds("&role=sworn", "Basim O'Neill 100%");
        finds("&status=resting", "Chalil Amin");
        finds("&name=amin", "Amina Haddad", "Chalil Amin");
        finds("&name=100%", "Basim O'Neill 100%");
        finds("&name=o'n", "Basim O'Neill 100%");
        finds("&name=_");
        finds("&obligationExpiringWithinDays=19", "Chalil Amin");
        finds("&obligationExpiringWithinDays=20", "Basim O'Neill 100%", "Chalil Amin");
        finds("&name=amin&status=active&language=ar", "Amina Haddad");
    }

    @Test
    void whoIsAvailableAtThisMomentIsFound() {
        put(INTERPRETERS + "/" + amina + "/availability", Body.of("available", true, "until", null))
                .hasStatus(200);
        put(INTERPRETERS + "/" + basim + "/availability", Body.of("available", false, "until", null))
                .hasStatus(200);
        finds("&availableNow=true", "Amina Haddad");
        finds("&availableNow=false", "Basim O'Neill 100%", "Chalil Amin");
    }

    @Test
    void nobodyIsAvailableWhoIsRestingInACallOrWantsQuiet() {
        for (var who : List.of(amina, basim)) {
            put(INTERPRETERS + "/" + who + "/availability", Body.of("available", true, "until", null))
                    .hasStatus(200);
        }
        sql("update interpreter set status = 'resting' where id = :id", amina);
        finds("&availableNow=true", "Basim O'Neill 100%");
        sql("update interpreter set status = 'active', reserved_for = id, reserved_at = now() where id = :id", amina);
        finds("&availableNow=true", "Basim O'Neill 100%");
        sql("update interpreter set reserved_for = null, reserved_at = null where id = :id", amina);
        var there =
                LocalTime.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")).truncatedTo(ChronoUnit.MINUTES);
        sql(
                "update interpreter set quiet_from = '" + there.minusHours(1) + "', quiet_to = '" + there.plusHours(2)
                        + "' where id = :id",
                amina);
        // an "on" that began in the quiet hours is meant for now
        finds("&availableNow=true", "Amina Haddad", "Basim O'Neill 100%");
        sql(
                "update availability_word set holds_from = holds_from - interval '5 hours' where interpreter_id = :id",
                amina);
        finds("&availableNow=true", "Basim O'Neill 100%");
        finds("&availableNow=false", "Amina Haddad", "Chalil Amin");
    }

    @Test
    void whoWasNotCalledForLongIsFound() {
        sql(
                "update interpreter set last_asked_at = timestamptz '" + clock.instant() + "' - interval '7 days'"
                        + " where id = :id",
                amina);
        sql(
                "update interpreter set last_asked_at = timestamptz '" + clock.instant() + "' - interval '6 days'"
                        + " where id = :id",
                basim);
        finds("&notCalledForDays=7", "Amina Haddad", "Chalil Amin");
        finds("&notCalledForDays=6", "Amina Haddad", "Basim O'Neill 100%", "Chalil Amin");
        finds("&sort=lastAskedAt", "Chalil Amin", "Amina Haddad", "Basim O'Neill 100%");
        finds("&sort=lastAskedAt&order=desc", "Basim O'Neill 100%", "Amina Haddad", "Chalil Amin");
    }

    @Test
    void theListIsSortedAndPaged() {
        finds("&sort=name&order=desc", "Chalil Amin", "Basim O'Neill 100%", "Amina Haddad");
        finds("&sort=createdAt&order=desc", "Chalil Amin", "Basim O'Neill 100%", "Amina Haddad");
        finds("&sort=municipality", "Amina Haddad", "Chalil Amin", "Basim O'Neill 100%");
        finds("&sort=status&order=desc", "Chalil Amin", "Amina Haddad", "Basim O'Neill 100%");
        get(INTERPRETERS + "?districtId=" + district + "&sort=name&size=1&page=1&level=b1")
                .hasHeader("X-Total-Count", "3")
                .has("$.length()", 1)
                .has("[0].name", "Basim O'Neill 100%");
        get(INTERPRETERS + "?districtId=" + district + "&language=ar&size=1").hasHeader("X-Total-Count", "2");
    }

    @Test
    void aFilterThatMakesNoSenseIsNamed() {
        for (var wrong : Map.of(
                        "districtId", "here",
                        "language", "xx",
                        "level", "fluent",
                        "subject", "cooking",
                        "role", "spy",
                        "status", "busy",
                        "availableNow", "perhaps",
                        "obligationExpiringWithinDays", "-1",
                        "notCalledForDays", "soon",
                        "sort", "age")
                .entrySet()) {
            get(INTERPRETERS + "?" + wrong.getKey() + "=" + wrong.getValue()).rejects(wrong.getKey());
        }
        get(INTERPRETERS + "?order=up&notCalledForDays=0").rejects("order", "notCalledForDays");
        get(INTERPRETERS + "?size=0").rejects("size");
        assertThat(get(INTERPRETERS + "?status=busy").text("errors[0].message"))
                .isEqualTo("must be one of applied, in_training, active, resting, left");
    }

    @Test
    void whoCanBeCalledIsTold() {
        get(INTERPRETERS + "?districtId=" + district + "&sort=name")
                .has("[0].routable", true)
                .has("[0].hindrances.length()", 0)
                .has("[1].routable", true)
                .has("[2].routable", false)
                .has("[2].hindrances[*].code", List.of("not-active", "obligation-expired"))
                .has("[2].hindrances[1].obligation", "criminal_record")
                .has("[2].hindrances[1].validUntil", today().minusDays(1).toString())
                .has("[2].hindrances[1].german", "hat einen Nachweis, der abgelaufen ist: Führungszeugnis");
    }

    @Test
    void everythingThatStandsInTheWayIsTold() {
        sql("update interpreter set number_failed_at = '" + clock.instant() + "' where id = :id", amina);
        hinders(amina, "number-failed");
        sql("update interpreter set number_failed_at = null where id = :id", amina);
        sql("update obligation set issued_on = '2126-01-01' where kind = 'secrecy' and interpreter_id = :id", amina);
        hinders(amina, "secrecy-not-declared");
        sql("delete from obligation where interpreter_id = :id", amina);
        sql("update interpreter_language set direction = 'to_german' where interpreter_id = :id", amina);
        hinders(amina, "secrecy-not-declared", "one-way-only");
        sql(
                "update interpreter set status = 'applied', date_of_birth = '" + today().minusYears(17)
                        + "' where id = :id",
                amina);
        hinders(amina, "not-active", "not-adult", "secrecy-not-declared", "one-way-only");
    }

    @Test
    void whoWantsNoTextsCanBeCalledNevertheless() {
        var number = new PhoneNumber(get(INTERPRETERS + "/" + amina).text("phoneNumber"));
        optOuts.add(new DistrictId(district), number).block();
        get(INTERPRETERS + "/" + amina)
                .has("routable", true)
                .has("hindrances[0].code", "texts-stopped")
                .has("hindrances[0].blocks", "texts");
    }

    private void hinders(UUID who, String... codes) {
        get(INTERPRETERS + "/" + who).has("routable", false).has("hindrances[*].code", List.of(codes));
    }

    private void finds(String filter, String... names) {
        var found = get(INTERPRETERS + "?districtId=" + district + filter).hasStatus(200);
        assertThat(JsonPath.<List<String>>read(found.body(), "$[*].name"))
                .as(filter)
                .containsExactly(names);
        found.hasHeader("X-Total-Count", String.valueOf(names.length));
    }

    private Body member(String name) {
        return samira().with("name", name)
                .with("phoneNumber", Numbers.mobile())
                .with("languages", List.of(skill("ar", "native")));
    }

    private Map<String, Object> certificate(int daysLeft) {
        return Map.of(
                "kind",
                "criminal_record",
                "issuedOn",
                "2024-01-01",
                "validUntil",
                today().plusDays(daysLeft).toString());
    }
}
