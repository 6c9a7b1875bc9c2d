package de.dolmetscherhotline.organisation;

import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(OrganisationsApi.PATH + "/{id}/guest-countries")
@Tag(name = "Organisations")
class GuestCountriesApi {

    private static final Set<String> KNOWN = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final GuestCountries countries;

    GuestCountriesApi(GuestCountries countries) {
        this.countries = countries;
    }

    @GetMapping
    @Operation(summary = "List the countries in which an organisation may ring third parties")
    Mono<Countries> list(@PathVariable UUID id) {
        return countries
                .of(new OrganisationId(id))
                .map(Countries::new)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")));
    }

    @PutMapping
    @Operation(
            summary = "Replace the countries in which an organisation may ring third parties",
            description = "None: it may ring nobody. Numbers that this installation does not dial stay out of reach.")
    Mono<Countries> replace(@PathVariable UUID id, @Valid @RequestBody Countries body) {
        return body.problem()
                .switchIfEmpty(Mono.defer(() -> countries
                        .replace(new OrganisationId(id), body.distinct())
                        .filter(there -> there)
                        .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")))
                        .thenReturn(new Countries(body.distinct()))));
    }

    @Schema(name = "GuestCountries")
    record Countries(
            @Schema(description = "ISO 3166 codes", example = "[\"DE\", \"AT\"]") @NotNull @Size(max = 50)
            List<@NotNull String> countries) {

        private List<String> distinct() {
            return countries.stream().distinct().toList();
        }

        private Mono<Countries> problem() {
            return IntStream.range(0, countries.size())
                    .filter(position -> !KNOWN.contains(countries.get(position)))
                    .mapToObj(position -> Problems.invalid("countries[" + position + "]", "is not an ISO 3166 country"))
                    .findFirst()
                    .map(Mono::<Countries>error)
                    .orElseGet(Mono::empty);
        }
    }
}
