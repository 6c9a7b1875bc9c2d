package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.member.OrganisationMembers.Known;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkQueue;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A link by mail for those who have forgotten their password. Whether an address is anybody's is looked up by the worker, not
 * while somebody waits for an answer: neither the answer nor how long it takes can tell.
 */
@Component
class ForgottenPasswords implements WorkHandler {

    private static final String KIND = "forgotten-password";
    private static final int AFTER_CALLS = -20;

    private final OrganisationMembers members;
    private final MemberInviting inviting;
    private final MemberLetters letters;
    private final WorkQueue work;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    ForgottenPasswords(
            OrganisationMembers members,
            MemberInviting inviting,
            MemberLetters letters,
            WorkQueue work,
            TransactionalOperator transaction,
            JsonMapper json) {
        this.members = members;
        this.inviting = inviting;
        this.letters = letters;
        this.work = work;
        this.transaction = transaction;
        this.json = json;
    }

    /** Sends a link to this address if somebody may sign in with it. */
    Mono<Void> help(MailAddress mail) {
        return work.enqueue(KIND, json.writeValueAsString(mail.address()), AFTER_CALLS, Duration.ZERO)
                .doOnSuccess(enqueued -> work.nudge());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var mail = new MailAddress(json.readValue(item.payload(), String.class));
        return members.known(mail)
                .flatMap(who -> write(who, mail))
                .as(transaction::transactional)
                .thenReturn(WorkResult.DONE);
    }

    private Mono<Void> write(Known who, MailAddress mail) {
        return inviting.reset(who.organisation(), who.id())
                .flatMap(link -> letters.reset(mail, who.organisationName(), link));
    }
}
