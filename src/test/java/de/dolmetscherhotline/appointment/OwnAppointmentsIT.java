package de.dolmetscherhotline.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.appointment.AppointmentsApi.ListQuery;
import de.dolmetscherhotline.appointment.AppointmentsApi.NoShowForm;
import de.dolmetscherhotline.appointment.AppointmentsApi.ReasonForm;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.ErrorResponseException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What an organisation does with its appointments over the REST API. Its keys are another package's; what they may do is decided here. */
class OwnAppointmentsIT extends AppointmentsOverRestIT {

    @Autowired
    private AppointmentsApi api;

    private OnBehalf theirs() {
        var own = new OrganisationId(practice());
        return () -> own;
    }

    private static OnBehalf stranger() {
        var other = OrganisationId.random();
        return () -> other;
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

    private AppointmentForm form(@Nullable OrganisationId organisation) {
        return new AppointmentForm(
                organisation,
                AppointmentKind.PHONE,
                day(),
                LocalTime.of(9, 0),
                30,
                null,
                null,
                null,
                new Language("ar"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ServerHttpRequest posted() {
        return MockServerHttpRequest.post(APPOINTMENTS).build();
    }

    private static ListQuery everything(@Nullable UUID organisation) {
        return new ListQuery(null, organisation, null, null, null, null, null, null, null, null);
    }

    @Test
    void anOrganisationAsksForItselfAndSeesItsOwn() {
        var booked = wait(api.book(posted(), form(null), theirs()));
        var id = Objects.requireNonNull(booked.getBody()).id();
        taken(new AppointmentId(id));
        book(onSite().with("organisationId", practice(Numbers.landline())));

        assertThat(wait(api.list(new PageQuery(null, null), everything(null), theirs()))
                        .getBody())
                .extracting(AppointmentView::id)
                .containsExactly(id);
        var view = wait(api.one(id, theirs()));
        assertThat(view.interpreter()).isEqualTo(new AppointmentView.Person(null, "Amina", Gender.FEMALE));
        assertThat(view.invitations()).isNull();
        assertThat(view.history()).first().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(Actor.ORGANISATION);
            assertThat(entry.interpreterId()).isNull();
        });
        assertThat(wait(api.cancel(id, new ReasonForm("krank"), theirs())).status())
                .isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void whatBelongsToOthersIsNotThere() {
        var id = book(onSite()).value();
        var reason = new ReasonForm(null);

        isProblem(404, api.one(id, stranger()));
        isProblem(404, api.calendar(id, stranger()));
        isProblem(404, api.cancel(id, reason, stranger()));
        isProblem(404, api.substitute(posted(), id, reason, stranger()));
        isProblem(404, api.noShow(id, new NoShowForm(Absent.PERSON, null), stranger()));
        isProblem(404, Mono.defer(() -> api.list(new PageQuery(null, null), everything(practice()), stranger())));
        isProblem(400, Mono.defer(() -> api.book(posted(), form(new OrganisationId(practice())), stranger())));
        assertThat(wait(api.list(new PageQuery(null, null), everything(null), stranger()))
                        .getBody())
                .isEmpty();
    }
}
