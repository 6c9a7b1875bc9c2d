package de.dolmetscherhotline.member;

import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.platform.Problems;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The organisation for which a member is signed in. */
@Component
public class MemberOrganisation {

    private final Organisations organisations;
    private final Districts districts;

    MemberOrganisation(Organisations organisations, Districts districts) {
        this.organisations = organisations;
        this.districts = districts;
    }

    public Mono<Organisation> of(SignedIn who) {
        return organisations
                .byId(who.organisation())
                .switchIfEmpty(Mono.error(() -> Problems.notFound("organisation")));
    }

    /** In which it tells the time. */
    public Mono<ZoneId> zone(SignedIn who) {
        return of(who).flatMap(organisation -> districts.byId(organisation.districtId()))
                .map(District::timeZone);
    }
}
