package de.dolmetscherhotline.platform;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** For what must not happen before others can see a change. */
public final class AfterCommit {

    private AfterCommit() {}

    /**
     * Does it once the transaction around it, whoever began that, has committed, and never if it is rolled back; at once where
     * there is none.
     *
     * @param deed does not fail: what is committed stays
     */
    public static Mono<Void> run(Mono<Void> deed) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(TransactionSynchronizationManager::isSynchronizationActive)
                .onErrorComplete(NoTransactionException.class)
                .singleOptional()
                .flatMap(transaction ->
                        transaction.map(open -> register(open, deed)).orElse(deed));
    }

    private static Mono<Void> register(TransactionSynchronizationManager transaction, Mono<Void> deed) {
        return Mono.fromRunnable(() -> transaction.registerSynchronization(new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return deed;
            }
        }));
    }
}
