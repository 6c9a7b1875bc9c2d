package de.dolmetscherhotline.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterpreterProfileTest {

    @Test
    void somebodyIsOfFullAgeFromThe18thBirthdayOn() {
        InterpreterProfile profile = bornOn(LocalDate.of(2008, 5, 17));
        assertThat(profile.isAdultOn(LocalDate.of(2026, 5, 16))).isFalse();
        assertThat(profile.isAdultOn(LocalDate.of(2026, 5, 17))).isTrue();
    }

    @Test
    void somebodyBornOnLeapDayIsOfFullAgeFromTheFirstOfMarchOn() {
        InterpreterProfile profile = bornOn(LocalDate.of(2008, 2, 29));
        assertThat(profile.isAdultOn(LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(profile.isAdultOn(LocalDate.of(2026, 3, 1))).isTrue();
    }

    @Test
    void somebodyOfUnknownAgeIsNotKnownToBeOfFullAge() {
        assertThat(bornOn(null).isAdultOn(LocalDate.of(2026, 1, 1))).isFalse();
    }

    private static InterpreterProfile bornOn(@Nullable LocalDate dateOfBirth) {
        return new InterpreterProfile(
                DistrictId.random(),
                "Samira Haddad",
                new PhoneNumber("+491713920000"),
                null,
                null,
                dateOfBirth,
                null,
                Set.of(Role.VOLUNTEER),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                Status.APPLIED,
                false,
                false);
    }
}
