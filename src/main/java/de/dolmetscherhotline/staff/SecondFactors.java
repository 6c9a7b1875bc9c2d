package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import de.dolmetscherhotline.signin.InvitationCode;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What staff show besides their password: a code of an authenticator app, each taken once, or one of the codes for the case
 * that it is lost, each of which works once. Secrets are sealed; of the other codes only hashes are stored.
 */
@Repository
class SecondFactors {

    private static final int RECOVERY_CODES = 10;

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    SecondFactors(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether somebody has one that counts. */
    Mono<Boolean> has(StaffId who) {
        return database.sql(
                        "select exists (select from staff_second_factor where staff_id = :who and confirmed_at is not null)")
                .bind("who", who.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** A new secret in place of one that does not count yet: whoever saw that one has no use of it. */
    Mono<Void> beginAnew(StaffId who) {
        return begin(
                who,
                "do update set secret_cipher = excluded.secret_cipher, secret_index = excluded.secret_index "
                        + "where staff_second_factor.confirmed_at is null");
    }

    /** The secret of one that does not count yet, the same until {@link #beginAnew another is begun} or it does; empty if she has one that counts. */
    Mono<String> begun(StaffId who) {
        return begin(who, "do nothing")
                .then(database.sql("""
                                select secret_cipher from staff_second_factor where staff_id = :who and confirmed_at is null
                                """)
                        .bind("who", who.value())
                        .mapValue(String.class)
                        .one())
                .map(cipher -> vault.open(Field.SECOND_FACTOR, who.value(), cipher));
    }

    private Mono<Void> begin(StaffId who, String ifThereIsOne) {
        var secret = vault.seal(Field.SECOND_FACTOR, who.value(), Totp.newSecret());
        return database.sql("""
                        insert into staff_second_factor (staff_id, secret_cipher, secret_index)
                        values (:who, :cipher, index_in_force(:indexes)) on conflict (staff_id)
                        """ + ifThereIsOne)
                .bind("who", who.value())
                .bind("cipher", secret.cipher())
                .bind("indexes", secret.candidates())
                .then();
    }

    /** It counts from now on, if this is a code of it; false if not. */
    Mono<Boolean> confirm(StaffId who, String code) {
        return begun(who).flatMap(secret -> confirm(who, secret, code)).defaultIfEmpty(false);
    }

    private Mono<Boolean> confirm(StaffId who, String secret, String code) {
        var now = clock.instant();
        var step = Totp.step(secret, code, now);
        return step.isEmpty()
                ? Mono.just(false)
                : database.sql("""
                                update staff_second_factor set confirmed_at = :now, last_step = :step
                                where staff_id = :who and confirmed_at is null
                                """)
                        .bind("now", now)
                        .bind("step", step.getAsLong())
                        .bind("who", who.value())
                        .fetch()
                        .rowsUpdated()
                        .map(rows -> rows > 0);
    }

    /** Whether this is a code of the authenticator that was not taken before; takes it. */
    Mono<Boolean> take(StaffId who, String code) {
        return database.sql(
                        "select secret_cipher from staff_second_factor where staff_id = :who and confirmed_at is not null")
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
