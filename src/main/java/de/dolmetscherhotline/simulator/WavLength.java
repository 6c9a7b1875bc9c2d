package de.dolmetscherhotline.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** How long a WAV recording plays, from its header. */
final class WavLength {

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int BYTE_RATE_IN_FORMAT = 8;

    private WavLength() {}

    static Optional<Duration> of(byte[] file) {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < RIFF_HEADER
                || !tag(file, 0).equals("RIFF")
                || !tag(file, 8).equals("WAVE")) {
            return Optional.empty();
        }
        long bytesPerSecond = 0;
        long position = RIFF_HEADER;
        while (position + CHUNK_HEADER <= file.length) {
            var tag = tag(file, (int) position);
            long size = Integer.toUnsignedLong(bytes.getInt((int) position + 4));
            long content = position + CHUNK_HEADER;
            if (tag.equals("fmt ") && content + 12 <= file.length) {
                bytesPerSecond = Integer.toUnsignedLong(bytes.getInt((int) content + BYTE_RATE_IN_FORMAT));
            } else if (tag.equals("data")) {
                long played = Math.min(size, file.length - content);
                return bytesPerSecond == 0
                        ? Optional.empty()
                        : Optional.of(Duration.ofMillis(played * 1_000 / bytesPerSecond));
            }
            position = content + size + size % 2;
        }
        return Optional.empty();
    }

    private static String tag(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.US_ASCII);
    }
}
