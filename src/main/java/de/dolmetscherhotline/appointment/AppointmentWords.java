package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.text.TextLanguages;
import de.dolmetscherhotline.text.Texts;
import de.dolmetscherhotline.text.Wording;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What interpreters are texted about appointments, with times in their language, and coordinators. Where it is only those learn
 * who have it.
 */
@Component
class AppointmentWords {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d.M. HH:mm", Locale.ROOT);

    private static final Duration WORTH_TELLING_THE_COORDINATOR = Duration.ofHours(4);

    private final Districts districts;
    private final Lines lines;
    private final TextLanguages languages;
    private final Wording wording;
    private final Texts texts;

    AppointmentWords(Districts districts, Lines lines, TextLanguages languages, Wording wording, Texts texts) {
        this.districts = districts;
        this.lines = lines;
        this.languages = languages;
        this.wording = wording;
        this.texts = texts;
    }

    /** Orders the text, in the current transaction. */
    Mono<Void> send(InterpreterId who, Duration worth, Words words) {
        return texts.toInterpreter(who, worth, words.key(), words.arguments().toArray());
    }

    /** Orders a text to the coordinator about it, in the current transaction. */
    Mono<Void> tellCoordinator(String key, Appointment about) {
        var language = about.wanted().language();
        return lines.of(about.district(), language)
                .zipWith(when(about, Wording.GERMAN))
                .flatMap(told -> texts.toCoordinator(
                        told.getT1().id(), WORTH_TELLING_THE_COORDINATOR, key, language, told.getT2()));
    }

    Mono<Words> invitation(Appointment appointment, InterpreterId who, int code) {
        var wanted = appointment.wanted();
        return when(appointment, who).map(when -> switch (wanted.meeting()) {
            case Meeting.OnSite site ->
                Words.of(
                        "appointment.invite.on-site",
                        wanted.language(),
                        when,
                        wanted.minutes(),
                        site.municipality(),
                        code);
            case Meeting.ByPhone phone ->
                Words.of("appointment.invite.phone", wanted.language(), when, wanted.minutes(), code);
        });
    }

    Mono<Words> confirmation(Appointment appointment, InterpreterId who, int code) {
        return forWhoHasIt("appointment.won", appointment, who, code);
    }

    Mono<Words> reminder(Appointment appointment, InterpreterId who, int code) {
        return forWhoHasIt("appointment.reminder", appointment, who, code);
    }

    /** She has it and is recorded as away then. */
    Mono<Words> doubt(Appointment appointment, InterpreterId who, int code) {
        return when(appointment, who)
                .map(when -> Words.of("appointment.doubt", appointment.wanted().language(), when, code));
    }

    private Mono<Words> forWhoHasIt(String key, Appointment appointment, InterpreterId who, int code) {
        var wanted = appointment.wanted();
        return when(appointment, who).map(when -> switch (wanted.meeting()) {
            case Meeting.OnSite site -> Words.of(key + ".on-site", wanted.language(), when, place(site, wanted), code);
            case Meeting.ByPhone phone -> Words.of(key + ".phone", wanted.language(), when, code);
        });
    }

    /** She gave it back. */
    Mono<Words> withdrawal(Appointment appointment, InterpreterId who) {
        return about("appointment.withdrawn", appointment, who);
    }

    /** She has it no more, and did not say so herself. */
    Mono<Words> cancellation(Appointment appointment, InterpreterId who) {
        return about("appointment.cancelled", appointment, who);
    }

    /** She need not answer any more. */
    Mono<Words> settled(Appointment appointment, InterpreterId who) {
        return about("appointment.settled", appointment, who);
    }

    private Mono<Words> about(String key, Appointment appointment, InterpreterId who) {
        return when(appointment, who)
                .map(when -> Words.of(key, appointment.wanted().language(), when));
    }

    private static String place(Meeting.OnSite site, Wanted wanted) {
        var note = wanted.contactNote();
        return note == null ? site.place() : site.place() + " (" + note + ")";
    }

    private Mono<String> when(Appointment appointment, InterpreterId who) {
        return language(who).flatMap(language -> when(appointment, language));
    }

    private Mono<String> when(Appointment appointment, Language language) {
        return districts
                .byId(appointment.district())
                .map(district -> written(appointment, language, district.timeZone()));
    }

    private Mono<Language> language(InterpreterId who) {
        return languages.of(who).filter(wording::speaks).defaultIfEmpty(Wording.GERMAN);
    }

    private String written(Appointment appointment, Language language, ZoneId zone) {
        ZonedDateTime there = appointment.wanted().start().atZone(zone);
        return wording.weekday(language, there.getDayOfWeek()) + " " + DAY_AND_TIME.format(there);
    }
}
