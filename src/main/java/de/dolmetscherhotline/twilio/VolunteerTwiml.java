package de.dolmetscherhotline.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.selfservice.VolunteerView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The next words to a volunteer who calls, as TwiML. What holds for her is said only after her PIN. */
@Component
class VolunteerTwiml {

    private static final int PIN_SECONDS = 8;
    private static final int CHOICE_SECONDS = 8;
    private static final int TRANSFER_SECONDS = 25;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.GERMAN);
    private static final DateTimeFormatter THIS_WEEK = DateTimeFormatter.ofPattern("EEEE, H:mm", Locale.GERMAN);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("d. MMMM, H:mm", Locale.GERMAN);

    private final WebhookUrls urls;
    private final Prompts prompts;
    private final Duration longest;

    VolunteerTwiml(WebhookUrls urls, Prompts prompts, @Value("${hotline.call.session:2h}") Duration longest) {
        this.urls = urls;
        this.prompts = prompts;
        this.longest = longest;
    }

    String render(VolunteerView view) {
        return switch (view.scene()) {
            case PIN -> askForPin(view, prompts.text("volunteer.welcome"));
            case PIN_WRONG -> askForPin(view, prompts.text("volunteer.pin.wrong"));
            case PIN_MISSING -> askForPin(view, prompts.text("again.nothing-pressed"));
            case NO_PIN -> choose(view, prompts.text("volunteer.no-pin"));
            case TOO_MANY ->
                TwimlBasics.goodbye(prompts.text("goodbye.too-many-pins")).toXml();
            case STATE -> choose(view, state(view));
            case SWITCHED -> choose(view, prompts.text("volunteer.switched") + " " + state(view));
            case UNREACHABLE -> unreachable(view);
            case HUMAN -> transfer(view);
            case GUEST ->
                new VoiceResponse.Builder()
                        .redirect(TwimlBasics.redirect(urls.arrivedAsGuest()))
                        .build()
                        .toXml();
            case GOODBYE ->
                TwimlBasics.goodbye(prompts.text("volunteer.goodbye")).toXml();
        };
    }

    private String askForPin(VolunteerView view, String first) {
        var text = first + " " + prompts.text("volunteer.pin.enter") + others(view);
        return new VoiceResponse.Builder()
                .gather(TwimlBasics.keys(urls.volunteerKeys(view.turn()), PIN_SECONDS)
                        .finishOnKey("#")
                        .say(TwimlBasics.say(text))
                        .build())
                .build()
                .toXml();
    }

    private String choose(VolunteerView view, String text) {
        return new VoiceResponse.Builder()
                .gather(TwimlBasics.keys(urls.volunteerKeys(view.turn()), CHOICE_SECONDS)
                        .numDigits(1)
                        .say(TwimlBasics.say(text + others(view)))
                        .build())
                .build()
                .toXml();
    }

    private String unreachable(VolunteerView view) {
        var sorry = prompts.text("again.unreachable");
        if (view.identified()) {
            return choose(view, sorry + " " + state(view));
        }
        return view.hasPin() ? askForPin(view, sorry) : choose(view, sorry);
    }

    private String state(VolunteerView view) {
        var on = view.available();
        @Nullable Instant until = view.until();
        var key = on ? "volunteer.on" : "volunteer.off";
        var text = new StringJoiner(" ");
        text.add(
                until == null
                        ? prompts.text(key)
                        : prompts.text(
                                key + ".until", time(until.atZone(view.now().getZone()), view.now())));
        text.add(prompts.text(on ? "volunteer.switch-off" : "volunteer.switch-on"));
        return text.toString();
    }

    private static String time(ZonedDateTime end, ZonedDateTime now) {
        if (end.toLocalDate().equals(now.toLocalDate())) {
            return TIME.format(end);
        }
        return end.isBefore(now.plusDays(6)) ? THIS_WEEK.format(end) : LATER.format(end);
    }

    private String others(VolunteerView view) {
        var human = view.coordinator() == null ? "" : " " + prompts.text("choice.coordinator");
        return human + " " + prompts.text("volunteer.as-guest");
    }

    /** Only numbers on record are dialled; her own is not shown. */
    private String transfer(VolunteerView view) {
        var response = new VoiceResponse.Builder().say(TwimlBasics.say(prompts.text("transfer.coordinator")));
        @Nullable PhoneNumber coordinator = view.coordinator();
        var over = urls.volunteerTransferOver(view.turn());
        if (coordinator == null) {
            return response.redirect(TwimlBasics.redirect(over)).build().toXml();
        }
        return response.dial(new Dial.Builder()
                        .number(new Number.Builder(coordinator.e164()).build())
                        .callerId(view.line().e164())
                        .timeout(TRANSFER_SECONDS)
                        .answerOnBridge(true)
                        .timeLimit(Math.toIntExact(longest.toSeconds()))
                        .action(over)
                        .build())
                .build()
                .toXml();
    }
}
