package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.staff.Staff;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Finds members of the pool whose pages somebody of the staff may see. */
@Component
class PoolMembers {

    private final Interpreters interpreters;

    PoolMembers(Interpreters interpreters) {
        this.interpreters = interpreters;
    }

    /** A member of the district's pool; fails with status 404 if it is none. */
    Mono<Interpreter> find(Staff who, UUID id) {
        return interpreters
                .byId(new InterpreterId(id))
                .filter(member -> member.profile().districtId().equals(who.district()))
                .switchIfEmpty(Mono.error(PoolMembers::nobody));
    }

    static ResponseStatusException nobody() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
