package de.dolmetscherhotline.dashboard;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where staff arrive: how today goes, in figures. A part of it is fetched again and again by the page itself. */
@DashboardPage(Role.VIEWER)
@RecordsItself("figures, nobody in particular")
class TodayPage {

    static final String PATH = "/dashboard";

    private final Today today;
    private final Clock clock;

    TodayPage(Today today, Clock clock) {
        this.today = today;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> page(@AuthenticationPrincipal Staff who) {
        return figures(who, "today");
    }

    @GetMapping(PATH + "/today/figures")
    Mono<Rendering> part(@AuthenticationPrincipal Staff who) {
        return figures(who, "today :: figures");
    }

    private Mono<Rendering> figures(Staff who, String template) {
        var now = clock.instant();
        var midnight = LocalDate.ofInstant(now, who.zone()).atStartOfDay(who.zone());
        return today.figures(who.district(), midnight.toInstant())
                .map(figures -> DashboardViews.page(template)
                        .modelAttribute("figures", figures)
                        .modelAttribute("at", now)
                        .build());
    }
}
