package de.dolmetscherhotline.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Migration 9: seals what lies in clear since the first version. Migration 9.1 then takes the clear columns away. */
@Component
final class SealPlaintext implements JavaMigration {

    private static final int AT_ONCE = 500;

    /** Reads owner and value; writes cipher and index, given also the owner and the value. */
    private record Move(Field field, String read, String write) {}

    private static final List<Move> MOVES = List.of(
            new Move(Field.CALLS, "select id, phone_number from interpreter", """
                    insert into interpreter_number (interpreter_id, district_id, field, number_cipher, number_index)
                    select id, district_id, 'calls', ?, ? from interpreter where id = ? and phone_number = ?"""),
            new Move(Field.TEXT_OPT_OUT, "select district_id, number from text_opt_out", """
                    update text_opt_out set number_cipher = ?, number_index = ? where district_id = ? and number = ?"""),
            new Move(Field.BLOCKED, "select id, number from blocked_number", """
                    update blocked_number set number_cipher = ?, number_index = ? where id = ? and number = ?"""),
            new Move(Field.PIN, "select id, pin_hash from organisation where pin_hash is not null", """
                    update organisation set pin_cipher = ?, pin_index = ? where id = ? and pin_hash = ?"""));

    private final Vault vault;
    private final KeyRing keys;

    SealPlaintext(Vault vault, KeyRing keys) {
        this.vault = vault;
        this.keys = keys;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("9");
    }

    @Override
    public String getDescription() {
        return "seal plaintext";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var inForce = connection.prepareStatement("update installation set index_key = ?")) {
            inForce.setString(1, keys.indexing().id());
            inForce.executeUpdate();
        }
        for (Move move : MOVES) {
            carryOut(move, connection);
        }
    }

    private void carryOut(Move move, Connection connection) throws SQLException {
        try (var read = connection.prepareStatement(move.read());
                var write = connection.prepareStatement(move.write())) {
            read.setFetchSize(AT_ONCE);
            int waiting = 0;
            var rows = read.executeQuery();
            while (rows.next()) {
                add(move.field(), rows.getObject(1, UUID.class), rows.getString(2), write);
                waiting++;
                if (waiting % AT_ONCE == 0) {
                    write.executeBatch();
                }
            }
            write.executeBatch();
        }
    }

    private void add(Field field, UUID owner, String value, PreparedStatement write) throws SQLException {
        write.setString(1, vault.seal(field, owner, value).cipher());
        write.setString(2, vault.index(field, value));
        write.setObject(3, owner);
        write.setString(4, value);
        write.addBatch();
    }
}
