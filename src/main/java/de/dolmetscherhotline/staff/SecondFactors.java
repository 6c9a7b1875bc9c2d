package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Sealed;
import de.dolmetscherhotline.privacy.Vault;
import de.dolmetscherhotline.signin.InvitationCode;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What staff show besides their password: a code of an authenticator app, each taken once, or one of the codes for the case
 * that it is lost, each of which works once. One that is being set up counts for nothing until a code of it was entered, and
 * takes nothing from the one before. Secrets are sealed; of the other codes only hashes are stored.
 */
@Repository
class SecondFactors {

    private static final int RECOVERY_CODES = 10;

    private final DatabaseClient database;
    private final Vault vault;
    private final StaffSettings settings;
    private final Clock clock;

    SecondFactors(DatabaseClient database, Vault vault, StaffSettings settings, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether somebody has one. */
    Mono<Boolean> has(StaffId who) {
        return database.sql("select exists (select from staff_second_factor where staff_id = :who)")
                .bind("who", who.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Begins one in the place of that which she has, and has shown in this session; that one holds until this is confirmed. */
    Mono<Void> beginToReplace(StaffId who, Secret session) {
        return begin(who, session, true);
    }

    /**
     * A new secret in place of one that was begun before: whoever saw that one has no use of it. Nothing happens if she has one
     * that counts and has not shown it in this session, or has taken too long.
     */
    Mono<Void> beginAnew(StaffId who, Secret session) {
        return has(who).flatMap(has -> has ? changeBegun(who, session) : begin(who, session, false));
    }

    private Mono<Void> begin(StaffId who, Secret session, boolean replaces) {
        var secret = newSecret(who);
        return database.sql("""
                        insert into staff_second_factor_begun
                            (staff_id, session_hash, secret_cipher, secret_index, replaces, expires_at)
                        select staff_id, secret_hash, :cipher, index_in_force(:indexes), :replaces, :end
                        from staff_session where secret_hash = :session and staff_id = :who
                        on conflict (staff_id) do update
                        set session_hash = excluded.session_hash, secret_cipher = excluded.secret_cipher,
                            secret_index = excluded.secret_index, replaces = excluded.replaces,
                            expires_at = excluded.expires_at
                        """)
                .bind("who", who.value())
                .bind("session", session.hash())
                .bind("cipher", secret.cipher())
                .bind("indexes", secret.candidates())
                .bind("replaces", replaces)
                .bind("end", clock.instant().plus(settings.halfLife()))
                .then();
    }

    private Mono<Void> changeBegun(StaffId who, Secret session) {
        var secret = newSecret(who);
        return database.sql("""
                        update staff_second_factor_begun
                        set secret_cipher = :cipher, secret_index = index_in_force(:indexes)
                        where staff_id = :who and session_hash = :session
                        """)
                .bind("who", who.value())
                .bind("session", session.hash())
                .bind("cipher", secret.cipher())
                .bind("indexes", secret.candidates())
                .then();
    }

    private Sealed newSecret(StaffId who) {
        return vault.seal(Field.SECOND_FACTOR_BEGUN, who.value(), Totp.newSecret());
    }

    /**
     * The secret of one that was begun in this session, the same until {@link #beginAnew another is begun} or it is confirmed;
     * empty if there is none, or she has one that she has not shown.
     */
    Mono<String> begun(StaffId who, Secret session) {
        return database.sql("""
                        select secret_cipher from staff_second_factor_begun
                        where staff_id = :who and session_hash = :session and expires_at > :now
                          and (replaces or not exists (select from staff_second_factor where staff_id = :who))
                        """)
                .bind("who", who.value())
                .bind("session", session.hash())
                .bind("now", clock.instant())
                .mapValue(String.class)
                .one()
                .map(cipher -> vault.open(Field.SECOND_FACTOR_BEGUN, who.value(), cipher));
    }

    /** What was begun in this session counts from now on, instead of what she had, if this is a code of it; false if not. */
    Mono<Boolean> confirm(StaffId who, Secret session, String code) {
        return begun(who, session)
                .flatMap(secret -> confirm(who, session, secret, code))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> confirm(StaffId who, Secret session, String secret, String code) {
        var now = clock.instant();
        var step = Totp.step(secret, code, now);
        return step.isEmpty() ? Mono.just(false) : count(who, session, secret, step.getAsLong(), now);
    }

    /** Only if it is still the one that was begun, so that nobody confirms what somebody else has seen. */
    private Mono<Boolean> count(StaffId who, Secret session, String secret, long step, Instant now) {
        var sealed = vault.seal(Field.SECOND_FACTOR, who.value(), secret);
        return database.sql("""
                        with begun as (
                            delete from staff_second_factor_begun
                            where staff_id = :who and session_hash = :session and secret_index = any (:begun)
                            returning staff_id, replaces)
                        insert into staff_second_factor (staff_id, secret_cipher, secret_index, confirmed_at, last_step)
                        select staff_id, :cipher, index_in_force(:indexes), :now, :step from begun
                        on conflict (staff_id) do update
                        set secret_cipher = excluded.secret_cipher, secret_index = excluded.secret_index,
                            confirmed_at = excluded.confirmed_at, last_step = excluded.last_step
                        where (select replaces from begun)
                        """)
                .bind("who", who.value())
                .bind("session", session.hash())
                .bind("begun", vault.indexes(Field.SECOND_FACTOR_BEGUN, secret))
                .bind("cipher", sealed.cipher())
                .bind("indexes", sealed.candidates())
                .bind("now", now)
                .bind("step", step)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Whether this is a code of the authenticator that was not taken before; takes it. */
    Mono<Boolean> take(StaffId who, String code) {
        return database.sql("select secret_cipher from staff_second_factor where staff_id = :who")
                .bind("who", who.value())
                .mapValue(String.class)
                .one()
                .map(cipher -> vault.open(Field.SECOND_FACTOR, who.value(), cipher))
                .flatMap(secret -> take(who, secret, code))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> take(StaffId who, String secret, String code) {
        var step = Totp.step(secret, code, clock.instant());
        return step.isEmpty()
                ? Mono.just(false)
                : database.sql(
                                "update staff_second_factor set last_step = :step where staff_id = :who and last_step < :step")
                        .bind("step", step.getAsLong())
                        .bind("who", who.value())
                        .fetch()
                        .rowsUpdated()
                        .map(rows -> rows > 0);
    }

    /** Whether this is one of her codes for the case of loss; uses it up. */
    Mono<Boolean> takeRecovery(StaffId who, InvitationCode code) {
        return database.sql("delete from staff_recovery_code where staff_id = :who and code_hash = :code")
                .bind("who", who.value())
                .bind("code", code.hash())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** New codes in the place of those before; nobody can read them again. */
    Mono<List<InvitationCode>> newRecoveryCodes(StaffId who) {
        var codes =
                Stream.generate(InvitationCode::random).limit(RECOVERY_CODES).toList();
        return forgetRecoveryCodes(who)
                .then(database.sql("""
                                insert into staff_recovery_code (staff_id, code_hash)
                                select :who, decode(code, 'hex') from unnest(:codes::text[]) as code
                                """)
                        .bind("who", who.value())
                        .bind("codes", codes.stream().map(SecondFactors::hash).toArray(String[]::new))
                        .then())
                .thenReturn(codes);
    }

    private static String hash(InvitationCode code) {
        return HexFormat.of().formatHex(code.hash());
    }

    /** How many of her codes have not been used. */
    Mono<Long> recoveryCodesLeft(StaffId who) {
        return database.sql("select count(*) from staff_recovery_code where staff_id = :who")
                .bind("who", who.value())
                .mapValue(Long.class)
                .one();
    }

    /** She has none any more, and sets up another. */
    Mono<Void> remove(StaffId who) {
        return forgetRecoveryCodes(who)
                .then(database.sql("delete from staff_second_factor where staff_id = :who")
                        .bind("who", who.value())
                        .then());
    }

    private Mono<Void> forgetRecoveryCodes(StaffId who) {
        return database.sql("delete from staff_recovery_code where staff_id = :who")
                .bind("who", who.value())
                .then();
    }
}
