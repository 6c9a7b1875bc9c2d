package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The page with everybody's telephones. Every action is a form that leads back to its telephone; the page's script sends
 * the same forms, says so in a header, and is answered without a redirect.
 */
@Controller
@Demonstration
@RequestMapping(TelephonesPage.PATH)
class TelephonesPage {

    static final String PATH = "/simulator";

    private static final String PHONE = "/telephones/{id}";
    private static final String KEYS = "[0-9*#]{1,32}";

    private final Telephones telephones;
    private final Changes changes;
    private final Lines lines;

    TelephonesPage(Telephones telephones, Changes changes, Lines lines) {
        this.telephones = telephones;
        this.changes = changes;
        this.lines = lines;
    }

    record Keys(
            @NotNull @Pattern(regexp = KEYS, message = "must be keys of a telephone: 0-9, * and #")
            String keys) {}

    record Text(@NotBlank @Size(max = 160) String text) {}

    record Availability(@NotNull Boolean available) {}

    record Reaction(@NotNull Habit habit) {}

    @GetMapping
    Mono<Rendering> page(@ModelAttribute Visit visit) {
        return view(visit).map(view -> rendering("demo/telephones", view, visit));
    }

    /** The part of the page that changes. */
    @GetMapping("/telephones")
    Mono<Rendering> part(@ModelAttribute Visit visit) {
        return view(visit).map(view -> rendering("demo/switchboard", view, visit));
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<String>> events() {
        return changes.events();
    }

    @PostMapping(PHONE + "/call")
    ResponseEntity<Void> call(@PathVariable String id, @ModelAttribute Visit visit, ServerHttpRequest request) {
        telephones.call(known(id));
        return back(id, visit, request);
    }

    @PostMapping(PHONE + "/pick-up")
    ResponseEntity<Void> pickUp(@PathVariable String id, @ModelAttribute Visit visit, ServerHttpRequest request) {
        telephones.pickUp(known(id));
        return back(id, visit, request);
    }

    @PostMapping(PHONE + "/hang-up")
    ResponseEntity<Void> hangUp(@PathVariable String id, @ModelAttribute Visit visit, ServerHttpRequest request) {
        telephones.hangUp(known(id));
        return back(id, visit, request);
    }

    @PostMapping(PHONE + "/keys")
    ResponseEntity<Void> press(
            @PathVariable String id,
            @Valid @ModelAttribute Keys form,
            @ModelAttribute Visit visit,
            ServerHttpRequest request) {
        telephones.press(known(id), form.keys());
        return back(id, visit, request);
    }

    @PostMapping(PHONE + "/texts")
    ResponseEntity<Void> text(
            @PathVariable String id,
            @Valid @ModelAttribute Text form,
            @ModelAttribute Visit visit,
            ServerHttpRequest request) {
        telephones.text(known(id), form.text());
        return back(id, visit, request);
    }

    @PostMapping(PHONE + "/habit")
    ResponseEntity<Void> behave(
            @PathVariable String id,
            @Valid @ModelAttribute Reaction form,
            @ModelAttribute Visit visit,
            ServerHttpRequest request) {
        telephones.behave(known(id), form.habit());
        return back(id, visit, request);
    }

    @PostMapping(PHONE + "/availability")
    Mono<ResponseEntity<Void>> setAvailable(
            @PathVariable String id,
            @Valid @ModelAttribute Availability form,
            @ModelAttribute Visit visit,
            ServerHttpRequest request) {
        return telephones
                .setAvailable(known(id), form.available())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(TelephonesPage::notFound))
                .doOnNext(done -> changes.happened())
                .map(done -> back(id, visit, request));
    }

    private Mono<PageView> view(Visit visit) {
        return telephones.interpreters().map(all -> PageView.of(telephones.callers(), all, visit));
    }

    private Rendering rendering(String template, PageView view, Visit visit) {
        return Rendering.view(template)
                .modelAttribute("view", view)
                .modelAttribute("visit", visit)
                .modelAttribute("habits", Habit.values())
                .modelAttribute("languages", telephones.spoken())
                .modelAttribute("hotline", People.written(People.HOTLINE))
                .modelAttribute("hotlineId", lines.byNumber(People.HOTLINE).map(Line::id))
                .build();
    }

    private PhoneNumber known(String id) {
        return telephones.number(id).orElseThrow(TelephonesPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Nobody here has this telephone.");
    }

    private static ResponseEntity<Void> back(String id, Visit visit, ServerHttpRequest request) {
        if ("fetch".equals(request.getHeaders().getFirst("X-Requested-With"))) {
            return ResponseEntity.noContent().build();
        }
        var telephone = URI.create(PATH + visit.query() + "#t-" + id);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(telephone).build();
    }
}
