package de.dolmetscherhotline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.Actor;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How administrators find in the audit trail whomever they know by name, and see whom an entry names. */
class AuditNamesIT extends StaffIT {

    private static final String PATH = "/dashboard/audit";

    @Autowired
    private AuditTrail trail;

    @Test
    void whatWasDoneOnSomebodyIsFoundByPartOfHerName() {
        var amina = interpreter(itsDistrict(), "Amina Haddad", "+491713920011");
        var olena = interpreter(itsDistrict(), "Olena Koval", "+491713920012");
        viewed("interpreters", amina, "an Amina");
        viewed("interpreters", olena, "an Olena");
        recorded(new Reference("calls", null, Set.of(amina, olena)), "an beiden");
        var administrator = signedIn(Role.ADMINISTRATOR);
        assertThat(administrator.opens(PATH + "?subject=haDDad").hasStatus(200).body())
                .contains("So heißen: 1", "Amina Haddad", "im Pool", "an Amina", "an beiden", "value=\"haDDad\"")
                .doesNotContain("an Olena", "Olena Koval", "??");
        assertThat(administrator.opens(PATH + "?subject=" + amina).body())
                .contains("an Amina", "an beiden")
                .doesNotContain("an Olena", "So heißen");
        assertThat(administrator
                        .opens(PATH + "?subject=haddad&action=changed")
                        .hasStatus(200)
                        .body())
                .contains("Nichts gefunden")
                .doesNotContain("an Amina");
    }

    @Test
    void organisationsAndWhoeverSignsInForThemAndStaffHaveNamesToo() {
        var practice = organisation(itsDistrict(), "Praxis Lindner");
        var member = memberOf(practice, "Petra Lindner");
        admit("Jonas Lindner", mail(), Role.VIEWER);
        viewed("organisations", practice, "an der Praxis");
        viewed("members", member, "am Zugang");
        assertThat(signedIn(Role.ADMINISTRATOR)
                        .opens(PATH + "?subject=Lindner")
                        .hasStatus(200)
                        .body())
                .contains("So heißen: 3", "Praxis Lindner", "Petra Lindner", "Jonas Lindner")
                .contains("Zugang einer Einrichtung", "an der Praxis", "am Zugang");
    }

    @Test
    void nobodyOfAnotherDistrictIsFoundByName() {
        var elsewhere = interpreter(district(), "Amina Haddad", "+491713920013");
        viewed("interpreters", elsewhere, "dort");
        recorded(Reference.toAll("interpreters"), Action.EXPORTED, "der ganze Pool");
        var page = signedIn(Role.ADMINISTRATOR)
                .opens(PATH + "?subject=Amina")
                .hasStatus(200)
                .body();
        assertThat(page)
                .contains("heißt so", "Einträge: 0", "value=\"Amina\"")
                .doesNotContain("Amina Haddad", elsewhere.toString(), "der ganze Pool");
    }

    @Test
    void exportsHoldWhoeverIsFoundByName() {
        interpreter(itsDistrict(), "Amina Haddad", "+491713920014");
        recorded(Reference.toAll("interpreters"), Action.EXPORTED, "für den Ausschuss");
        assertThat(signedIn(Role.ADMINISTRATOR).opens(PATH + "?subject=amina").body())
                .contains("für den Ausschuss");
    }

    @Test
    void ofManyWithOneNameFiftyAreSoughtAndThePageSaysSo() {
        IntStream.range(0, 51).forEach(n -> organisation(itsDistrict(), "Schule %02d".formatted(n)));
        var administrator = signedIn(Role.ADMINISTRATOR);
        assertThat(administrator.opens(PATH + "?subject=Schule").hasStatus(200).body())
                .contains("id=\"too-many\"", "So heißen: 50", "Schule 49")
                .doesNotContain("Schule 50");
        assertThat(administrator
                        .opens(PATH + "?subject=Schule 50")
                        .hasStatus(200)
                        .body())
                .contains("So heißen: 1", "Schule 50")
                .doesNotContain("id=\"too-many\"");
    }

