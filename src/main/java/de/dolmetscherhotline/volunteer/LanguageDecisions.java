package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.pool.Change;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.volunteer.LanguageProposal.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What becomes of a proposal: with the coordinator's consent it changes the pool, in one transaction. */
@Component
public class LanguageDecisions {

    private final LanguageProposals proposals;
    private final Interpreters interpreters;
    private final MemberLock lock;
    private final TransactionalOperator transaction;
    private final Clock clock;

    LanguageDecisions(
            LanguageProposals proposals,
            Interpreters interpreters,
            MemberLock lock,
            TransactionalOperator transaction,
            Clock clock) {
        this.proposals = proposals;
        this.interpreters = interpreters;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** False if it is not open any more; fails with a conflict if she would be left without a language. */
    public Mono<Boolean> accept(UUID id, @Nullable String answer) {
        return proposals
                .open(id)
                .flatMap(open -> lock.take(open.who()))
                .flatMap(locked -> proposals.decide(id, Status.ACCEPTED, answer))
                .flatMap(this::carryOut)
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** False if it is not open any more. */
    public Mono<Boolean> refuse(UUID id, @Nullable String answer) {
        return proposals.decide(id, Status.REFUSED, answer).map(decided -> true).defaultIfEmpty(false);
    }

    private Mono<Boolean> carryOut(LanguageProposal proposal) {
        return interpreters
                .byId(proposal.who())
                .flatMap(member -> change(proposal, member))
                .thenReturn(true);
    }

    private Mono<Change> change(LanguageProposal proposal, Interpreter member) {
        var changed = changed(proposal, member.profile().languages());
        var today = LocalDate.ofInstant(clock.instant(), member.timeZone());
        return changed.isEmpty()
                ? Mono.error(() -> Problems.conflict("It is the only language of that interpreter."))
                : interpreters.replace(
                        member.id(), member.profile().withLanguages(changed), today, ExpectedVersion.any());
    }

    /** Which way she interprets a language, and its dialects, stay as they were. */
    static List<LanguageSkill> changed(LanguageProposal proposal, List<LanguageSkill> before) {
        var skills = new ArrayList<LanguageSkill>();
        before.stream()
                .filter(skill -> !skill.language().equals(proposal.language()))
                .forEach(skills::add);
        var level = proposal.level();
        if (level != null) {
            skills.add(before.stream()
                    .filter(skill -> skill.language().equals(proposal.language()))
                    .findFirst()
                    .map(skill -> new LanguageSkill(skill.language(), level, skill.direction(), skill.dialects()))
                    .orElseGet(() -> new LanguageSkill(proposal.language(), level)));
        }
        return List.copyOf(skills);
    }
}
