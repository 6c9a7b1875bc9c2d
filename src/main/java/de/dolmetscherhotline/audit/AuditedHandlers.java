package de.dolmetscherhotline.audit;

import de.dolmetscherhotline.access.Authorities;
import de.dolmetscherhotline.access.KeyHolder;
import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.work.WorkQueue;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stands around every handler of the REST API and of the dashboard, and sees to it that nothing is shown or changed unless the
 * audit trail says so. A new handler is recorded without anybody thinking of it; {@link Operation} names what is not.
 */
@Component
class AuditedHandlers implements HandlerAdapter, Ordered {

    /** Of the REST API: why somebody does what she does. */
    static final String REASON = "Audit-Reason";

    private final RequestMappingHandlerAdapter handlers;
    private final AuditTrail trail;
    private final WorkQueue work;
    private final TransactionalOperator transaction;

    AuditedHandlers(
            RequestMappingHandlerAdapter handlers,
            AuditTrail trail,
            WorkQueue work,
            TransactionalOperator transaction) {
        this.handlers = handlers;
        this.trail = trail;
        this.work = work;
        this.transaction = transaction;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod;
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .flatMap(caller -> Mono.justOrEmpty(deed(exchange, (HandlerMethod) handler, caller)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(deed -> deed.map(known -> recorded(known, (HandlerMethod) handler))
                        .orElseGet(() -> handlers.handle(exchange, handler)));
    }

    /** What somebody is about to do. */
    private record Deed(ServerWebExchange exchange, Operation operation, Operation.Recording recording, Actor actor) {}

    private static Optional<Deed> deed(ServerWebExchange exchange, HandlerMethod handler, Authentication caller) {
        var operation = Operation.of(exchange);
        var recording = operation.recording(handler, caller.getPrincipal() instanceof OnBehalf);
        return recording == Operation.Recording.NOT
                ? Optional.empty()
                : actor(caller).map(actor -> new Deed(exchange, operation, recording, actor));
    }

    private static Optional<Actor> actor(Authentication caller) {
        if (caller.getPrincipal() instanceof Accountable staff) {
            return Optional.of(staff.actor());
        }
        if (caller.getPrincipal() instanceof KeyHolder holder) {
            return Optional.of(Actor.organisationKey(holder.key()));
        }
        return Authorities.has(caller, Authorities.COORDINATOR) ? Optional.of(Actor.apiKey()) : Optional.empty();
    }

    private Mono<HandlerResult> recorded(Deed deed, HandlerMethod handler) {
        var handled = handlers.handle(deed.exchange(), handler);
        return switch (deed.recording()) {
            case AFTER_LOOK -> handled.flatMap(result -> with(handler, result, answer -> withRecord(deed, answer)));
            case WITH_CHANGE ->
                handled.flatMap(result -> with(
                        handler,
                        result,
                        answer -> withRecord(deed, answer)
                                .as(transaction::transactional)
                                .doOnSuccess(done -> work.nudge())));
            case FIRST -> record(deed, null).then(handled);
            case IF_REFUSED ->
                handled.flatMap(result -> with(handler, result, answer -> withRecordIfRefused(deed, answer)));
            case NOT -> throw new IllegalStateException("not to be recorded: " + deed.operation());
        };
    }

    /**
     * What the handler answers goes out after it was recorded; a stream begins after that. A request that it could not even
     * read has been answered by somebody else.
     */
    private static Mono<HandlerResult> with(
            HandlerMethod handler, HandlerResult result, Function<Mono<?>, Mono<?>> recording) {
        if (!handler.getMethod().equals(result.getReturnTypeSource().getMethod())) {
            return Mono.just(result);
        }
        if (result.getReturnValue() instanceof Mono<?> answer) {
            return Mono.just(replaced(result, recording.apply(answer)));
        }
        if (result.getReturnValue() instanceof Flux<?>) {
            return recording.apply(Mono.empty()).thenReturn(result);
        }
        return recording.apply(Mono.justOrEmpty(result.getReturnValue())).thenReturn(result);
    }

    private static HandlerResult replaced(HandlerResult result, Object answer) {
        var replaced = new HandlerResult(
                result.getHandler(), answer, result.getReturnTypeSource(), result.getBindingContext());
        return Optional.ofNullable(result.getExceptionHandler())
                .map(replaced::setExceptionHandler)
                .orElse(replaced);
    }

    private Mono<Object> withRecord(Deed deed, Mono<?> answer) {
        return answer.<Object>map(given -> given)
                .singleOptional()
                .delayUntil(given -> record(deed, given.orElse(null)))
                .flatMap(Mono::justOrEmpty);
    }

    private Mono<Object> withRecordIfRefused(Deed deed, Mono<?> answer) {
        return answer.<Object>map(given -> given)
                .delayUntil(given ->
                        Operation.isDone(given) || ShownIds.in(given).isEmpty() ? Mono.empty() : record(deed, given));
    }

    private Mono<Void> record(Deed deed, @Nullable Object answer) {
        var operation = deed.operation();
        var what = Operation.isDone(answer) ? operation.action(answer) : Action.VIEWED;
        return reason(deed)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(reason -> trail.record(
                        deed.actor(), what, operation.reference(answer), operation.detail(), reason.orElse(null)));
    }

    /** In a header of the REST API, in a field of a form of the dashboard. */
    private static Mono<String> reason(Deed deed) {
        var exchange = deed.exchange();
        return deed.operation().isDashboard()
                ? Mono.justOrEmpty(exchange.getRequest().getHeaders().getContentType())
                        .filter(MediaType.APPLICATION_FORM_URLENCODED::isCompatibleWith)
                        .flatMap(form -> exchange.getFormData())
                        .mapNotNull(fields -> fields.getFirst("reason"))
                : Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(REASON));
    }
}
