package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.matching.LeftOut;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that keeps a member of the pool from being asked. */
public record Hindrance(
        @Schema(description = "stable name", example = "obligation-expired")
        String code,

        @Schema(description = "completes the sentence \"Maria …\"")
        String english,

        @Schema(description = "completes the sentence „Maria …“")
        String german,

        @Schema(description = "whether calls or only texts are meant")
        Blocked blocks,

        @Schema(description = "which obligation is missing or has run out; null if it is about none") @Nullable
        ObligationKind obligation,

        @Schema(description = "the last day on which that obligation held; null if it is missing") @Nullable
        LocalDate validUntil) {

    /** What it keeps away from her. */
    public enum Blocked {
        CALLS,
        TEXTS
    }

    static Hindrance of(LeftOut rule) {
        return new Hindrance(rule.code(), rule.english(), rule.german(), Blocked.CALLS, null, null);
    }

    static Hindrance missing(LeftOut rule, ObligationKind kind) {
        return new Hindrance(
                rule.code(),
                rule.english() + ": " + kind.english(),
                rule.german() + ": " + kind.german(),
                Blocked.CALLS,
                kind,
                null);
    }

    static Hindrance runOut(Obligation obligation) {
        var rule = LeftOut.OBLIGATION_EXPIRED;
        var kind = obligation.kind();
        return new Hindrance(
                rule.code(),
                rule.english() + ": " + kind.english(),
                rule.german() + ": " + kind.german(),
                Blocked.CALLS,
                kind,
                obligation.validUntil());
    }

    static Hindrance textsStopped() {
        return new Hindrance("texts-stopped", "wants no texts", "möchte keine SMS bekommen", Blocked.TEXTS, null, null);
    }
}
