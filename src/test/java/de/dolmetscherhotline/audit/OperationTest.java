package de.dolmetscherhotline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.view.Rendering;

class OperationTest {

    private static final String ID = "5f0c2c5e-8a1b-4c3d-9e0f-112233445566";
    private static final String OTHER = "6f0c2c5e-8a1b-4c3d-9e0f-112233445566";

    @ParameterizedTest
    @CsvSource({
        "/api/v1/interpreters, interpreters",
        "/api/v1/interpreters/{id}, interpreters",
        "/api/v1/interpreters/{id}/explanation, interpreters",
        "/api/v1/interpreters/export, interpreters",
        "/api/v1/organisations/{organisationId}/members/{id}/disable, members",
        "/api/v1/appointments/{id}.ics, appointments",
        "/dashboard, dashboard",
        "/dashboard/staff/{id}/lock, staff"
    })
    void whatStandsBeforeTheLastThingThatVariesSaysOnWhatItWasDone(String pattern, String kind) {
        assertThat(operation(HttpMethod.GET, pattern, new LinkedMultiValueMap<>())
                        .reference(null)
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void theLastIdIsTheSubjectAndTheOthersAreNamed() {
        var reference = operation(
                        HttpMethod.DELETE,
                        "/api/v1/organisations/{organisationId}/members/{id}",
                        new LinkedMultiValueMap<>())
                .reference(null);
        assertThat(reference.id()).isEqualTo(UUID.fromString(ID));
        assertThat(reference.shownInOrder()).containsExactly(UUID.fromString(OTHER));
    }

    @Test
    void whatWasAddedIsTheSubject() {
        record Created(UUID id) {}
        var added = ResponseEntity.status(HttpStatus.CREATED).body(new Created(UUID.fromString(ID)));
        var operation = new Operation(HttpMethod.POST, "/api/v1/interpreters", Map.of(), new LinkedMultiValueMap<>());
        assertThat(operation.action(added)).isEqualTo(Action.ADDED);
        assertThat(operation.reference(added).id()).isEqualTo(UUID.fromString(ID));
    }

    @Test
    void theDetailHoldsNeitherNamesNorNumbers() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("name", "Amina Haddad");
        parameters.add("name", "haddad");
        parameters.add("number", "+493023125299");
        parameters.add("phone", "03023125299");
        parameters.add("districtId", ID);
        parameters.add("language", "ar");
        parameters.add("from", "2026-11-01T00:00:00Z");
        assertThat(operation(HttpMethod.GET, "/api/v1/interpreters", parameters).detail())
                .isEqualTo("GET /api/v1/interpreters?districtId=" + ID
                        + "&from=2026-11-01T00:00:00Z&language=ar&name=…&name=…&number=…&phone=…");
    }

    @Test
    void whoWasSoughtInTheTrailIsKeptByIdAndNotByName() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("subject", "haddad");
        parameters.add("subject", ID);
        parameters.add("action", "viewed");
        assertThat(operation(HttpMethod.GET, "/dashboard/audit", parameters).detail())
                .isEqualTo("GET /dashboard/audit?action=viewed&subject=" + ID + "&subject=…");
    }

    @Test
    void aFormThatIsAnsweredWithWhatIsWrongInItHasChangedNothing() {
        assertThat(Operation.isDone(Rendering.view("x")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build()))
                .isFalse();
        assertThat(Operation.isDone(Rendering.redirectTo("/x").build())).isTrue();
        assertThat(Operation.isDone(ResponseEntity.noContent().build())).isTrue();
        assertThat(Operation.isDone(ResponseEntity.status(HttpStatus.CONFLICT).build()))
                .isFalse();
    }

    private static Operation operation(HttpMethod method, String pattern, MultiValueMap<String, String> parameters) {
        return new Operation(method, pattern, Map.of("id", ID, "organisationId", OTHER), parameters);
    }
}
