package de.dolmetscherhotline.dashboard.pool;

import static de.dolmetscherhotline.dashboard.pool.Typed.words;

import de.dolmetscherhotline.dashboard.pool.PoolWording.Choice;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.organisation.OrganisationList;
import de.dolmetscherhotline.organisation.OrganisationList.Wanted;
import de.dolmetscherhotline.platform.DialableNumbers;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Roll;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The forms with which members are changed, and what there is to choose in them. */
@Component
class EditingViews {

    private static final int MOST_ORGANISATIONS = 2000;

    private final OrganisationList organisations;
    private final Roll roll;
    private final Languages languages;
    private final DialableNumbers dialable;
    private final PoolWording wording;
    private final Clock clock;

    EditingViews(
            OrganisationList organisations,
            Roll roll,
            Languages languages,
            DialableNumbers dialable,
            PoolWording wording,
            Clock clock) {
        this.organisations = organisations;
        this.roll = roll;
        this.languages = languages;
        this.dialable = dialable;
        this.wording = wording;
        this.clock = clock;
    }

    Mono<SectionForm.Rules> rules(Staff who) {
        return organisations(who)
                .map(choices -> new SectionForm.Rules(
                        LocalDate.now(clock.withZone(who.zone())),
                        dialable,
                        languages,
                        choices.stream().map(Choice::value).collect(Collectors.toUnmodifiableSet())));
    }

    /**
     * The form for a part.
     *
     * @param reason that was typed with it
     * @param version of the profile that a change will replace
     * @param problems keys of messages by field
     */
    Rendering.Builder<?> form(
            Staff who,
            Interpreter member,
            Section section,
            SectionForm form,
            @Nullable String reason,
            long version,
            Map<String, String> problems,
            Locale locale) {
        return withChoices(who, locale, InterpreterPage.form(member, section.word(), reason))
                .modelAttribute("section", section.word())
                .modelAttribute("form", form)
                .modelAttribute("version", version)
                .modelAttribute("problems", problems)
                .modelAttribute("outdated", false);
    }

    Rendering.Builder<?> newMember(
            Staff who, PersonForm person, SkillsForm skills, Map<String, String> problems, Locale locale) {
        return withChoices(who, locale, DashboardViews.page("pool/new-interpreter"))
                .modelAttribute("path", NewInterpreterPage.PATH)
                .modelAttribute("form", person)
                .modelAttribute("skills", skills)
                .modelAttribute("problems", problems);
    }

    private Rendering.Builder<?> withChoices(Staff who, Locale locale, Rendering.Builder<?> page) {
        return page.modelAttribute("genders", words(Gender.class))
                .modelAttribute("roles", words(Role.class))
                .modelAttribute("statuses", words(Status.class))
                .modelAttribute("levels", words(LanguageLevel.class).reversed())
                .modelAttribute("directions", words(Direction.class))
                .modelAttribute("languages", wording.catalogue(locale))
                .modelAttribute("municipalities", roll.municipalities(who.district()))
                .modelAttribute("organisations", organisations(who));
    }

    private Mono<List<Choice>> organisations(Staff who) {
        return organisations
                .page(Wanted.all(who.district()), MOST_ORGANISATIONS, 0)
                .map(organisation -> new Choice(organisation.id().toString(), organisation.name()))
                .collectList();
    }
}
