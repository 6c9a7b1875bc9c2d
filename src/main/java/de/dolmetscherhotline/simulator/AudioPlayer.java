package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Plays speech, recordings and silence into an ear; takes as long as they take. */
final class AudioPlayer {

    private static final int CHARACTERS_PER_SECOND = 15;
    private static final Duration UNKNOWN_LENGTH = Duration.ofSeconds(20);
    private static final int FOR_EVER = 1_000;

    private final Switchboard board;

    AudioPlayer(Switchboard board) {
        this.board = board;
    }

    /** Who hears it. */
    interface Ear {
        void hear(Heard.Kind kind, String language, String text);
    }

    void playAll(List<Verb.Audible> items, Scope scope, Ear ear, Runnable done) {
        if (items.isEmpty()) {
            done.run();
        } else {
            play(items.getFirst(), scope, ear, () -> playAll(items.subList(1, items.size()), scope, ear, done));
        }
    }

    void play(Verb.Audible item, Scope scope, Ear ear, Runnable done) {
        switch (item) {
            case Verb.Say say -> repeat(times(say.loop()), scope, again -> speak(say, scope, ear, again), done);
            case Verb.Play play -> play(play, scope, ear, done);
            case Verb.Pause pause -> scope.after(Duration.ofSeconds(pause.seconds()), done);
        }
    }

    private void play(Verb.Play play, Scope scope, Ear ear, Runnable done) {
        var url = play.url();
        if (url == null) {
            scope.after(Duration.ofMillis(500L * play.digits().length()), done);
        } else {
            fetch(
                    url,
                    scope.guard(length -> repeat(
                            times(play.loop()),
                            scope,
                            again -> {
                                ear.hear(Heard.Kind.PLAY, "", url.toString());
                                scope.after(length, again);
                            },
                            done)));
        }
    }

    private void speak(Verb.Say say, Scope scope, Ear ear, Runnable done) {
        ear.hear(Heard.Kind.SAY, say.language(), say.text());
        scope.after(spoken(say.text()), done);
    }

    static Duration spoken(String text) {
        return Duration.ofMillis(Math.max(1_000, text.length() * 1_000L / CHARACTERS_PER_SECOND));
    }

    private static int times(int loop) {
        return loop == 0 ? FOR_EVER : loop;
    }

    private void repeat(int times, Scope scope, Consumer<Runnable> once, Runnable done) {
        if (times == 0) {
            done.run();
        } else {
            once.accept(scope.guard(() -> repeat(times - 1, scope, once, done)));
        }
    }

    /** Fetches a recording; a failing one is a violation and plays nothing. */
    private void fetch(URI url, Consumer<Duration> then) {
        board.sender().send(new Webhook(Exchange.Kind.MEDIA, url, false, Map.of()), answer -> {
            if (!answer.successful()) {
                board.violation("recording " + url + ": status " + answer.status() + " " + answer.problem());
                then.accept(Duration.ZERO);
            } else if (!answer.audio()) {
                board.violation("recording " + url + ": content type \"" + answer.contentType() + "\" (12300)");
                then.accept(Duration.ZERO);
            } else {
                then.accept(WavLength.of(answer.bytes()).orElse(UNKNOWN_LENGTH));
            }
        });
    }
}
