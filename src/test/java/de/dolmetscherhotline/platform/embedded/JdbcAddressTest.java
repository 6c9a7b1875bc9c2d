package de.dolmetscherhotline.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.dolmetscherhotline.platform.StartupRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdbcAddressTest {

    @Test
    void migrationsGoToTheSameDatabase() {
        assertThat(JdbcAddress.of("r2dbc:postgresql://db.example:6543/hotline").url())
                .isEqualTo("jdbc:postgresql://db.example:6543/hotline");
        assertThat(JdbcAddress.of("r2dbc:postgres://db.example/hotline").url())
                .isEqualTo("jdbc:postgresql://db.example:5432/hotline");
        assertThat(JdbcAddress.of("r2dbc:pool:postgresql://db.example:5432/hotline?maxSize=5")
                        .url())
                .isEqualTo("jdbc:postgresql://db.example:5432/hotline");
    }

    @Test
    void userAndPasswordInTheUrlAreUsedButNotShown() {
        var address = JdbcAddress.of("r2dbc:postgresql://anna:s%40cret@db.example:5432/hotline");
        assertThat(address.user()).isEqualTo("anna");
        assertThat(address.password()).isEqualTo("s@cret");
        assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:5432/hotline");
        assertThat(address.toString()).doesNotContain("s@cret");
    }

    @Test
    void encryptionIsAskedForAsInTheUrl() {
        assertThat(JdbcAddress.of("r2dbc:postgresql://db.example/hotline?sslMode=REQUIRE")
                        .url())
                .endsWith("/hotline?sslmode=require");
        assertThat(JdbcAddress.of("r2dbcs:postgresql://db.example/hotline").url())
                .endsWith("/hotline?sslmode=verify-full");
    }

    @Test
    void anotherDatabaseIsRefusedWithoutShowingThePassword() {
        for (String url :
                List.of("r2dbc:h2:mem:///hotline", "postgresql://anna:s3cret@db/hotline", "r2dbc:postgresql://db")) {
            assertThatExceptionOfType(StartupRefused.class)
                    .isThrownBy(() -> JdbcAddress.of(url))
                    .withMessageNotContaining("s3cret");
        }
    }
}
