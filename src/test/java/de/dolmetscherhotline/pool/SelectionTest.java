package de.dolmetscherhotline.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.LanguageLevel;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final DistrictId DISTRICT = new DistrictId(UUID.randomUUID());

    @Test
    void theAddressNamesWhatIsChosenAlwaysInTheSameOrder() {
        var chosen = new Selection("Ali & Söhne", "ar", "b2", "", "", "", "active", "yes", "30", "", "uncalled");
        assertThat(chosen.at("/dashboard/texts"))
                .isEqualTo("/dashboard/texts?name=Ali%20%26%20S%C3%B6hne&language=ar&level=b2&status=active"
                        + "&available=yes&expiring=30&sort=uncalled");
        assertThat(Selection.everybody().at("/dashboard/texts")).isEqualTo("/dashboard/texts");
    }

    @Test
    void whatIsChosenBecomesTheFilterOfThatDistrict() {
        var filter = new Selection(" Ali ", "ar", "b2", "", "", "", "", "no", "30", "7", "uncalled")
                .of(DISTRICT)
                .orElseThrow();
        assertThat(filter.districtId()).isEqualTo(DISTRICT.value());
        assertThat(filter.name()).isEqualTo("Ali");
        assertThat(filter.level()).isEqualTo(LanguageLevel.B2);
        assertThat(filter.availableNow()).isFalse();
        assertThat(filter.obligationExpiringWithinDays()).isEqualTo(30);
        assertThat(filter.notCalledForDays()).isEqualTo(7);
        assertThat(filter.municipality()).isNull();
        assertThat(filter.sort()).isEqualTo("lastAskedAt");
    }

    @Test
    void whatIsNotUnderstoodInOnePartChoosesNobody() {
        var strange = new Selection("Ali", "", "d1", "", "", "", "", "perhaps", "-1", "0", "random");
        assertThat(strange.wrong()).containsExactlyInAnyOrder("level", "available", "expiring", "uncalled", "sort");
        assertThat(strange.of(DISTRICT)).isEmpty();
    }
}
