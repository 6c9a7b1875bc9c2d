package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.simulator.Behaviour;
import java.time.Duration;

/** What a telephone of the demonstration does by itself when it is called. */
enum Habit {
    BY_HAND,
    ACCEPTS,
    DECLINES,
    DOES_NOT_ANSWER,
    BUSY,
    UNREACHABLE,
    VOICEMAIL;

    Behaviour behaviour() {
        return switch (this) {
            case BY_HAND -> Behaviour.manual();
            case ACCEPTS -> Behaviour.accepts(Duration.ofSeconds(4));
            case DECLINES -> Behaviour.declines(Duration.ofSeconds(3));
            case DOES_NOT_ANSWER -> Behaviour.neverAnswers();
            case BUSY -> Behaviour.busy();
            case UNREACHABLE -> Behaviour.unreachable();
            case VOICEMAIL -> Behaviour.voicemail();
        };
    }
}
