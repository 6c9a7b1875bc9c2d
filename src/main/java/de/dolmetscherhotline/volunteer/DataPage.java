package de.dolmetscherhotline.volunteer;

import java.util.Locale;
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

    private final DataFile file;

    DataPage(DataFile file) {
        this.file = file;
    }

    @GetMapping
    Rendering about(Visitor visitor) {
        return Pages.page("data", PATH, visitor).build();
    }

    @GetMapping("/download")
    Mono<ResponseEntity<byte[]>> download(Visitor visitor, Locale locale) {
        return file.of(visitor.id(), visitor.zone(), locale);
    }
}
