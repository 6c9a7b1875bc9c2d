package de.dolmetscherhotline.work;

import reactor.core.publisher.Mono;

/** Figures for gauges that are read from the database now and then, in every process, by the thread that looks for work. */
public interface Figures {

    Mono<Void> read();
}
