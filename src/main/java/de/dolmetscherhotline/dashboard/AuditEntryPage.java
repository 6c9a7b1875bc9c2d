package de.dolmetscherhotline.dashboard;

import de.dolmetscherhotline.audit.AuditEntries;
import de.dolmetscherhotline.audit.AuditEntry;
import de.dolmetscherhotline.dashboard.Names.Named;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** One entry of the audit trail, with everybody whom it names. */
@DashboardPage(Role.ADMINISTRATOR)
class AuditEntryPage {

    private static final int ON_A_PAGE = 100;

    private final AuditEntries entries;
    private final Names names;

    AuditEntryPage(AuditEntries entries, Names names) {
        this.entries = entries;
        this.names = names;
    }

    /**
     * Somebody or something that an entry names.
     *
     * @param name null if she is gone, is of another district, or is a thing without a name
     * @param kind as in {@link Named}
     */
    public record Shown(
            UUID id, @Nullable String name, @Nullable String kind) {

        private static final Comparator<Shown> BY_NAME =
                Comparator.comparing(Shown::name, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER));

        private static Shown of(UUID id, Map<UUID, Named> known) {
            var named = known.get(id);
            return named == null ? new Shown(id, null, null) : new Shown(id, named.name(), named.kind());
        }
    }

    @GetMapping(AuditPage.PATH + "/{entry}")
    Mono<Rendering> one(
            @AuthenticationPrincipal Staff who,
            @PathVariable long entry,
            @RequestParam(required = false) @Nullable String page) {
        return entries.byId(entry, who.district().value())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(found -> names.of(who.district(), named(found))
                        .map(known -> page(who, found, known, AuditPage.number(page))));
    }

    private static List<UUID> named(AuditEntry entry) {
        return Stream.concat(Stream.ofNullable(entry.subjectId()), entry.shown().stream())
                .toList();
    }

    private static Rendering page(Staff who, AuditEntry entry, Map<UUID, Named> known, int number) {
        var others = entry.shown();
        var subject = entry.subjectId();
        return DashboardViews.page("audit-entry")
                .modelAttribute("line", AuditLine.of(entry, who.zone()))
                .modelAttribute("subject", subject == null ? List.of() : List.of(Shown.of(subject, known)))
                .modelAttribute(
                        "others",
                        others.stream()
                                .map(id -> Shown.of(id, known))
                                .sorted(Shown.BY_NAME)
                                .skip((long) number * ON_A_PAGE)
                                .limit(ON_A_PAGE)
                                .toList())
                .modelAttribute("count", others.size())
                .modelAttribute("page", number)
                .modelAttribute("more", others.size() > (number + 1L) * ON_A_PAGE)
                .build();
    }
}
