package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Everything that is stored about a member of a pool as a file, for her, or for a coordinator who hands it to her. */
@Component
public class DataFile {

    private final OwnData data;
    private final Clock clock;

    DataFile(OwnData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /**
     * The file, to be downloaded.
     *
     * @param zone of her district
     * @param locale of what explains it
     * @return empty if there is no such member
     */
    public Mono<ResponseEntity<byte[]>> of(InterpreterId who, ZoneId zone, Locale locale) {
        var name = "dolmetscher-hotline-" + LocalDate.ofInstant(clock.instant(), zone) + ".json";
        return data.of(who, locale)
                .map(document -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(document));
    }
}
