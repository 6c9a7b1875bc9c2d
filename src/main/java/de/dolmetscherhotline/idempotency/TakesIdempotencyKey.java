package de.dolmetscherhotline.idempotency;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the header {@code Idempotency-Key} of an operation that answers by {@link Idempotency}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.HEADER,
        name = IdempotencyKey.HEADER,
        description =
                "A name for this request, unique among yours. Sent again with the same name within 24 hours it does"
                        + " nothing and is answered in the same way; another request with that name is refused (422), also while the"
                        + " first one is under way (409).",
        example = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"",
        schema = @Schema(type = "string"))
public @interface TakesIdempotencyKey {}
