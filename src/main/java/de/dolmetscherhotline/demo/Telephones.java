package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Word;
import de.dolmetscherhotline.demo.People.Caller;
import de.dolmetscherhotline.demo.People.Office;
import de.dolmetscherhotline.demo.People.Volunteer;
import de.dolmetscherhotline.demo.Telephone.Facts;
import de.dolmetscherhotline.demo.Telephone.Group;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.simulator.TextMessage;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody's telephones: what they show, and what people do with them. */
@Component
@Demonstration
class Telephones {

    private static final int LINES_IN_A_CALL = 4;
    private static final int LINES_AFTERWARDS = 2;
    private static final int TEXTS = 2;

    private final TelephoneNetwork network;
    private final Lines lines;
    private final Interpreters interpreters;
    private final Availabilities availabilities;
    private final Languages languages;
    private final Clock clock;
    private final Map<String, PhoneNumber> numbers = new LinkedHashMap<>();
    private final Map<PhoneNumber, String> names = new LinkedHashMap<>();
    private final Map<PhoneNumber, Habit> habits = new ConcurrentHashMap<>();

    Telephones(
            TelephoneNetwork network,
            Lines lines,
            Interpreters interpreters,
            Availabilities availabilities,
            Languages languages,
            Clock clock) {
        this.network = network;
        this.lines = lines;
        this.interpreters = interpreters;
        this.availabilities = availabilities;
        this.languages = languages;
        this.clock = clock;
        People.CALLERS.forEach(caller -> names.put(caller.phone(), caller.name()));
        People.interpreters().forEach(volunteer -> names.put(volunteer.phone(), volunteer.name()));
        People.offices().forEach(office -> names.put(office.phone(), office.name()));
        names.keySet().forEach(phone -> numbers.put(Telephone.id(phone), phone));
        numbers.put(Telephone.id(People.UNKNOWN_PHONE), People.UNKNOWN_PHONE);
    }

    /** The number behind a telephone's id; empty if nobody here has such a telephone. */
    Optional<PhoneNumber> number(String id) {
        return Optional.ofNullable(numbers.get(id));
    }

    /** Those who call, a telephone nobody knows, and those to whom a call may be handed over. */
    List<Telephone> callers() {
        return Stream.of(
                        People.CALLERS.stream().map(this::show),
                        Stream.of(showUnknown()),
                        People.offices().stream().map(this::show))
                .flatMap(Function.identity())
                .toList();
    }

    /** In the order of the pool; with whether they are available. */
    Mono<List<Telephone>> interpreters() {
        return members()
                .map(known -> People.interpreters().stream()
                        .map(volunteer -> show(volunteer, known.get(volunteer.phone())))
                        .toList());
    }

    /** The languages that somebody with a telephone speaks, in the order of the catalogue. */
    List<SpokenLanguage> spoken() {
        return languages.all().stream()
                .filter(language -> People.interpreters().stream()
                        .anyMatch(volunteer -> skills(volunteer).contains(language)))
                .toList();
    }

    void call(PhoneNumber phone) {
        network.phone(phone.e164()).dial(People.HOTLINE.e164());
    }

    void pickUp(PhoneNumber phone) {
        network.phone(phone.e164()).pickUp();
    }

    void hangUp(PhoneNumber phone) {
        network.phone(phone.e164()).hangUp();
    }

    void press(PhoneNumber phone, String keys) {
        network.phone(phone.e164()).press(keys);
    }

    void text(PhoneNumber phone, String body) {
        network.phone(phone.e164()).text(People.HOTLINE.e164(), body);
    }

    void behave(PhoneNumber phone, Habit habit) {
        habits.put(phone, habit);
        network.phone(phone.e164()).behaves(habit.behaviour());
    }

    /** False if nobody in the pool has this number. */
    Mono<Boolean> setAvailable(PhoneNumber phone, boolean available) {
        return member(phone)
                .flatMap(id -> availabilities.say(id, new Word(available, clock.instant(), null)))
                .hasElement();
    }

    private Mono<InterpreterId> member(PhoneNumber phone) {
        return members(List.of(phone)).singleOrEmpty().map(Interpreter::id);
    }

    private Mono<Map<PhoneNumber, Interpreter>> members() {
        return members(People.interpreters().stream().map(Volunteer::phone).toList())
                .collectMap(member -> member.profile().phoneNumber());
    }

    private Flux<Interpreter> members(List<PhoneNumber> phones) {
        return Flux.just(People.HOTLINE, People.PARTNER_HOTLINE)
                .concatMap(lines::byNumber)
                .map(Line::districtId)
                .concatMap(district -> interpreters.byPhoneNumbers(district, phones));
    }

    private Telephone show(Caller caller) {
        return show(caller.phone(), Group.CALLER, Facts.of(caller), null);
    }

    private Telephone show(Office office) {
        return show(office.phone(), Group.OFFICE, Facts.of(office), null);
    }

    private Telephone showUnknown() {
        return show(People.UNKNOWN_PHONE, Group.STRANGER, Facts.NONE, null);
    }

    private Telephone show(Volunteer volunteer, @Nullable Interpreter member) {
        var available = member == null ? null : member.duty() == Duty.ON_DUTY;
        return show(volunteer.phone(), Group.INTERPRETER, Facts.of(volunteer, skills(volunteer)), available);
    }

    private Telephone show(PhoneNumber number, Group group, Facts facts, @Nullable Boolean available) {
        var phone = network.phone(number.e164());
        var state = phone.state();
        return new Telephone(
                Telephone.id(number),
                People.written(number),
                group,
                names.get(number),
                facts,
                available,
                habits.getOrDefault(number, Habit.BY_HAND),
                state,
                ScreenLine.latest(phone.heard(), state == Phone.State.IDLE ? LINES_AFTERWARDS : LINES_IN_A_CALL),
                partners(phone),
                texts(phone));
    }

    private List<String> partners(Phone phone) {
        return phone.talkingWith().stream()
                .map(number -> names.getOrDefault(new PhoneNumber(number), number))
                .toList();
    }

    private static List<String> texts(Phone phone) {
        var all = phone.texts();
        return all.subList(Math.max(0, all.size() - TEXTS), all.size()).stream()
                .map(TextMessage::body)
                .toList();
    }

    private List<SpokenLanguage> skills(Volunteer volunteer) {
        return volunteer.languages().stream()
                .flatMap(skill -> languages.byTag(skill.language()).stream())
                .toList();
    }
}
