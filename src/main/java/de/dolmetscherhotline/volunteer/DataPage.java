package de.dolmetscherhotline.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Everything that is stored about her, to take along. */
@Controller
@RequestMapping(DataPage.PATH)
class DataPage {

    static final String PATH = OwnPage.PATH + "/data";

    private final OwnData data;
    private final Clock clock;

    DataPage(OwnData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    @GetMapping
    Rendering about(Visitor visitor) {
        return Pages.page("data", PATH, visitor).build();
    }

    @GetMapping("/download")
    Mono<ResponseEntity<byte[]>> download(Visitor visitor, Locale locale) {
        var name = "dolmetscher-hotline-" + LocalDate.ofInstant(clock.instant(), visitor.zone()) + ".json";
        return data.of(visitor, locale)
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
