package de.dolmetscherhotline.dashboard.organisation;

import static de.dolmetscherhotline.dashboard.organisation.Words.orNull;
import static de.dolmetscherhotline.dashboard.organisation.Words.text;

import de.dolmetscherhotline.card.OrganisationCards;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.OrganisationList;
import de.dolmetscherhotline.organisation.OrganisationList.Wanted;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The organisations of the district, and each of them. */
@DashboardPage(Role.VIEWER)
@RequestMapping(OrganisationsPage.PATH)
class OrganisationsPage {

    static final String PATH = "/dashboard/organisations";

    private static final int ON_A_PAGE = 50;
    private static final List<String> COLUMNS = List.of(
            "portal.name",
            "organisations.kind",
            "organisations.municipality",
            "organisations.numbers",
            "organisations.pin",
            "organisations.state");
    private static final Set<String> KNOWN_TO_BE_DONE = Set.of(
            "added",
            "saved",
            "pin-withdrawn",
            "member-locked",
            "member-unlocked",
            "key-revoked",
            "apart",
            "together",
            "countries");

    private final OrganisationList organisations;
    private final OrganisationSheet sheet;
    private final OrganisationCards cards;
    private final ListFiles files;

    OrganisationsPage(
            OrganisationList organisations, OrganisationSheet sheet, OrganisationCards cards, ListFiles files) {
        this.organisations = organisations;
        this.sheet = sheet;
        this.cards = cards;
        this.files = files;
    }

    /** What is sought, as it was typed. */
    record Typed(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String municipality,
            @Nullable String blocked,
            @Nullable String page) {

        private Search search() {
            return new Search(text(name), text(kind), text(municipality), text(blocked), Words.page(page));
        }
    }

    /** What is sought; empty = it does not matter. */
    public record Search(String name, String kind, String municipality, String blocked, int page) {

        public boolean isNarrowed() {
            return !(name + kind + municipality + blocked).isEmpty();
        }

        private Wanted wanted(Staff who) {
            return new Wanted(
                    who.district(),
                    Words.constant(OrganisationKind.class, kind).orElse(null),
                    orNull(municipality),
                    orNull(name),
                    blocked.isEmpty() ? null : blocked.equals("yes"));
        }
    }

    /** An organisation in the list. */
    public record Row(
            UUID id,
            String name,
            String kind,
            @Nullable String municipality,
            int numbers,
            boolean pin,
            boolean blocked) {

        private static Row of(Organisation organisation) {
            return new Row(
                    organisation.id().value(),
                    organisation.name(),
                    organisation.kind().name(),
                    organisation.municipality(),
                    organisation.phoneNumbers().size(),
                    organisation.hasPin(),
                    organisation.blocked());
        }
    }

    @GetMapping
    Mono<Rendering> list(@AuthenticationPrincipal Staff who, @ModelAttribute Typed typed) {
        var search = typed.search();
        var wanted = search.wanted(who);
        return organisations
                .page(wanted, ON_A_PAGE, (long) search.page() * ON_A_PAGE)
                .map(Row::of)
                .collectList()
                .zipWith(organisations.count(wanted), (rows, count) -> page(who, search, rows, count))
                .zipWith(
                        organisations.municipalities(who.district()).collectList(),
                        (page, places) ->
                                page.modelAttribute("municipalities", places).build());
    }

    /** All of them as a file, without their numbers and whom to ask for. */
    @GetMapping("/export")
    Mono<ResponseEntity<byte[]>> export(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute Typed typed,
            @RequestParam Format format,
            Locale locale) {
        var rows = organisations
                .page(typed.search().wanted(who), ListFiles.MOST + 1, 0)
                .map(Row::of)
                .map(row -> cells(row, locale));
        return files.file(who, format, new ListFiles.Listed("organisations.title", COLUMNS, rows), locale);
    }

    private List<Cell> cells(Row row, Locale locale) {
        return List.of(
                Cell.text(row.name()),
                files.word("kind." + row.kind(), locale),
                ListFiles.text(row.municipality()),
                ListFiles.number(row.numbers()),
                files.yesOrNo(row.pin(), locale),
                files.word(row.blocked() ? "organisations.blocked" : "organisations.served", locale));
    }

    private static Rendering.Builder<?> page(Staff who, Search search, List<Row> rows, long count) {
        return DashboardViews.page("organisations")
                .modelAttribute("search", search)
                .modelAttribute("kinds", OrganisationKind.values())
                .modelAttribute("rows", rows)
                .modelAttribute("most", ListFiles.MOST)
                .modelAttribute("count", count)
                .modelAttribute("more", count > (search.page() + 1L) * ON_A_PAGE)
                .modelAttribute("may", who.isAtLeast(Role.COORDINATOR));
    }

    /** Everything about one of them. */
    @GetMapping("/{id}")
    Mono<Rendering> one(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @RequestParam(name = DashboardViews.DONE, required = false) @Nullable String done,
            Locale locale) {
        var said = done != null && KNOWN_TO_BE_DONE.contains(done) ? done : "";
        return sheet.organisation(who, id)
                .flatMap(organisation -> sheet.page(who, organisation, Entered.NOTHING, locale))
                .map(page -> page.modelAttribute(DashboardViews.DONE, said).build());
    }

    /** Her calls beyond the latest. */
    @GetMapping("/{id}/calls")
    Mono<Rendering> calls(
            @AuthenticationPrincipal Staff who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String page,
            Locale locale) {
        return sheet.organisation(who, id).flatMap(organisation -> sheet.calls(organisation, Words.page(page), locale));
    }

    /** The strings that its telephones store; for paper, and without its PIN. */
    @GetMapping("/{id}/speed-dial")
    Mono<Rendering> speedDial(@AuthenticationPrincipal Staff who, @PathVariable UUID id, Locale locale) {
        return sheet.organisation(who, id)
                .flatMap(organisation -> cards.of(organisation, locale)
                        .map(card -> speedDial(organisation)
                                .modelAttribute("card", card)
                                .build())
                        .switchIfEmpty(Mono.fromSupplier(() -> speedDial(organisation)
                                .status(HttpStatus.NOT_FOUND)
                                .build())));
    }

    private static Rendering.Builder<?> speedDial(Organisation organisation) {
        return DashboardViews.page("organisation-speed-dial").modelAttribute("organisation", organisation);
    }
}
