package de.dolmetscherhotline.care;

import de.dolmetscherhotline.care.Members.RunningOut;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.platform.SqlValues;
import de.dolmetscherhotline.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Warns members, and collected their coordinators, of obligations that run out: 60, 30 and 7 days ahead. Whose proof is
 * renewed is warned again of the new end only.
 */
@Component
class ObligationReminders implements Round {

    private static final Duration WORTH_SENDING = Duration.ofHours(4);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);

    private final Members members;
    private final Coordinators coordinators;
    private final Reminders reminders;
    private final Texts texts;
    private final TransactionalOperator transaction;
    private final CareSettings settings;

    ObligationReminders(
            Members members,
            Coordinators coordinators,
            Reminders reminders,
            Texts texts,
            TransactionalOperator transaction,
            CareSettings settings) {
        this.members = members;
        this.coordinators = coordinators;
        this.reminders = reminders;
        this.texts = texts;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** A warning that is due. */
    private record Warning(RunningOut what, Stage stage) {

        String occasion() {
            return "obligation/" + SqlValues.word(what.kind()) + "/" + what.validUntil() + "/" + stage.days();
        }
    }

    @Override
    public String kind() {
        return "care-obligations";
    }

    @Override
    public Mono<Void> tidyUp() {
        return reminders.forgetOld();
    }

    @Override
    public Mono<Void> visit(District district, ZonedDateTime there) {
        if (!settings.isDaytime(there.toLocalTime())) {
            return Mono.empty();
        }
        return due(district.id(), there.toLocalDate())
                .flatMap(due -> warnMembers(due).then(tellCoordinators(district, due, there.toLocalDate())));
    }

    private Mono<List<Warning>> due(DistrictId district, LocalDate today) {
        return members.withObligationsRunningOut(district, today, Stage.horizon(today))
                .flatMapIterable(what -> Stage.of(today, what.validUntil())
                        .map(stage -> List.of(new Warning(what, stage)))
                        .orElse(List.of()))
                .collectList();
    }

    private Mono<Void> warnMembers(List<Warning> due) {
        return Flux.fromIterable(due).concatMap(this::warn).then();
    }

    private Mono<Void> warn(Warning warning) {
        var who = warning.what().who();
        var key = "reminder.obligation." + SqlValues.word(warning.what().kind());
        return reminders
                .note(who, warning.occasion())
                .filter(Boolean::booleanValue)
                .flatMap(first -> texts.toInterpreter(
                        who, WORTH_SENDING, key, DAY.format(warning.what().validUntil())))
                .as(transaction::transactional);
    }

    private Mono<Void> tellCoordinators(District district, List<Warning> due, LocalDate today) {
        return coordinators
                .of(district.id())
                .concatMap(line -> tell(line, due, today).as(transaction::transactional))
                .then();
    }

    /** One text for everything that has become due since the last. What ends first comes first. */
    private Mono<Void> tell(Line line, List<Warning> due, LocalDate today) {
        return Flux.fromIterable(due)
                .filterWhen(warning -> reminders.note(line.id(), warning.what().who(), warning.occasion()))
                .map(warning -> ChronoUnit.DAYS.between(today, warning.what().validUntil()))
                .collectList()
                .filter(news -> !news.isEmpty())
                .flatMap(news -> texts.toCoordinator(
                        line.id(), WORTH_SENDING, "alert.obligations", news.size(), news.getFirst()));
    }
}
