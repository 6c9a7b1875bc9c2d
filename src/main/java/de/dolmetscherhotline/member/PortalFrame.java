package de.dolmetscherhotline.member;

import de.dolmetscherhotline.signin.AreaFrame;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page of the portal shows. */
@ControllerAdvice(annotations = PortalPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortalFrame extends AreaFrame {

    private final List<PortalEntry> entries;

    PortalFrame(List<PortalEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(PortalEntry::position))
                .toList();
    }

    @ModelAttribute("navigation")
    List<PortalEntry> navigation() {
        return entries;
    }

    /** Nobody on the pages for those who are not signed in. */
    @ModelAttribute("who")
    @Nullable
    SignedIn who(@AuthenticationPrincipal @Nullable SignedIn who) {
        return who;
    }
}
