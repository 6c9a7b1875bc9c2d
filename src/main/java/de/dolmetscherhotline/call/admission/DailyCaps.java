package de.dolmetscherhotline.call.admission;

import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Bounds what a stolen PIN or a forged number can cost in a day, which begins at midnight in the district. Calls that come
 * in the same moment may exceed a cap by their number.
 */
@Component
class DailyCaps {

    private static final Logger log = LoggerFactory.getLogger(DailyCaps.class);

    private final DatabaseClient database;
    private final Lines lines;
    private final Districts districts;
    private final LimitSettings limits;
    private final MeterRegistry registry;
    private final Clock clock;

    DailyCaps(
            DatabaseClient database,
            Lines lines,
            Districts districts,
            LimitSettings limits,
            MeterRegistry registry,
            Clock clock) {
        this.database = database;
        this.lines = lines;
        this.districts = districts;
        this.limits = limits;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Whether one more call may be served; counts it as an alarm if not. The calls that are recorded for the organisation
     * count: ask before the call in question is one of them.
     *
     * @param organisation null as long as it is not known who calls
     */
    Mono<Cap> reached(LineId line, @Nullable OrganisationId organisation) {
        return lines.byId(line)
                .flatMap(this::midnight)
                .flatMap(midnight -> reached(line, organisation, midnight))
                .defaultIfEmpty(Cap.NONE)
                .doOnNext(cap -> alarm(cap, line));
    }

    private Mono<Instant> midnight(Line line) {
        return districts.byId(line.districtId()).map(this::midnight);
    }

    private Instant midnight(District district) {
        var zone = district.timeZone();
        return LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    }

    private Mono<Cap> reached(LineId line, @Nullable OrganisationId organisation, Instant midnight) {
        var ofOrganisation = organisation == null
                ? Mono.just(Cap.NONE)
                : calls(organisation, midnight).map(many -> many ? Cap.ORGANISATION : Cap.NONE);
        return ofOrganisation.flatMap(cap ->
                cap == Cap.NONE ? dials(line, midnight).map(many -> many ? Cap.LINE : Cap.NONE) : Mono.just(cap));
    }

    private Mono<Boolean> calls(OrganisationId organisation, Instant midnight) {
        return database.sql("""
                        select count(*) >= :most from (
                            select 1 from call where organisation_id = :organisation and dialled_at >= :midnight
                            limit :most) counted""")
                .bind("most", limits.callsPerOrganisation())
                .bind("organisation", organisation.value())
                .bind("midnight", midnight)
                .mapValue(Boolean.class)
                .one();
    }

    /** Dials of today may belong to a call of yesterday. */
    private Mono<Boolean> dials(LineId line, Instant midnight) {
        return database.sql("""
                        select count(*) >= :most from (
                            select 1 from call c join offer o on o.call_id = c.id
                            where c.line_id = :line and c.dialled_at >= :midnight::timestamptz - interval '1 day'
                              and o.dialled_at >= :midnight
                            limit :most) counted""")
                .bind("most", limits.dialsPerLine())
                .bind("line", line.value())
                .bind("midnight", midnight)
                .mapValue(Boolean.class)
                .one();
    }

    private void alarm(Cap cap, LineId line) {
        if (cap != Cap.NONE) {
            log.error("line {}: the cap of the day is reached: {}", line, cap);
            registry.counter("hotline.caps.reached", "cap", cap.name().toLowerCase(Locale.ROOT))
                    .increment();
        }
    }
}
