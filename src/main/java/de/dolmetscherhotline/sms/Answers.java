package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.appointment.AppointmentAnswer;
import de.dolmetscherhotline.appointment.AppointmentAnswers;
import de.dolmetscherhotline.appointment.Words;
import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.callout.CallOuts;
import de.dolmetscherhotline.callout.Claim;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.sms.IncomingText.OptOut;
import de.dolmetscherhotline.text.OptOuts;
import de.dolmetscherhotline.text.TextLanguages;
import de.dolmetscherhotline.text.Wording;
import de.dolmetscherhotline.volunteer.Links;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does what an interpreter texted, in the current transaction, and says in one line what holds now. */
@Component
class Answers {

    private final Districts districts;
    private final DutyAnswers duty;
    private final Availabilities availabilities;
    private final CallOuts callOuts;
    private final VolunteerWork volunteers;
    private final AppointmentAnswers appointments;
    private final Links links;
    private final OptOuts optOuts;
    private final TextLanguages languages;
    private final Wording wording;

    Answers(
            Districts districts,
            DutyAnswers duty,
            Availabilities availabilities,
            CallOuts callOuts,
            VolunteerWork volunteers,
            AppointmentAnswers appointments,
            Links links,
            OptOuts optOuts,
            TextLanguages languages,
            Wording wording) {
        this.districts = districts;
        this.duty = duty;
        this.availabilities = availabilities;
        this.callOuts = callOuts;
        this.volunteers = volunteers;
        this.appointments = appointments;
        this.links = links;
        this.optOuts = optOuts;
        this.languages = languages;
        this.wording = wording;
    }

    Mono<Reply> carryOut(TextCommand command, Interpreter member) {
        return sender(member).flatMap(sender -> carryOut(command, sender));
    }

    private Mono<Sender> sender(Interpreter member) {
        return districts
                .byId(member.profile().districtId())
                .map(District::timeZone)
                .flatMap(zone -> language(member).map(language -> new Sender(member, language, zone)));
    }

    private Mono<Language> language(Interpreter member) {
        return languages.of(member.id()).filter(wording::speaks).defaultIfEmpty(Wording.GERMAN);
    }

    private Mono<Reply> carryOut(TextCommand command, Sender sender) {
        return switch (command) {
            case TextCommand.On on -> duty.on(sender, on.when());
            case TextCommand.Off off -> duty.off(sender, off.when());
            case TextCommand.Pause pause -> duty.pause(sender, pause.length());
            case TextCommand.ByPlan plan -> duty.byPlan(sender);
            case TextCommand.Status status -> duty.status(sender);
            case TextCommand.Week week -> duty.week(sender);
            case TextCommand.TimeUnclear unclear -> say(sender, "answer.time-unclear");
            case TextCommand.EmergencyOn on -> emergency(sender, true, "answer.emergency-on");
            case TextCommand.EmergencyOff off -> emergency(sender, false, "answer.emergency-off");
            case TextCommand.EmergencyUnclear unclear -> say(sender, "answer.emergency-unclear");
            case TextCommand.Plan plan -> link(sender);
            case TextCommand.Speak speak -> speak(sender, speak.language());
            case TextCommand.Yes yes -> yes(sender, yes.code());
            case TextCommand.No no -> no(sender, no.code());
            case TextCommand.Withdraw withdraw -> no(sender, withdraw.code());
            case TextCommand.NumberMissing missing -> say(sender, "answer.number-missing");
            case TextCommand.Help help -> say(sender, "answer.help");
            case TextCommand.StopTexts stop ->
                heed(OptOut.STOP, sender.member()).then(say(sender, "answer.stopped"));
            case TextCommand.NetworkWord word ->
                heed(word.meaning(), sender.member()).thenReturn(new Reply.Silence());
            case TextCommand.NotUnderstood not -> say(sender, "answer.not-understood");
        };
    }

    private Mono<Reply> emergency(Sender sender, boolean ready, String key) {
        return availabilities.setEmergencyOptIn(sender.id(), ready).then(say(sender, key));
    }

    /** The link is a secret, so that what is kept for a second delivery of the text is without it. */
    private Mono<Reply> link(Sender sender) {
        return links.newLink(sender.id())
                .<Reply>map(link -> new Reply.Say(
                        wording.text(sender.language(), "answer.plan", link.toString()),
                        wording.text(sender.language(), "answer.plan-sent")))
                .switchIfEmpty(say(sender, "answer.not-active"));
    }

    private Mono<Reply> speak(Sender sender, @Nullable Language language) {
        return language != null && wording.speaks(language)
                ? languages.set(sender.id(), language).then(say(sender.speaking(language), "answer.language"))
                : say(
                        sender,
                        "answer.language-unknown",
                        String.join(", ", wording.tags()).toUpperCase(Locale.ROOT));
    }

    /** Whatever she was asked with this code: appointments and call-outs have none in common. */
    private Mono<Reply> yes(Sender sender, int code) {
        return appointments.yes(sender.id(), code).flatMap(answer -> switch (answer) {
            case AppointmentAnswer.Noted noted -> say(sender, noted.words());
            case AppointmentAnswer.NotAsked not -> yesToCallOut(sender, code);
        });
    }

    private Mono<Reply> yesToCallOut(Sender sender, int code) {
        return callOuts.claim(sender.id(), code).flatMap(claim -> switch (claim) {
            case Claim.Won won -> volunteers.enqueue(won.call(), sender.id()).then(say(sender, "callout.won"));
            case Claim.TooLate late -> say(sender, "callout.late");
            case Claim.Unknown unknown -> say(sender, "callout.unknown");
        });
    }

    private Mono<Reply> no(Sender sender, int code) {
        return appointments.no(sender.id(), code).flatMap(answer -> switch (answer) {
            case AppointmentAnswer.Noted noted -> say(sender, noted.words());
            case AppointmentAnswer.NotAsked not -> noToCallOut(sender, code);
        });
    }

    private Mono<Reply> noToCallOut(Sender sender, int code) {
        return callOuts.decline(sender.id(), code)
                .flatMap(known -> say(sender, known ? "callout.declined" : "callout.unknown"));
    }

    /** Whichever of her numbers she wrote from: she means herself. */
    private Mono<Void> heed(OptOut meaning, Interpreter member) {
        return Flux.fromIterable(member.profile().numbers())
                .concatMap(number -> heed(meaning, member.profile().districtId(), number))
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

    private Mono<Reply> say(Sender sender, Words words) {
        return say(sender, words.key(), words.arguments().toArray());
    }

    private Mono<Reply> say(Sender sender, String key, Object... arguments) {
        return Mono.fromSupplier(() -> new Reply.Say(wording.text(sender.language(), key, arguments)));
    }
}
