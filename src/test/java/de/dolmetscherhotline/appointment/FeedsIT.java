package de.dolmetscherhotline.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.appointment.FeedsApi.NewFeed;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.ErrorResponseException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Calendars that are read without a key. */
class FeedsIT extends AppointmentStoreIT {

    private static final String FEEDS = FeedsApi.PATH;

    @Autowired
    private Appointments appointments;

    @Autowired
    private FeedsApi api;

    private Answer feedOf(String owner, Object id) {
        return post(FEEDS, Body.of(owner, id.toString())).hasStatus(201);
    }

    private Answer read(Answer feed) {
        return Answer.to(anonymous().get().uri(URI.create(feed.text("url")).getPath()));
    }

    private InterpreterId taken(AppointmentId id) {
        var amina = add(member());
        wait(appointments.claim(id, amina));
        return amina;
    }

    @Test
    void anInterpreterReadsHerOwnAndNothingThatNamesPeople() {
        var hers = book(onSite().with("caseReference", "4711").with("contactNote", "Frau Geheim"));
        var another = book(onSite().with("address", "Anderswo 1"));
        var amina = taken(hers);
        taken(another);
        var phone = book(onSite().with("time", "16:00")
                .with("kind", "phone")
                .without("municipality")
                .without("address"));
        wait(appointments.claim(phone, amina));

        var file = read(feedOf("interpreterId", amina)).hasStatus(200);

        assertThat(file.headers().getFirst("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(file.headers().getFirst("Cache-Control")).isEqualTo("no-store");
        assertThat(file.body())
                .contains("UID:" + hers, "UID:" + phone, "LOCATION:Südertor 6")
                .doesNotContain("Anderswo", "4711", "Geheim", "Haddad", number(), number().substring(3));
    }

    @Test
    void whatSheGaveBackIsThereNoMore() {
        var id = book(onSite());
        var amina = taken(id);
        var feed = feedOf("interpreterId", amina);
        assertThat(read(feed).body()).contains("VEVENT");

        wait(appointments.release(id, amina));

        assertThat(read(feed).hasStatus(200).body()).contains("BEGIN:VCALENDAR").doesNotContain("VEVENT");
    }

    @Test
    void anOrganisationReadsItsOwnFromTheBeginning() {
        var own = book(onSite());
        book(onSite().with("organisationId", practice(Numbers.landline())).with("address", "Anderswo 1"));

        assertThat(read(feedOf("organisationId", practice())).hasStatus(200).body())
                .contains("UID:" + own, "STATUS:TENTATIVE")
                .doesNotContain("Anderswo");
    }

    @Test
    void aRevokedAddressOpensNothing() {
        var feed = feedOf("organisationId", practice());
        var other = feedOf("organisationId", practice());

        delete(FEEDS + "/" + feed.text("id")).hasStatus(204);
        delete(FEEDS + "/" + feed.text("id")).hasStatus(204);
        delete(FEEDS + "/" + UUID.randomUUID()).isProblem(404);

        read(feed).hasStatus(404);
        read(other).hasStatus(200);
    }

    @Test
    void theSecretIsToldOnceAndKeptNowhere() {
        var feed = feedOf("organisationId", practice());
        var path = URI.create(feed.text("url")).getPath();
        var secret = path.substring(path.lastIndexOf('/') + 1).replace(".ics", "");

        assertThat(Secret.of(secret)).isPresent();
        assertThat(get(FEEDS).hasStatus(200).body()).contains(feed.text("id")).doesNotContain(secret);
        assertThat(database()
                        .sql("select f::text from calendar_feed f")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .noneMatch(row -> row.contains(secret));
    }

    @Test
    void guessedAddressesOpenNothing() {
        for (var guess :
                List.of(Secret.random().text() + ".ics", Secret.random().text(), "x.ics", ".ics", "a/b.ics", "")) {
            assertThat(Answer.to(anonymous().get().uri(FeedPage.PATH + "/" + guess))
                            .status())
                    .as(guess)
                    .isEqualTo(404);
        }
        Answer.to(anonymous().post().uri(FeedPage.PATH + "/x.ics")).isProblem(403);
    }

    @Test
    void aFeedIsOfOneWhoExists() {
        post(FEEDS, Body.of()).rejects("interpreterId");
        post(FEEDS, Body.of("interpreterId", UUID.randomUUID(), "organisationId", practice()))
                .rejects("interpreterId");
        post(FEEDS, Body.of("interpreterId", UUID.randomUUID())).rejects("interpreterId");
        post(FEEDS, Body.of("organisationId", UUID.randomUUID())).rejects("organisationId");
    }

    @Test
    void anOrganisationMakesAndRevokesOnlyItsOwn() {
        var own = new OrganisationId(practice());
        OnBehalf theirs = () -> own;
        OnBehalf others = OrganisationId::random;
        var feed = Objects.requireNonNull(
                wait(api.add(new NewFeed(null, null), theirs)).getBody());
        var amina = add(member());

        assertThat(wait(api.list(new PageQuery(null, null), theirs)).getBody()).hasSize(1);
        assertThat(wait(api.list(new PageQuery(null, null), others)).getBody()).isEmpty();
        isProblem(404, api.revoke(feed.id(), others));
        isProblem(400, Mono.defer(() -> api.add(new NewFeed(amina, null), theirs)));
        isProblem(400, Mono.defer(() -> api.add(new NewFeed(null, own), others)));
        assertThat(wait(api.revoke(feed.id(), theirs)).getStatusCode().value()).isEqualTo(204);
    }

    private static void isProblem(int status, Mono<?> answer) {
        StepVerifier.create(answer)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ErrorResponseException.class,
                                problem -> assertThat(problem.getStatusCode().value())
                                        .isEqualTo(status)))
                .verify();
    }
}
