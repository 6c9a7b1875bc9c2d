package de.dolmetscherhotline.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Secrets of a local installation: made up at the first start, then kept in files only their owner can read. */
final class LocalSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    LocalSecrets(Path directory) {
        this.directory = directory;
    }

    /** The secret kept under this name; if there is none yet, the new one. */
    String kept(String name, Supplier<String> fresh) {
        Path file = directory.resolve(name);
        try {
            Files.createDirectories(directory);
            Files.createFile(file, readableByOwnerOnly());
            return written(file, fresh.get());
        } catch (FileAlreadyExistsException keptEarlier) {
            return read(file, fresh);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file, Supplier<String> fresh) {
        try {
            String secret = Files.readString(file).strip();
            return secret.isEmpty() ? written(file, fresh.get()) : secret;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String written(Path file, String secret) throws IOException {
        Files.writeString(file, secret + "\n");
        return secret;
    }

    private FileAttribute<?>[] readableByOwnerOnly() throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    static String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(24));
    }

    /** A named key as the vault wants it. */
    static String namedKey() {
        return "local:" + Base64.getEncoder().encodeToString(random(32));
    }

    static String accountSid() {
        return "AC" + HexFormat.of().formatHex(random(16));
    }

    static String authToken() {
        return HexFormat.of().formatHex(random(16));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
