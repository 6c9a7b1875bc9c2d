package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.platform.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the file out of a request: its body as it is, or the part {@code file} of a form. */
public final class Upload {

    /** The most that a file may have. */
    public static final int MOST_BYTES = 2 << 20;

    private static final String PART = "file";

    private Upload() {}

    /** The file; fails with a problem if it is too large or there is none. */
    public static Mono<byte[]> of(ServerWebExchange exchange) {
        return bytes(content(exchange))
                .onErrorMap(
                        DataBufferLimitException.class, tooLarge -> Problems.tooLarge("A file may have up to 2 MB."));
    }

    private static Flux<DataBuffer> content(ServerWebExchange exchange) {
        var type = exchange.getRequest().getHeaders().getContentType();
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)
                ? exchange.getMultipartData().flatMapMany(parts -> content(parts.getFirst(PART)))
                : exchange.getRequest().getBody();
    }

    private static Flux<DataBuffer> content(@Nullable Part part) {
        return part == null ? Flux.error(() -> Problems.invalid(PART, "is missing")) : part.content();
    }

    private static Mono<byte[]> bytes(Flux<DataBuffer> content) {
        return DataBufferUtils.join(content, MOST_BYTES).map(Upload::bytes).defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer content) {
        var bytes = new byte[content.readableByteCount()];
        content.read(bytes);
        DataBufferUtils.release(content);
        return bytes;
    }
}
