package de.dolmetscherhotline.dashboard.pool;

import static de.dolmetscherhotline.dashboard.pool.Typed.words;

import de.dolmetscherhotline.dashboard.pool.PoolWording.Choice;
import de.dolmetscherhotline.dashboard.pool.PoolWording.Spoken;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.platform.PageQuery;
import de.dolmetscherhotline.pool.Hindrances;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.InterpreterFilter;
import de.dolmetscherhotline.pool.Roll;
import de.dolmetscherhotline.pool.Selection;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The members of the pool as a list that can be narrowed, sorted and paged. */
@DashboardPage(Role.VIEWER)
class InterpretersPage {

    static final String PATH = "/dashboard/interpreters";

    /** What was done to somebody who therefore has no page that could say so. */
    static final String REMOVED = "removed";

    private static final int ON_A_PAGE = 50;
    private static final List<String> SORTS = List.of("name", "uncalled", "newest", "municipality", "status");

    private final Roll roll;
    private final Hindrances hindrances;
    private final PoolWording wording;

    InterpretersPage(Roll roll, Hindrances hindrances, PoolWording wording) {
        this.roll = roll;
        this.hindrances = hindrances;
        this.wording = wording;
    }

    /**
     * A member as she stands in the list.
     *
     * @param duty word of it, at this moment
     * @param dutyUntil when that changes; null = not by itself
     * @param reasons why she is not called, or not texted, until somebody does something about it
     * @param routable whether calls reach her when she is available
     */
    public record Row(
            InterpreterId id,
            String name,
            @Nullable String municipality,
            List<Spoken> languages,
            List<String> roles,
            String status,
            String duty,
            @Nullable Instant dutyUntil,
            boolean paused,
            @Nullable Instant lastAskedAt,
            List<String> reasons,
            boolean routable) {}

    /** A part of the list, and how long all of it is. */
    private record Found(List<Row> rows, long count) {}

    @GetMapping(PATH)
    Mono<Rendering> list(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute Selection selection,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done,
            Locale locale) {
        int number = Typed.page(page);
        return selection
                .of(who.district())
                .map(filter -> found(filter, number, locale)
                        .map(found -> page(who, selection, found, number, locale)
                                .modelAttribute(REMOVED, REMOVED.equals(done))
                                .build()))
                .orElseGet(() -> Mono.just(page(who, selection, new Found(List.of(), 0), 0, locale)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .build()));
    }

    private Mono<Found> found(InterpreterFilter filter, int page, Locale locale) {
        return roll.page(filter, new PageQuery(page, ON_A_PAGE))
                .map(member -> row(member, locale))
                .collectList()
                .zipWith(roll.count(filter), Found::new);
    }

    private Row row(Interpreter member, Locale locale) {
        var profile = member.profile();
        var found = hindrances.of(member);
        return new Row(
                member.id(),
                profile.name(),
                profile.municipality(),
                wording.spoken(profile.languages(), locale),
                profile.roles().stream().sorted().map(Typed::word).toList(),
                Typed.word(profile.status()),
                Typed.word(member.duty()),
                member.dutyUntil(),
                member.pausedAt() != null,
                member.lastAskedAt(),
                PoolWording.reasons(found, locale),
                PoolWording.routable(found));
    }

    private Rendering.Builder<?> page(Staff who, Selection selection, Found found, int page, Locale locale) {
        return DashboardViews.page("pool/interpreters")
                .modelAttribute("selection", selection)
                .modelAttribute("wrong", selection.wrong())
                .modelAttribute("changes", who.isAtLeast(Role.COORDINATOR))
                .modelAttribute("rows", found.rows())
                .modelAttribute("count", found.count())
                .modelAttribute("page", page)
                .modelAttribute("more", found.count() > (page + 1L) * ON_A_PAGE)
                .modelAttribute("levels", words(LanguageLevel.class))
                .modelAttribute("subjects", words(Subject.class))
                .modelAttribute("roles", words(de.dolmetscherhotline.pool.Role.class))
                .modelAttribute("statuses", words(Status.class))
                .modelAttribute("sorts", SORTS)
                .modelAttribute("municipalities", roll.municipalities(who.district()))
                .modelAttribute("languages", languages(who, locale));
    }

    private Mono<List<Choice>> languages(Staff who, Locale locale) {
        return roll.languages(who.district()).collectList().map(spoken -> wording.choices(spoken, locale));
    }
}
