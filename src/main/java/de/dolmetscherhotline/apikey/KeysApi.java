package de.dolmetscherhotline.apikey;

import de.dolmetscherhotline.access.Scope;
import de.dolmetscherhotline.apikey.KeyIssuing.Issued;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/organisations/{id}/keys")
@Tag(name = "Organisations")
class KeysApi {

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(Map.of(
            "organisation_key_organisation_id_fkey", () -> Problems.notFound("organisation"),
            "organisation_key_name", () -> Problems.conflict("name", "belongs to a valid key of the organisation")));

    private final StoredKeys keys;
    private final KeyIssuing issuing;
    private final Organisations organisations;

    KeysApi(StoredKeys keys, KeyIssuing issuing, Organisations organisations) {
        this.keys = keys;
        this.issuing = issuing;
        this.organisations = organisations;
    }

    @PostMapping
    @Operation(
            summary = "Issue a key to an organisation",
            description =
                    "The answer is the only place in which the key is ever shown. To replace a key, issue one of another"
                            + " name, and revoke the old one when nobody uses it any more.")
    Mono<ResponseEntity<IssuedKey>> issue(@PathVariable UUID id, @Valid @RequestBody NewKey body) {
        return issuing.issue(new OrganisationId(id), body.name(), body.scopes())
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .map(KeysApi::issued);
    }

    private static ResponseEntity<IssuedKey> issued(Issued issued) {
        var stored = issued.key();
        var place = URI.create("/api/v1/organisations/" + stored.organisation() + "/keys/" + stored.id());
        return ResponseEntity.created(place).body(new IssuedKey(stored.id(), issued.text()));
    }

    @GetMapping
    @Operation(
            summary = "List the keys of an organisation, newest first",
            description = "Also those that were revoked.")
    Mono<ResponseEntity<List<KeyView>>> list(@PathVariable UUID id, @Valid @ParameterObject PageQuery query) {
        return organisation(id)
                .map(Organisation::id)
                .flatMap(organisation -> Responses.listed(
                        keys.page(organisation, query.limit(), query.offset()).map(KeyView::of),
                        keys.count(organisation)));
    }

    @GetMapping("/{keyId}")
    @Operation(summary = "Look at what is known of a key")
    Mono<KeyView> one(@PathVariable UUID id, @PathVariable UUID keyId) {
        return keys.byId(new OrganisationId(id), keyId)
                .map(KeyView::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("key")));
    }

    @DeleteMapping("/{keyId}")
    @Operation(
            summary = "Revoke a key",
            description = "It lets nobody in from the next request on. Revoking it again changes nothing.")
    Mono<ResponseEntity<Void>> revoke(@PathVariable UUID id, @PathVariable UUID keyId) {
        return Responses.removed(issuing.revoke(new OrganisationId(id), keyId), "key");
    }

    private Mono<Organisation> organisation(UUID id) {
        return organisations
                .byId(new OrganisationId(id))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")));
    }

    record NewKey(
            @Schema(
                    description = "by which the organisation tells it from others",
                    example = "Klinikinformationssystem")
            @NotBlank
            @Size(max = 200)
            String name,

            @Schema(description = "what it allows; to write does not include to read") @NotNull @Size(min = 1, max = 20)
            List<@NotNull Scope> scopes) {}

    record IssuedKey(
            UUID id,

            @Schema(description = "for the header Authorization: Bearer …; keep it, it is never shown again")
            String key) {

        /** Without the key. */
        @Override
        public String toString() {
            return "IssuedKey";
        }
    }

    @Schema(name = "Key")
    record KeyView(
            UUID id,
            String name,
            List<Scope> scopes,
            Instant createdAt,

            @Schema(description = "to the minute") @Nullable Instant lastUsedAt,

            @Nullable Instant revokedAt) {

        private static KeyView of(StoredKey key) {
            return new KeyView(key.id(), key.name(), key.scopes(), key.createdAt(), key.lastUsedAt(), key.revokedAt());
        }
    }
}