    @Test
    void theNameThatWasTypedIsNotKept() {
        interpreter(itsDistrict(), "Amina Haddad", "+491713920015");
        var administrator = signedIn(Role.ADMINISTRATOR);
        administrator.opens(PATH + "?subject=haddad").hasStatus(200);
        assertThat(administrator.opens(PATH).hasStatus(200).body())
                .contains("GET /dashboard/audit?subject=…")
                .doesNotContain("subject=haddad");
    }

    @Test
    void everybodyWhomAnEntryNamesIsShownByNameWhereThereIsOne() {
        var amina = interpreter(itsDistrict(), "Amina Haddad", "+491713920016");
        var elsewhere = interpreter(district(), "Olena Koval", "+491713920017");
        var gone = UUID.randomUUID();
        var entry = recorded(new Reference("interpreters", null, Set.of(amina, elsewhere, gone)), "drei Leute");
        var administrator = signedIn(Role.ADMINISTRATOR);
        assertThat(administrator.opens(PATH).body()).contains(PATH + "/" + entry + "\">und weitere: 3<");
        assertThat(administrator.opens(PATH + "/" + entry).hasStatus(200).body())
                .contains(">Amina Haddad<", PATH + "?subject=" + amina, ">" + elsewhere + "<", ">" + gone + "<")
                .contains("drei Leute")
                .doesNotContain("Olena Koval", "??");
    }

    @Test
    void manyAreShownInPages() {
        var others = Stream.generate(UUID::randomUUID).limit(101).collect(Collectors.toSet());
        var entry = recorded(new Reference("interpreters", null, others), "viele");
        var administrator = signedIn(Role.ADMINISTRATOR);
        var first = administrator.opens(PATH + "/" + entry).hasStatus(200).body();
        var second = administrator
                .opens(PATH + "/" + entry + "?page=1")
                .hasStatus(200)
                .body();
        assertThat(others).allSatisfy(id -> assertThat(first + second).containsOnlyOnce(">" + id + "<"));
        assertThat(first).contains("?page=1").doesNotContain("?page=0");
        assertThat(second).contains("?page=0").doesNotContain("?page=2");
    }

    @Test
    void anEntryOfAnotherDistrictIsNotOpened() {
        var entry = recorded(Reference.to("interpreters", UUID.randomUUID()), "hier");
        aDistrict();
        signedIn(Role.ADMINISTRATOR).opens(PATH + "/" + entry).hasStatus(404);
        signedIn(Role.COORDINATOR).opens(PATH + "/" + entry).hasStatus(403);
    }

    private UUID interpreter(UUID district, String name, String phone) {
        return created(
                "/api/v1/interpreters",
                Bodies.interpreter(district).with("name", name).with("phoneNumber", phone));
    }

    private UUID organisation(UUID district, String name) {
        return created("/api/v1/organisations", Body.of("districtId", district, "name", name, "kind", "practice"));
    }

    private UUID memberOf(UUID organisation, String name) {
        var id = UUID.randomUUID();
        database()
                .sql("insert into member (id, organisation_id, name, mail, created_at)"
                        + " values (:id, :organisation, :name, :mail, now())")
                .bind("id", id)
                .bind("organisation", organisation)
                .bind("name", name)
                .bind("mail", "m" + id + "@praxis.example")
                .then()
                .block();
        return id;
    }

    private void viewed(String kind, UUID id, String reason) {
        recorded(Reference.to(kind, id), reason);
    }

    private long recorded(Reference whom, String reason) {
        return recorded(whom, Action.VIEWED, reason);
    }

    /** By somebody of the district's staff; the number of the entry. */
    private long recorded(Reference whom, Action what, String reason) {
        trail.record(Actor.staff(UUID.randomUUID(), "Karin Vogel", itsDistrict()), what, whom, null, reason)
                .block();
        return database()
                .sql("select max(id) from audit_entry where district_id = :district")
                .bind("district", itsDistrict())
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
