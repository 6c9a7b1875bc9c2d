package de.dolmetscherhotline.benchmark;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much chaos.
 *
 * @param calls how many calls are made
 * @param callsPerSecond how fast they come
 * @param interpreters how many are on duty, at most 200
 * @param longestCall after which a caller hangs up in any case
 * @param seed of all habits and mishaps
 * @param untilFirstKill from the first call
 * @param betweenKills from one killed instance to the next; a killed one is started again at once
 * @param settling how long everything may take to come to an end after the last caller gave up
 * @param directory for stores and logs; emptied first
 */
public record ChaosPlan(
        int calls,
        double callsPerSecond,
        int interpreters,
        Duration longestCall,
        long seed,
        Duration untilFirstKill,
        Duration betweenKills,
        Duration settling,
        Path directory) {}
