package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.words;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.availability.QuietHours;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.matching.Duty;
import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** How well the pool of a district covers each language (Abdeckung). */
@Repository
public class Coverage {

    private static final int HOURS = 24;

    private final DatabaseClient database;
    private final Availabilities availabilities;
    private final LanguageLevel minimumLevel;
    private final Set<ObligationKind> required;

    Coverage(
            DatabaseClient database,
            Availabilities availabilities,
            @Value("${hotline.matching.minimum-level:b1}") LanguageLevel minimumLevel,
            ObligationSettings obligations) {
        this.database = database;
        this.availabilities = availabilities;
        this.minimumLevel = minimumLevel;
        this.required = obligations.required();
    }

    /**
     * One language.
     *
     * @param routable members who may be asked at all: active, adult, with all obligations in order, and speaking it well
     *     enough in both directions
     * @param onDuty of these, who could be rung at that time: on duty, and not in quiet hours
     * @param free of those, who are in no call at present
     * @param planned of the routable, for each weekday and hour (0 to 23), how many have planned the whole hour; absences
     *     and words do not count
     */
    public record OfLanguage(
            Language language, int routable, int onDuty, int free, Map<DayOfWeek, List<Integer>> planned) {}

    /**
     * Each language that somebody routable speaks, and each in the menu of a line of the district, by tag.
     *
     * @param at the instant to look at
     */
    public Flux<OfLanguage> of(DistrictId district, Instant at) {
        return members(district, at).collectList().flatMapMany(members -> of(district, members, at));
    }

    private Flux<OfLanguage> of(DistrictId district, List<Member> members, Instant at) {
        return availabilities
                .of(members.stream().map(Member::id).toList())
                .flatMapMany(known -> languages(district, members).map(language -> of(language, members, known, at)));
    }

    private record Member(
            InterpreterId id,
            Set<Language> languages,
            @Nullable QuietHours quiet,
            boolean inACall) {}

    private Flux<Member> members(DistrictId district, Instant at) {
        return database.sql("""
                        select i.id, i.quiet_from, i.quiet_to, i.reserved_for is not null as in_a_call,
                               array(select l.tag::text from interpreter_language l
                                     where l.interpreter_id = i.id and l.direction = 'both' order by l.tag) as tags,
                               array(select l.level from interpreter_language l
                                     where l.interpreter_id = i.id and l.direction = 'both' order by l.tag) as levels
                        from interpreter i
                        join district d on d.id = i.district_id
                        cross join lateral (select (:at::timestamptz at time zone d.time_zone)::date as day) today
                        where i.district_id = :district and i.status = 'active'
                          and i.date_of_birth <= today.day - interval '18 years'
                          and :required <@ array(select o.kind from obligation o
                                                 where o.interpreter_id = i.id and o.issued_on <= today.day)
                          and not exists (select 1 from obligation o
                                          where o.interpreter_id = i.id and o.valid_until < today.day)""")
                .bind("district", district.value())
                .bind("required", words(required))
                .bind("at", at)
                .map(row -> member(row))
                .all();
    }

    private Member member(Readable row) {
        var from = row.get("quiet_from", LocalTime.class);
        var to = row.get("quiet_to", LocalTime.class);
        return new Member(
                new InterpreterId(row.get("id", UUID.class)),
                spokenWellEnough(row),
                from == null || to == null ? null : new QuietHours(from, to),
                row.get("in_a_call", Boolean.class));
    }

    private Set<Language> spokenWellEnough(Readable row) {
        var tags = row.get("tags", String[].class);
        var levels = row.get("levels", String[].class);
        return IntStream.range(0, tags.length)
                .filter(i -> constant(LanguageLevel.class, levels[i]).compareTo(minimumLevel) >= 0)
                .mapToObj(i -> new Language(tags[i]))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Flux<Language> languages(DistrictId district, List<Member> members) {
        var spoken =
                members.stream().flatMap(member -> member.languages().stream()).map(Language::tag);
        return database.sql("select distinct unnest(languages) from line where district_id = :district")
                .bind("district", district.value())
                .mapValue(String.class)
                .all()
                .collect(Collectors.toCollection(TreeSet::new))
                .flatMapIterable(offered ->
                        Stream.concat(offered.stream(), spoken).collect(Collectors.toCollection(TreeSet::new)))
                .map(Language::new);
    }

    private static OfLanguage of(
            Language language, List<Member> members, Map<InterpreterId, Availability> known, Instant at) {
        var speakers = members.stream()
                .filter(member -> member.languages().contains(language) && known.containsKey(member.id()))
                .toList();
        var onDuty = speakers.stream()
                .filter(speaker -> couldBeRung(speaker, known.get(speaker.id()), at))
                .toList();
        return new OfLanguage(
                language,
                speakers.size(),
                onDuty.size(),
                count(onDuty, speaker -> !speaker.inACall()),
                planned(speakers.stream()
                        .map(speaker -> known.get(speaker.id()))
                        .filter(Objects::nonNull)
                        .map(Availability::plannedHours)
                        .toList()));
    }

    private static boolean couldBeRung(Member member, @Nullable Availability known, Instant at) {
        return known != null && known.at(at).duty() == Duty.ON_DUTY && !known.isQuietAt(at, member.quiet());
    }

    private static Map<DayOfWeek, List<Integer>> planned(List<BitSet> plans) {
        var week = new EnumMap<DayOfWeek, List<Integer>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(
                    day,
                    IntStream.range(0, HOURS)
                            .mapToObj(hour -> count(plans, plan -> plan.get((day.getValue() - 1) * HOURS + hour)))
                            .toList());
        }
        return week;
    }

    private static <T> int count(List<T> all, Predicate<T> which) {
        return Math.toIntExact(all.stream().filter(which).count());
    }
}
