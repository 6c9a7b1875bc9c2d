package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Interpreters")
class LinksApi {

    private final Links links;

    LinksApi(Links links) {
        this.links = links;
    }

    @DeleteMapping("/api/v1/interpreters/{id}/links")
    @Operation(
            summary = "Lock the link to a member's own page",
            description = "Whoever is on the page is shut out at once. The member gets a new link by texting PLAN.")
    Mono<ResponseEntity<Void>> revoke(@PathVariable UUID id) {
        return Responses.removed(links.revoke(new InterpreterId(id)), "interpreter");
    }
}
