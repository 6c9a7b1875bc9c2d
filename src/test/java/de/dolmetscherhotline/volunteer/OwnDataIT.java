package de.dolmetscherhotline.volunteer;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** Her sessions and hours, and everything else that is stored about her. */
class OwnDataIT extends VolunteerIT {

    private static final Instant BEGAN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void sheSeesHerSessionsAndHours() {
        conversation(amina(), BEGAN, 125, "Praxis Dr. Geheim");
        conversation(amina(), BEGAN.plusSeconds(86_400), 60 * 60, "Praxis Dr. Geheim");
        conversation(created("/api/v1/interpreters", member("Zeynep Kaya")), BEGAN.plusSeconds(7200), 600, "Amt");
        var page = guest().get("/volunteer/sessions?year=2026").hasStatus(200).body();
        assertThat(page).contains("März", "Arabisch", ">3<", ">60<", "1:03").doesNotContain("Geheim", ">10<");
        assertThat(guest().get("/volunteer/sessions?year=1999").body()).contains("2026");
        assertThat(guest().get("/volunteer/sessions?year=x").hasStatus(200).body())
                .contains("Meine Einsätze");
    }

    @Test
    void sheTakesAlongEverythingThatIsStoredAboutHerAndNothingElse() {
        var zeynep = created("/api/v1/interpreters", member("Zeynep Kaya"));
        conversation(amina(), BEGAN, 125, "Praxis Dr. Geheim");
        conversation(zeynep, BEGAN.plusSeconds(7200), 600, "Amt für Geheimes");
        text(amina(), "Arabisch", 47);
        text(zeynep, "Tigrinya", 48);
        var guest = guest();
        guest.submit("/volunteer/languages", "language", "uk", "level", "b1", "note", "aus der Schule")
                .hasStatus(303);
        guest.submit("/volunteer/plan", "friday-0-from", "22:00", "friday-0-to", "6:00")
                .hasStatus(303);
        guest.submit("/volunteer/absences", "first", inDays(30), "last", inDays(37))
                .hasStatus(303);
        guest.submit("/volunteer/preferences", "quietFrom", "22:00", "quietTo", "7:00", "callsPerDay", "3")
                .hasStatus(303);
        guest.send("/volunteer", "/volunteer/now", "say", "off", "hours", "2").hasStatus(303);
        attended(amina(), "Grundschulung", "Gesundheit");
        attended(zeynep, "Fortbildung Tigrinya", null);
        var file = guest.get("/volunteer/data/download?lang=de")
                .hasStatus(200)
                .has("person.name", "Amina Haddad")
                .has("person.dateOfBirth", "1985-03-01")
                .has("languages[0].tag", "ar")
                .has("conversations.length()", 1)
                .has("conversations[0].language", "ar")
                .has("offers[0].fate", "accepted")
                .has("ratings[0].stars", 5)
                .has("textsToYou[0].key", "callout.invite")
                .has("languageProposals[0].note", "aus der Schule")
                .has("week.length()", 1)
                .has("week[0].weekday", 5)
                .has("week[0].starts", "22:00:00")
                .has("absences[0].lastDay", inDays(37))
                .has("saidAboutAvailability[0].available", false)
                .has("person.quietFrom", "22:00:00")
                .has("person.callsPerDay", 3)
                .has("subjects[0].subject", "medical")
                .has("obligations[0].kind", "secrecy")
                .has("trainings.length()", 1)
                .has("trainings[0].title", "Grundschulung")
                .has("links.length()", 1);
        assertThat(file.text("person.phoneNumber")).startsWith("+49");
        assertThat(file.text("textsToYou[0].body")).contains("Arabisch", "JA 47");
        assertThat(file.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment; filename=\"dolmetscher-hotline-");
        assertThat(file.body())
                .doesNotContain(
                        "Geheim", "Zeynep", zeynep.toString(), "Tigrinya", "tokenHash", "phoneIndex", "phoneCipher")
                .contains("\n");
    }

    @Test
    void everyTableThatKnowsMembersIsInTheFile() {
        var tables =
                database().sql("""
                        select distinct c.conrelid::regclass::text from pg_constraint c
                        where c.contype = 'f' and c.confrelid in ('interpreter'::regclass, 'volunteer_link'::regclass)""").mapValue(String.class).all().collectList().block();
        // Numbers are told from the profile, because they are stored encrypted.
        assertThat(tables).contains("interpreter_number").contains("volunteer_visit");
        var selected = DataSection.ALL.stream().map(DataSection::sql).collect(Collectors.joining("\n"));
        assertThat(new TreeSet<>(Objects.requireNonNull(tables)))
                .hasSizeGreaterThan(5)
                .filteredOn(table -> !table.equals("interpreter_number"))
                .allSatisfy(table -> assertThat(selected).containsPattern("\\b(from|join) " + table + "\\b"));
    }

    private static String inDays(int days) {
        return LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    private void conversation(UUID who, Instant began, long seconds, String organisation) {
        var called = created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        organisation,
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of(),
                        "pin",
                        null));
        new Talk(who, itsDistrict(), called, began, seconds).storeIn(database());
    }

    private void attended(UUID who, String title, @Nullable String qualification) {
        var training = UUID.randomUUID();
        database()
                .sql("insert into training (id, district_id, title) values (:id, :district, :title)")
                .bind("id", training)
                .bind("district", itsDistrict())
                .bind("title", title)
                .then()
                .block();
        database()
                .sql("""
                        insert into training_participant (training_id, interpreter_id, registered_at, attended_recorded_at,
                                                          conferred_qualification)
                        values (:training, :who, :at, :at, :qualification)""")
                .bind("training", training)
                .bind("who", who)
                .bind("at", BEGAN)
                .bind("qualification", nullable(qualification, String.class))
                .then()
                .block();
    }

    private void text(UUID who, String language, int code) {
        database()
                .sql("""
                        insert into text_message (id, interpreter_id, key, arguments, language, created_at, expires_at)
                        values (:id, :who, 'callout.invite', jsonb_build_array(:language::text, :code::int), 'de', :at, :end)""")
                .bind("id", UUID.randomUUID())
                .bind("who", who)
                .bind("language", language)
                .bind("code", code)
                .bind("at", BEGAN)
                .bind("end", BEGAN.plusSeconds(900))
                .then()
                .block();
    }
}
