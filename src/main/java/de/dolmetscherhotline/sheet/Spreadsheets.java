package de.dolmetscherhotline.sheet;

import de.dolmetscherhotline.platform.Problems;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads on which files are read and written; few, because each file lies in memory as a whole. */
@Component
public class Spreadsheets implements DisposableBean {

    private static final int THREADS = 2;
    private static final int WAITING = 20;

    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "spreadsheets");

    /** Does this where it may block; fails with a problem of status 503 if too many files wait already. */
    public <T> Mono<T> work(Callable<T> task) {
        return Mono.fromCallable(task)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, full -> Problems.busy());
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
