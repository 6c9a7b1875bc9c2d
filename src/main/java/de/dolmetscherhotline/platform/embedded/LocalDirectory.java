package de.dolmetscherhotline.platform.embedded;

import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The directory in which the embedded stores live; locked while one application uses it. */
final class LocalDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private LocalDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws StartupRefused if another application runs on this directory */
    static LocalDirectory lock(Path directory) throws IOException {
        Path path =
                Files.createDirectories(directory.toAbsolutePath().normalize()).toRealPath();
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartupRefused(
                    "Another hotline already runs with its data in " + path + ".",
                    "Stop the other one first, or start this one with HOTLINE_LOCAL_DIRECTORY set to another directory"
                            + " and SERVER_PORT set to another port.");
        }
        return new LocalDirectory(path, channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException lockedByThisVeryProcess) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** Gives the directory free; the stores in it must have ended. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
