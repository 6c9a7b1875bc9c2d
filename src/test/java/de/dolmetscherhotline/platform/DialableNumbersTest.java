package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.DialableNumbers.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialableNumbersTest {

    private final DialableNumbers inGermany = numbersOf("DE");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+493023125000",
                "+492214710999",
                "+494066969123",
                "+496990009123",
                "+498999998123",
                "+491713920000",
                "+4917604069099",
                "+4915228817386",
                "+491729925904",
                "+493222000000",
                "+498000000000",
            })
    void homesAndMobilePhonesMayBeDialled(String number) {
        assertThat(inGermany.refusal(new PhoneNumber(number))).isEmpty();
        assertThat(inGermany.allows(new PhoneNumber(number))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+499001234567",
                "+499003123456",
                "+499009123456",
                "+4990012345678",
                "+4913712345678",
                "+491379123456",
                "+4913811111",
                "+491801234567",
                "+49180512345",
                "+4918112345678",
                "+49190123456",
                "+491901123456",
                "+4970012345678",
                "+4911833",
                "+4911880",
                "+49110",
                "+49112",
                "+49115",
                "+49116117",
                "+49116123",
                "+49191011",
                "+4919222",
                "+4916412345",
                "+4916912345678",
                "+493101",
                "+49010330231250",
                "+490302312500",
                "+4912345",
            })
    void specialNumbersMayNot(String number) {
        assertThat(inGermany.refusal(new PhoneNumber(number))).contains(Refusal.SPECIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+43720880000",
                "+12025550123",
                "+18765550123",
                "+18095550123",
                "+442079460000",
                "+37412345678",
                "+2521234567",
                "+870773111111",
                "+881612345678",
                "+88213300655",
                "+883510012345",
                "+97912345678",
                "+80012345678",
                "+808123456",
                "+99912345678",
                "+210123456",
            })
    void otherCountriesAndSatellitesMayNot(String number) {
        assertThat(inGermany.refusal(new PhoneNumber(number))).contains(Refusal.COUNTRY);
    }

    @Test
    void listedCountriesMayButNotTheirPremiumNumbersNorTheirNeighboursOfTheSameCode() {
        var numbers = numbersOf("de", "GB", " us ");

        assertThat(numbers.refusal(new PhoneNumber("+442079460000"))).isEmpty();
        assertThat(numbers.refusal(new PhoneNumber("+449098790123"))).contains(Refusal.SPECIAL);
        assertThat(numbers.refusal(new PhoneNumber("+12025550123"))).isEmpty();
        assertThat(numbers.refusal(new PhoneNumber("+19005550123"))).contains(Refusal.SPECIAL);
        assertThat(numbers.refusal(new PhoneNumber("+18765550123"))).contains(Refusal.COUNTRY);
    }

    @Test
    void countryThatDoesNotExistStopsTheStart() {
        assertThatThrownBy(() -> numbersOf("DE", "Germany"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hotline.numbers.countries");
    }

    private static DialableNumbers numbersOf(String... countries) {
        return new DialableNumbers(new DialableNumbers.Settings(List.of(countries)));
    }
}
