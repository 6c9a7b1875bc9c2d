package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The API does not change unless its description does: what is generated is what was committed, so that a change is seen by
 * whoever reviews it, and by whoever has written a client.
 */
class OpenApiDocumentIT extends HotlineIT {

    private static final Path COMMITTED = Path.of("src/openapi/openapi.yaml");
    private static final String RENEW = "openapi.renew";

    @Test
    void apiIsAsTheCommittedDocumentSays() throws IOException {
        var generated = Answer.to(anonymous().get().uri("/api/v1/openapi.yaml"))
                .hasStatus(200)
                .body();
        if (Boolean.getBoolean(RENEW)) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, generated);
        }
        assertThat(COMMITTED).as("the committed description of the API").exists();
        assertThat(generated.lines().toList())
                .as(
                        "The API is not as %s says. If the change is meant, renew the document and review the difference:%n%n    "
                                + "./mvnw verify -Dtest=NoSuch -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=OpenApiDocumentIT"
                                + " -D%s=true%n",
                        COMMITTED, RENEW)
                .containsExactlyElementsOf(Files.readAllLines(COMMITTED));
    }
}
