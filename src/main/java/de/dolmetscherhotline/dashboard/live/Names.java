package de.dolmetscherhotline.dashboard.live;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What those who occur in calls are called. Of other districts' interpreters the board knows no names. */
record Names(Map<OrganisationId, String> organisations, Map<InterpreterId, String> interpreters) {

    @Nullable
    String of(@Nullable OrganisationId organisation) {
        return Optional.ofNullable(organisation).map(organisations::get).orElse(null);
    }

    @Nullable
    String of(InterpreterId interpreter) {
        return interpreters.get(interpreter);
    }
}
