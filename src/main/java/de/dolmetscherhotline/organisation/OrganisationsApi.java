package de.dolmetscherhotline.organisation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import de.dolmetscherhotline.idempotency.Idempotency;
import de.dolmetscherhotline.idempotency.TakesIdempotencyKey;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.KnownLanguage;
import de.dolmetscherhotline.platform.ConstraintProblems;
import de.dolmetscherhotline.platform.Dialable;
import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.platform.Responses;
import de.dolmetscherhotline.platform.Responses.Created;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(OrganisationsApi.PATH)
@Tag(name = "Organisations", description = "practices, hospitals, authorities, schools that may use the hotline")
class OrganisationsApi {

    static final String PATH = "/api/v1/organisations";

    private static final ConstraintProblems PROBLEMS = ConstraintProblems.of(Map.of(
            "organisation_pin", () -> Problems.conflict("Another organisation of the district has that PIN."),
            "organisation_number_pkey", () -> Problems.conflict("A number belongs to another organisation already."),
            "organisation_district_id_fkey", () -> Problems.invalid("districtId", "there is no such district")));

    private final Organisations organisations;
    private final OrganisationList list;
    private final Idempotency idempotency;

    OrganisationsApi(Organisations organisations, OrganisationList list, Idempotency idempotency) {
        this.organisations = organisations;
        this.list = list;
        this.idempotency = idempotency;
    }

    @PostMapping
    @TakesIdempotencyKey
    @Operation(summary = "Add an organisation")
    Mono<ResponseEntity<Created>> add(ServerHttpRequest request, @Valid @RequestBody NewOrganisation body) {
        return idempotency.once(request, body, Created.class, add(body));
    }

    private Mono<ResponseEntity<Created>> add(NewOrganisation body) {
        Organisation organisation = body.as(OrganisationId.random());
        return organisations
                .add(organisation, body.pin())
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .thenReturn(Responses.created(PATH, organisation.id().value()));
    }

