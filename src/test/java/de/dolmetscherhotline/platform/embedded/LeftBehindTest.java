package de.dolmetscherhotline.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftBehindTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aServerThatLivesInOurDirectoryIsEnded() throws Exception {
        Path data = Files.writeString(directory.resolve("data"), "");
        Process ours = new ProcessBuilder("tail", "-f", data.toString()).start();
        LeftBehind.end(pidFile(ours), directory);
        assertThat(ours.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.resolve("server.pid")).doesNotExist();
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws IOException {
        Process foreign = new ProcessBuilder("tail", "-f", "/dev/null").start();
        try {
            LeftBehind.end(pidFile(foreign), directory);
            assertThat(foreign.isAlive()).isTrue();
            assertThat(directory.resolve("server.pid")).doesNotExist();
        } finally {
            foreign.destroy();
        }
    }

    @Test
    void aPidFileThatIsMissingOrBrokenIsNoObstacle() throws IOException {
        LeftBehind.end(directory.resolve("server.pid"), directory);
        for (String content : new String[] {"", "not a number", "99999999999999999999"}) {
            Files.writeString(directory.resolve("server.pid"), content);
            LeftBehind.end(directory.resolve("server.pid"), directory);
            assertThat(directory.resolve("server.pid")).doesNotExist();
        }
    }

    @Test
    void aDirectoryIsUsedByOneApplicationAtATime() throws IOException {
        try (LocalDirectory first = LocalDirectory.lock(directory)) {
            assertThat(first.path()).isEqualTo(directory.toRealPath());
            assertThatExceptionOfType(StartupRefused.class)
                    .isThrownBy(() -> LocalDirectory.lock(directory))
                    .withMessageContaining("already runs");
        }
        LocalDirectory.lock(directory).close();
    }

    private Path pidFile(Process process) throws IOException {
        return Files.writeString(directory.resolve("server.pid"), process.pid() + "\n");
    }
}
