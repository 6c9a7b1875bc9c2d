package de.dolmetscherhotline.platform;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The answers that all collections of the REST API have in common. */
public final class Responses {

    /** How many entries there are on all pages together. */
    public static final String TOTAL_COUNT = "X-Total-Count";

    /** The id of what was just created. */
    public record Created(UUID id) {}

    private Responses() {}

    /** 201 with the id, and where to find it. */
    public static ResponseEntity<Created> created(String collection, UUID id) {
        return ResponseEntity.created(URI.create(collection + "/" + id)).body(new Created(id));
    }

    /** 200 with one page, and how many entries there are on all. */
    public static <T> Mono<ResponseEntity<List<T>>> listed(Flux<T> page, Mono<Long> total) {
        return page.collectList()
                .zipWith(
                        total,
                        (entries, count) -> ResponseEntity.ok()
                                .header(TOTAL_COUNT, Long.toString(count))
                                .body(entries));
    }

    /** 204 if it was there; 404 if not; 409 while something else refers to it. */
    public static Mono<ResponseEntity<Void>> removed(Mono<Boolean> removal, String what) {
        return removal.onErrorMap(
                        DataIntegrityViolationException.class,
                        referenced -> Problems.conflict("The " + what + " is still in use."))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> Problems.notFound(what)))
                .thenReturn(ResponseEntity.noContent().build());
    }
}
