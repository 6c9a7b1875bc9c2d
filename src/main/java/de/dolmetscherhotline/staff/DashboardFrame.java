package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.signin.AreaFrame;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page of the dashboard shows. */
@ControllerAdvice(annotations = DashboardPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DashboardFrame extends AreaFrame {

    private final List<DashboardEntry> entries;

    DashboardFrame(List<DashboardEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(DashboardEntry::position))
                .toList();
    }

    /** What her role sees; nothing on the pages for those who are not signed in. */
    @ModelAttribute("navigation")
    List<DashboardEntry> navigation(@AuthenticationPrincipal @Nullable Staff who) {
        return entries.stream()
                .filter(entry -> who != null && who.isAtLeast(entry.least()))
                .toList();
    }

    /** Nobody on the pages for those who are not signed in, or not yet with everything. */
    @ModelAttribute("who")
    @Nullable
    Staff who(@AuthenticationPrincipal @Nullable Staff who) {
        return who != null && who.complete() ? who : null;
    }
}
