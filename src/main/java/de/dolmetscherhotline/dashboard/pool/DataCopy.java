package de.dolmetscherhotline.dashboard.pool;

import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import de.dolmetscherhotline.volunteer.DataFile;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** All that is stored about a member as a file, which a coordinator hands to her (Art. 15 GDPR). */
@DashboardPage(Role.COORDINATOR)
class DataCopy {

    private final PoolMembers members;
    private final DataFile file;

    DataCopy(PoolMembers members, DataFile file) {
        this.members = members;
        this.file = file;
    }

    /** Its address says to the audit trail that this is an export. */
    @GetMapping(InterpreterPage.PATH + "/export")
    Mono<ResponseEntity<byte[]>> download(@AuthenticationPrincipal Staff who, @PathVariable UUID id, Locale locale) {
        return members.find(who, id)
                .flatMap(member -> file.of(member.id(), member.timeZone(), locale))
                .switchIfEmpty(Mono.error(PoolMembers::nobody));
    }
}
