package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.platform.Problems;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** Which district, and which days of it. */
record PeriodQuery(
        @NotNull UUID districtId,

        @Parameter(description = "the first day, in the wall time of the district")
        @NotNull
        @DateTimeFormat(iso = ISO.DATE)
        LocalDate from,

        @Parameter(description = "the last day, which is included") @NotNull @DateTimeFormat(iso = ISO.DATE)
        LocalDate to) {

    DistrictId district() {
        return new DistrictId(districtId);
    }

    /** Fails with a problem of status 400 unless it ends after it begins, and not far from our time. */
    Period period() {
        if (from.isBefore(Period.EARLIEST)) {
            throw Problems.invalid("from", "must not be before " + Period.EARLIEST);
        }
        if (to.isAfter(Period.LATEST)) {
            throw Problems.invalid("to", "must not be after " + Period.LATEST);
        }
        if (to.isBefore(from)) {
            throw Problems.invalid("to", "must not be before from");
        }
        return new Period(from, to);
    }
}
