package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.recruiting.Applications.Sent;
import de.dolmetscherhotline.recruiting.Invitations.Invitation;
import de.dolmetscherhotline.text.Texts;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A coordinator invites somebody by text: the link leads to the form, and shows that the number is hers. */
@Component
public class Inviting {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Invitations invitations;
    private final Applications applications;
    private final Applying applying;
    private final FormCheck check;
    private final SendingLimits limits;
    private final Interpreters interpreters;
    private final Texts texts;
    private final WorkQueue work;
    private final RecruitingSettings settings;
    private final PublicUrl publicUrl;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Inviting(
            Invitations invitations,
            Applications applications,
            Applying applying,
            FormCheck check,
            SendingLimits limits,
            Interpreters interpreters,
            Texts texts,
            WorkQueue work,
            RecruitingSettings settings,
            PublicUrl publicUrl,
            TransactionalOperator transaction,
            Clock clock) {
        this.invitations = invitations;
        this.applications = applications;
        this.applying = applying;
        this.check = check;
        this.limits = limits;
        this.interpreters = interpreters;
        this.texts = texts;
        this.work = work;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of the wish to invite somebody. */
    public sealed interface Invited {

        record Done(Invitation invitation) implements Invited {}

        record InThePool() implements Invited {}

        record TooMany() implements Invited {}
    }

    /** What became of a form that was reached by a link. */
    enum Entry {
        ENTERED,
        /** The link was used, replaced or withdrawn, or has run out. */
        GONE,
        /** Somebody with this number has come into the pool meanwhile. */
        KNOWN
    }

    /** Whether texts go to such a number. */
    public boolean mayBeInvited(PhoneNumber number) {
        return check.isTextable(number);
    }

    /** Texts a link; one that was sent to this number before no longer works. */
    public Mono<Invited> invite(DistrictId district, PhoneNumber number, @Nullable String name, Language language) {
        return interpreters
                .byPhoneNumbers(district, List.of(number))
                .hasElements()
                .flatMap(known -> known
                        ? Mono.just(new Invited.InThePool())
                        : inviteSomebodyNew(district, number, name, language))
                .doOnNext(invited -> work.nudge());
    }

    private Mono<Invited> inviteSomebodyNew(
            DistrictId district, PhoneNumber number, @Nullable String name, Language language) {
        var now = clock.instant();
        var invitation = new Invitation(
                UUID.randomUUID(), district, number, name, language, now, now.plus(settings.invitationHolds()));
        return limits.allow(number).flatMap(allowed -> allowed ? send(invitation) : Mono.just(new Invited.TooMany()));
    }

    private Mono<Invited> send(Invitation invitation) {
        var token = Secrets.token();
        return invitations
                .add(invitation, Secrets.hash(token))
                .then(texts.toStranger(
                        invitation.district(),
                        invitation.number(),
                        invitation.language(),
                        "application.invitation",
                        publicUrl.of(ApplyPage.INVITATION + "/" + token).toString()))
                .thenReturn((Invited) new Invited.Done(invitation))
                .as(transaction::transactional);
    }

    /** The invitation of this link; empty if there is none that works. */
    Mono<Invitation> find(String token) {
        return TOKEN.matcher(token).matches() ? invitations.find(Secrets.hash(token), clock.instant()) : Mono.empty();
    }

    /** Takes her into the pool as somebody who has applied; the link has done its work. The same form may come twice. */
    Mono<Entry> enter(String token, Sent sent) {
        return invitations
                .use(Secrets.hash(token), clock.instant())
                .flatMap(
                        ours -> ours ? applying.enterConfirmed(sent).thenReturn(Entry.ENTERED) : cameBefore(sent.key()))
                .as(transaction::transactional)
                .onErrorReturn(DataIntegrityViolationException.class, Entry.KNOWN);
    }

    /** Whether exactly this form was sent with the link already. */
    Mono<Entry> cameBefore(UUID form) {
        return applications
                .lockByForm(form)
                .map(known -> known.interpreter() == null ? Entry.GONE : Entry.ENTERED)
                .defaultIfEmpty(Entry.GONE);
    }
}
