package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells about herself who applies, after it was checked; all but the number and the message.
 *
 * @param languages at least one, each once, by her own judgement
 */
record Details(
        String name,
        @Nullable Gender gender,
        LocalDate born,
        @Nullable String municipality,
        Set<Role> roles,
        List<LanguageSkill> languages) {

    Details {
        roles = Set.copyOf(roles);
        languages = List.copyOf(languages);
    }

    /** How she enters the pool. */
    InterpreterProfile profile(DistrictId district, PhoneNumber number) {
        return new InterpreterProfile(
                district,
                name,
                number,
                null,
                gender,
                born,
                municipality,
                roles,
                languages,
                List.of(),
                List.of(),
                List.of(),
                null,
                Status.APPLIED,
                false,
                false);
    }
}
