package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.availability.Word;
import de.dolmetscherhotline.text.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Switches on and off who texted that, and says what holds then. */
@Component
class DutyAnswers {

    private final Availabilities availabilities;
    private final DutySentences sentences;
    private final Wording wording;
    private final Clock clock;

    DutyAnswers(Availabilities availabilities, DutySentences sentences, Wording wording, Clock clock) {
        this.availabilities = availabilities;
        this.sentences = sentences;
        this.wording = wording;
        this.clock = clock;
    }

    Mono<Reply> on(Sender sender, Span span) {
        return say(sender, true, Periods.on(span, clock.instant(), sender.zone()));
    }

    Mono<Reply> off(Sender sender, Span span) {
        return say(sender, false, Periods.off(span, clock.instant(), sender.zone()));
    }

    Mono<Reply> pause(Sender sender, Duration length) {
        var now = clock.instant();
        return say(sender, false, Optional.of(new Period(now, now.plus(length))));
    }

    private Mono<Reply> say(Sender sender, boolean available, Optional<Period> when) {
        return Mono.justOrEmpty(when)
                .map(period -> new Word(available, period.from(), period.until()))
                .flatMap(word -> say(sender, word))
                .switchIfEmpty(answer(sender, "answer.time-unclear"));
    }

    private Mono<Reply> say(Sender sender, Word word) {
        return availabilities
                .of(sender.id())
                .filter(known -> word.until() == null || !known.isFullOfWords())
                .flatMap(known -> availabilities.say(sender.id(), word))
                .flatMap(standing -> availabilities.of(sender.id()))
                .flatMap(now -> answer(sender, sentences.after(sender, word, forecast(now)), word.available()))
                .switchIfEmpty(answer(sender, "answer.too-many"));
    }

    Mono<Reply> status(Sender sender) {
        return availabilities
                .of(sender.id())
                .flatMap(known -> answer(sender, sentences.standing(sender, forecast(known)), true));
    }

    Mono<Reply> byPlan(Sender sender) {
        return availabilities
                .forgetWords(sender.id())
                .flatMap(standing -> availabilities.of(sender.id()))
                .flatMap(known -> answer(sender, sentences.byPlan(sender, forecast(known)), true));
    }

    Mono<Reply> week(Sender sender) {
        return availabilities
                .of(sender.id())
                .flatMap(known -> answer(sender, sentences.week(sender, forecast(known)), true));
    }

    private Forecast forecast(Availability known) {
        return new Forecast(known, clock.instant());
    }

    /** Nobody is told that she can be rung who cannot. */
    private Mono<Reply> answer(Sender sender, String sentence, boolean ifActive) {
        return ifActive && !sender.isActive()
                ? answer(sender, "answer.not-active")
                : Mono.just(new Reply.Say(sentence));
    }

    private Mono<Reply> answer(Sender sender, String key) {
        return Mono.fromSupplier(() -> new Reply.Say(wording.text(sender.language(), key)));
    }
}
