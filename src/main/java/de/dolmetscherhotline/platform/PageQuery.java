package de.dolmetscherhotline.platform;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
public record PageQuery(
        @Parameter(description = "page, counted from 0; the default is 0") @Nullable @Min(0) @Max(1_000_000)
        Integer page,

        @Parameter(description = "entries on a page; the default is 50") @Nullable @Min(1) @Max(200)
        Integer size) {

    private static final int DEFAULT_SIZE = 50;

    public int limit() {
        return size == null ? DEFAULT_SIZE : size;
    }

    public long offset() {
        return page == null ? 0 : (long) page * limit();
    }
}
