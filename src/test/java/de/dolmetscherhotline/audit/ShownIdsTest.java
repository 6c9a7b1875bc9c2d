package de.dolmetscherhotline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.result.view.Rendering;

class ShownIdsTest {

    private record View(InterpreterId id, DistrictId districtId, List<Pair> pairs, Instant at) {}

    private record Pair(OrganisationId organisation, Optional<UUID> other, UUID lineId) {}

    private final UUID interpreter = UUID.randomUUID();
    private final UUID organisation = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final View view = new View(
            new InterpreterId(interpreter),
            DistrictId.random(),
            List.of(new Pair(new OrganisationId(organisation), Optional.of(other), UUID.randomUUID())),
            Instant.EPOCH);

    @Test
    void everyIdInAnAnswerIsFoundHoweverDeep() {
        assertThat(ShownIds.in(ResponseEntity.ok(List.of(view))))
                .containsExactlyInAnyOrder(interpreter, organisation, other);
        assertThat(ShownIds.in(Map.of("one", view))).contains(interpreter, organisation, other);
    }

    @Test
    void whatAPageIsGivenCountsAsShown() {
        assertThat(ShownIds.in(
                        Rendering.view("x").modelAttribute("person", view).build()))
                .contains(interpreter);
    }

    @Test
    void anAnswerWithoutIdsNamesNobody() {
        assertThat(ShownIds.in(null)).isEmpty();
        assertThat(ShownIds.in(ResponseEntity.noContent().build())).isEmpty();
        assertThat(ShownIds.in(new byte[] {1})).isEmpty();
    }
}
