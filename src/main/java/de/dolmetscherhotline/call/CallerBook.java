package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.AtUnknownLine;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromOrganisation;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromUnknownNumber;
import de.dolmetscherhotline.call.flow.Caller;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out who calls: by the number they call from, or by their PIN. */
@Component
class CallerBook {

    private final Lines lines;
    private final Organisations organisations;
    private final CallSettings settings;

    CallerBook(Lines lines, Organisations organisations, CallSettings settings) {
        this.lines = lines;
        this.organisations = organisations;
        this.settings = settings;
    }

    /**
     * Who arrives at a line.
     *
     * @param line null if the number called is none of ours
     * @param from as the network gave it, for instance {@code anonymous}
     */
    Mono<Arrival> arrival(@Nullable Line line, String from) {
        if (line == null) {
            return Mono.just(new AtUnknownLine());
        }
        return Mono.justOrEmpty(PhoneNumber.parse(from))
                .flatMap(number -> organisations.byNumber(line.districtId(), number))
                .<Arrival>map(organisation -> new FromOrganisation(caller(organisation, line)))
                .defaultIfEmpty(new FromUnknownNumber());
    }

    /** The organisation with this PIN; empty if there is none in the district of the line that was called. */
    Mono<Caller> byPin(CallRow call, String pin) {
        var id = call.line();
        return id == null ? Mono.empty() : lines.byId(id).flatMap(line -> byPin(line, pin));
    }

    private Mono<Caller> byPin(Line line, String pin) {
        return organisations.byPin(line.districtId(), pin).map(organisation -> caller(organisation, line));
    }

    private Caller caller(Organisation organisation, Line line) {
        var menu = Stream.concat(organisation.favouriteLanguages().stream(), line.languages().stream())
                .distinct()
                .limit(settings.menuSize())
                .toList();
        return new Caller(organisation.id(), organisation.kind(), menu);
    }
}
