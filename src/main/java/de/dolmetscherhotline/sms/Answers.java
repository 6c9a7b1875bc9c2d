package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Standing;
import de.dolmetscherhotline.availability.Word;
import de.dolmetscherhotline.callout.CallOuts;
import de.dolmetscherhotline.callout.Claim;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.sms.IncomingText.OptOut;
import de.dolmetscherhotline.text.OptOuts;
import de.dolmetscherhotline.text.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does what an interpreter texted, in the current transaction, and says in one line what holds now. */
@Component
class Answers {

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("EEEE, d.M., HH:mm", Locale.GERMAN);

    private final Availabilities availabilities;
    private final Districts districts;
    private final CallOuts callOuts;
    private final VolunteerWork volunteers;
    private final OptOuts optOuts;
    private final Wording wording;
    private final Clock clock;

    Answers(
            Availabilities availabilities,
            Districts districts,
            CallOuts callOuts,
            VolunteerWork volunteers,
            OptOuts optOuts,
            Wording wording,
            Clock clock) {
        this.availabilities = availabilities;
        this.districts = districts;
        this.callOuts = callOuts;
        this.volunteers = volunteers;
        this.optOuts = optOuts;
        this.wording = wording;
        this.clock = clock;
    }

    Mono<Reply> carryOut(TextCommand command, Interpreter sender) {
        return switch (command) {
            case TextCommand.On on -> on(sender);
            case TextCommand.Off off -> off(sender);
            case TextCommand.Status status -> status(sender);
            case TextCommand.Help help -> say("answer.help");
            case TextCommand.Yes yes -> yes(sender, yes.code());
            case TextCommand.No no -> no(sender, no.code());
            case TextCommand.NumberMissing missing -> say("answer.number-missing");
            case TextCommand.StopTexts stop -> heed(OptOut.STOP, sender).then(say("answer.stopped"));
            case TextCommand.NetworkWord word -> heed(word.meaning(), sender).thenReturn(new Reply.Silence());
            case TextCommand.NotUnderstood not -> say("answer.not-understood");
        };
    }

    private Mono<Reply> on(Interpreter sender) {
        return availabilities
                .say(sender.id(), Word.on(clock.instant()))
                .then(say(sender.profile().status() == Status.ACTIVE ? "answer.on" : "answer.not-active"));
    }

    private Mono<Reply> off(Interpreter sender) {
        return availabilities.say(sender.id(), Word.off(clock.instant())).then(say("answer.off"));
    }

    private Mono<Reply> status(Interpreter sender) {
        if (sender.profile().status() != Status.ACTIVE) {
            return say("answer.not-active");
        }
        return availabilities.standing(sender.id()).flatMap(standing -> status(sender, standing));
    }

    private Mono<Reply> status(Interpreter sender, Standing standing) {
        if (standing.duty() != Duty.ON_DUTY) {
            return say("answer.status.off");
        }
        return standing.until() == null ? say("answer.status.on") : onUntil(sender, standing.until());
    }

    private Mono<Reply> onUntil(Interpreter sender, Instant end) {
        return districts
                .byId(sender.profile().districtId())
                .map(District::timeZone)
                .flatMap(zone -> say("answer.status.on-until", UNTIL.format(end.atZone(zone))));
    }

    private Mono<Reply> yes(Interpreter sender, int code) {
        return callOuts.claim(sender.id(), code).flatMap(claim -> switch (claim) {
            case Claim.Won won -> volunteers.enqueue(won.call(), sender.id()).then(say("callout.won"));
            case Claim.TooLate late -> say("callout.late");
            case Claim.Unknown unknown -> say("callout.unknown");
        });
    }

    private Mono<Reply> no(Interpreter sender, int code) {
        return callOuts.decline(sender.id(), code)
                .flatMap(known -> say(known ? "callout.declined" : "callout.unknown"));
    }

    /** Whichever of her numbers she wrote from: she means herself. */
    private Mono<Void> heed(OptOut meaning, Interpreter sender) {
        return Flux.fromIterable(sender.profile().numbers())
                .concatMap(number -> heed(meaning, sender.profile().districtId(), number))
                .then();
    }

    /** From now on texts are unwanted, or welcome again. */
    Mono<Void> heed(OptOut meaning, DistrictId district, PhoneNumber number) {
        return switch (meaning) {
            case STOP -> optOuts.add(district, number);
            case START -> optOuts.remove(district, number);
            case HELP -> Mono.empty();
        };
    }

    private Mono<Reply> say(String key, Object... arguments) {
        return Mono.fromSupplier(() -> new Reply.Say(wording.text(Wording.GERMAN, key, arguments)));
    }
}