    @GetMapping
    @Operation(summary = "List organisations, oldest first")
    Mono<ResponseEntity<List<OrganisationView>>> list(
            @Valid @ParameterObject PageQuery query,
            @Parameter(description = "only those of this district") @RequestParam(required = false) @Nullable
                    UUID districtId) {
        DistrictId district = districtId == null ? null : new DistrictId(districtId);
        return Responses.listed(
                list.page(district, query.limit(), query.offset()).map(OrganisationView::of), list.count(district));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at an organisation")
    Mono<OrganisationView> one(@PathVariable UUID id) {
        return organisations
                .byId(new OrganisationId(id))
                .map(OrganisationView::of)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Replace an organisation",
            description = "Without a PIN in the request it keeps the PIN it has: nobody can read it to send it again.")
    Mono<OrganisationView> replace(@PathVariable UUID id, @Valid @RequestBody NewOrganisation body) {
        return organisations
                .replace(body.as(new OrganisationId(id)), body.pin(), ExpectedVersion.any())
                .onErrorMap(DataIntegrityViolationException.class, PROBLEMS)
                .then(Mono.defer(() -> one(id)));
    }

    @PostMapping("/{id}/pin")
    @Operation(
            summary = "Make a new PIN for an organisation",
            description =
                    "Six digits that no other organisation of the district has. They are answered once and can never"
                            + " be read again. The PIN before ends.")
    Mono<NewPin> newPin(@PathVariable UUID id) {
        return organisations
                .newPin(new OrganisationId(id))
                .map(NewPin::new)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")));
    }

    @DeleteMapping("/{id}/pin")
    @Operation(summary = "Withdraw the PIN of an organisation")
    Mono<ResponseEntity<Void>> withdrawPin(@PathVariable UUID id) {
        return Responses.removed(organisations.withdrawPin(new OrganisationId(id)), "organisation");
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove an organisation", description = "Its calls stay in the session log.")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return Responses.removed(organisations.remove(new OrganisationId(id)), "organisation");
    }

    @JsonIgnoreProperties({"id", "hasPin", "notPaired"})
    record NewOrganisation(
            @NotNull DistrictId districtId,

            @Schema(example = "Hausarztpraxis am Markt") @NotBlank @Size(max = 200)
            String name,

            @Schema(description = "what an interpreter hears about the caller before accepting") @NotNull
            OrganisationKind kind,

            @Nullable @Size(max = 200) String municipality,

            @Schema(description = "numbers it is recognised by without a PIN, in any usual form")
            @Nullable
            @Size(max = 100)
            List<@NotNull @Dialable PhoneNumber> phoneNumbers,

            @Schema(description = "4 to 10 digits, unique in the district; never returned")
            @Nullable
            @Pattern(regexp = "[0-9]{4,10}", message = "must be 4 to 10 digits")
            String pin,

            @Schema(description = "languages it often asks for") @Nullable @Size(max = 100)
            List<@NotNull @KnownLanguage Language> favouriteLanguages,

            @Schema(description = "whether its calls are refused; default false") @Nullable
            Boolean blocked,

            @Schema(description = "whether its callers are asked for the field, such as medical; default false")
            @Nullable
            Boolean asksSubject,

            @Schema(description = "whether its callers are asked whom they wish to talk through; default false")
            @Nullable
            Boolean asksGender,

            @Schema(description = "whom one talks to there") @Nullable @Size(max = 20)
            List<@NotNull @Valid NewContact> contacts,

            @Schema(description = "under which its own book-keeping knows what it asks of us", example = "4711-03")
            @Nullable
            @Size(min = 1, max = 100)
            String costCentre) {

        private Organisation as(OrganisationId id) {
            return new Organisation(
                    id,
                    districtId,
                    name,
                    kind,
                    municipality,
                    distinct(phoneNumbers),
                    pin != null,
                    distinct(favouriteLanguages),
                    Boolean.TRUE.equals(blocked),
                    Boolean.TRUE.equals(asksSubject),
                    Boolean.TRUE.equals(asksGender),
                    contacts == null
                            ? List.of()
                            : contacts.stream().map(NewContact::as).toList(),
                    costCentre,
                    1,
                    0);
        }

        private static <T> List<T> distinct(@Nullable List<T> values) {
            return values == null ? List.of() : values.stream().distinct().toList();
        }

        /** Without the PIN. */
        @Override
        public String toString() {
            return "NewOrganisation";
        }
    }

    /** Somebody to turn to. */
    @Schema(name = "Contact")
    record NewContact(
            @Schema(example = "Petra Lindner") @NotBlank @Size(max = 200)
            String name,

            @Schema(description = "what she does there", example = "Praxisleitung") @Nullable @Size(max = 200)
            String role,

            @Schema(description = "at work, in any usual form; returned as E.164; nobody dials it but people") @Nullable
            PhoneNumber phone,

            @Nullable @Size(max = 254) @Email(message = "must be a mail address")
            String mail) {

        private Contact as() {
            return new Contact(name, role, phone, mail);
        }

        private static NewContact of(Contact contact) {
            return new NewContact(contact.name(), contact.role(), contact.phone(), contact.mail());
        }

        /** Without what is somebody's. */
        @Override
        public String toString() {
            return "NewContact";
        }
    }

    /** Shown once. */
    @Schema(name = "NewPin")
    record NewPin(
            @Schema(description = "six digits; nobody can read them again", example = "038215")
            String pin) {

        @Override
        public String toString() {
            return "NewPin";
        }
    }

    @Schema(name = "Organisation")
    record OrganisationView(
            OrganisationId id,
            DistrictId districtId,
            String name,
            OrganisationKind kind,
            @Nullable String municipality,
            @Schema(description = "E.164") List<PhoneNumber> phoneNumbers,
            @Schema(description = "whether it has a PIN") boolean hasPin,
            List<Language> favouriteLanguages,

            @Schema(description = "whether its calls are refused")
            boolean blocked,

            @Schema(description = "whether its callers are asked for the field")
            boolean asksSubject,

            @Schema(description = "whether its callers are asked for a gender")
            boolean asksGender,

            @Schema(description = "whom one talks to there") List<NewContact> contacts,

            @Nullable String costCentre,

            @Schema(
                    description =
                            "how many interpreters never get its calls; who, says `GET /interpreters?notPairedWith=…`")
            int notPaired) {

        private static OrganisationView of(Organisation organisation) {
            return new OrganisationView(
                    organisation.id(),
                    organisation.districtId(),
                    organisation.name(),
                    organisation.kind(),
                    organisation.municipality(),
                    organisation.phoneNumbers(),
                    organisation.hasPin(),
                    organisation.favouriteLanguages(),
                    organisation.blocked(),
                    organisation.asksSubject(),
                    organisation.asksGender(),
                    organisation.contacts().stream().map(NewContact::of).toList(),
                    organisation.costCentre(),
                    organisation.notPaired());
        }
    }
}
