package de.dolmetscherhotline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** The accepted parameter names are those of the vendor's OpenAPI file, from which the resource was taken. */
class RestOperationTest {

    @ParameterizedTest
    @EnumSource
    void theNamesAreThoseOfTheVendor(RestOperation operation) throws IOException {
        var prefix = operation.method() + " " + operation.template() + ":";
        var described = vendor().lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();

        assertThat(described).as("the vendor knows " + operation).isPresent();
        assertThat(operation.accepted()).isEqualTo(names(described.orElseThrow()));
    }

    private static String vendor() throws IOException {
        return new ClassPathResource("simulator/vendor-parameters.txt").getContentAsString(UTF_8);
    }

    private static Set<String> names(String line) {
        return Arrays.stream(line.split(" ", -1))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toUnmodifiableSet());
    }
}
