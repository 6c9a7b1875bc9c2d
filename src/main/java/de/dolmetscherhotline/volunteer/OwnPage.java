package de.dolmetscherhotline.volunteer;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The volunteer's own page. */
@Controller
@RequestMapping(OwnPage.PATH)
class OwnPage {

    static final String PATH = "/volunteer";

    private final Links links;
    private final VisitCookie cookie;

    OwnPage(Links links, VisitCookie cookie) {
        this.links = links;
        this.cookie = cookie;
    }

    @GetMapping
    Rendering page(Visitor visitor) {
        return Rendering.view("volunteer/own")
                .modelAttribute("path", PATH)
                .modelAttribute("visitor", visitor)
                .build();
    }

    /** Her link may have got into wrong hands. */
    @PostMapping("/lock")
    Mono<ResponseEntity<Void>> lock(Visitor visitor) {
        return links.revoke(visitor.id())
                .thenReturn(ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.SET_COOKIE, cookie.gone().toString())
                        .header(HttpHeaders.LOCATION, PATH + "/locked")
                        .build());
    }

    @GetMapping("/locked")
    Rendering locked() {
        return Rendering.view("volunteer/locked")
                .modelAttribute("path", PATH + "/locked")
                .build();
    }
}
