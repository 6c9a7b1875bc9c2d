package de.dolmetscherhotline.platform;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Which status says in the description of the API that an operation has succeeded: 204 if there is nothing to say, 201 if a
 * {@code POST} answers more than a body, else 200. An operation that answers otherwise says so with {@link ApiResponse}.
 */
@Component
class OpenApiStatuses implements OperationCustomizer {

    private static final String ASSUMED = "200";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (AnnotatedElementUtils.findMergedRepeatableAnnotations(handler.getMethod(), ApiResponse.class)
                .isEmpty()) {
            name(success(handler.getMethod()), operation.getResponses());
        }
        return operation;
    }

    private static void name(HttpStatus success, ApiResponses responses) {
        var assumed = responses.remove(ASSUMED);
        if (assumed != null) {
            responses.addApiResponse(Integer.toString(success.value()), assumed.description(success.getReasonPhrase()));
        }
    }

    private static HttpStatus success(Method method) {
        var answer = ResolvableType.forMethodReturnType(method).getGeneric(0);
        if (answer.resolve() != ResponseEntity.class) {
            return HttpStatus.OK;
        }
        if (answer.getGeneric(0).resolve() == Void.class) {
            return HttpStatus.NO_CONTENT;
        }
        return AnnotatedElementUtils.hasAnnotation(method, PostMapping.class) ? HttpStatus.CREATED : HttpStatus.OK;
    }
}
