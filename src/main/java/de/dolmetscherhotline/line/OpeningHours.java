package de.dolmetscherhotline.line;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a line is open, as wall time of its district. A day that is absent is closed all day. */
public record OpeningHours(
        @Valid @Nullable @Size(max = 10) List<@NotNull Span> monday,
        @Valid @Nullable @Size(max = 10) List<@NotNull Span> tuesday,
        @Valid @Nullable @Size(max = 10) List<@NotNull Span> wednesday,
        @Valid @Nullable @Size(max = 10) List<@NotNull Span> thursday,
        @Valid @Nullable @Size(max = 10) List<@NotNull Span> friday,
        @Valid @Nullable @Size(max = 10) List<@NotNull Span> saturday,
        @Valid @Nullable @Size(max = 10) List<@NotNull Span> sunday) {

    /** From (inclusive) to (exclusive) on one day; {@code to} at 00:00 is the midnight that ends the day. */
    public record Span(@NotNull LocalTime from, @NotNull LocalTime to) {

        @JsonIgnore
        @AssertTrue(message = "must end after it begins")
        boolean isForward() {
            return from == null || to == null || to.equals(LocalTime.MIDNIGHT) || from.isBefore(to);
        }
    }
}
