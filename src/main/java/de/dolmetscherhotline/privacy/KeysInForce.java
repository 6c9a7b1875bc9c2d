package de.dolmetscherhotline.privacy;

import de.dolmetscherhotline.platform.StartupRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds the keys of the environment against the database: a migration that Flyway repeats when its checksum changes, which
 * is when the keys change. It runs before anything else, in one transaction, in one process at a time.
 *
 * <p>Keys that do not fit what is stored end the start. If another index key is the first now, all hashes are computed anew
 * from what is encrypted; who reads meanwhile sees all of the old ones or all of the new ones, who writes waits.
 */
@Component
final class KeysInForce implements JavaMigration {

    private static final String LOCK = """
            lock table application, blocked_number, guest, interpreter_number, invitation, letter, organisation,
                       text_opt_out, text_stranger, volunteer_pin, webhook in share row exclusive mode""";
    private static final int AT_ONCE = 1000;

    private final Vault vault;
    private final KeyRing keys;

    KeysInForce(Vault vault, KeyRing keys) {
        this.vault = vault;
        this.keys = keys;
    }

    /** None: it is repeated. */
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "keys in force";
    }

    @Override
    public Integer getChecksum() {
        return Objects.hash(proofs(keys.data()), proofs(keys.index()));
    }

    private static List<String> proofs(List<NamedKey> some) {
        return some.stream().map(key -> key.id() + " " + key.proof()).toList();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        for (NamedKey key : keys.data()) {
            recognise(connection, "data", KeyRing.DATA_KEYS, key);
        }
        for (NamedKey key : keys.index()) {
            recognise(connection, "index", KeyRing.INDEX_KEYS, key);
        }
        execute(connection, LOCK);
        for (Field field : Field.values()) {
            requireKeys(connection, field);
        }
        if (!keys.indexing().id().equals(inForce(connection))) {
            putInForce(connection);
        }
    }

    /** The name of a key that was ever used here belongs to it for ever. */
    private static void recognise(Connection connection, String kind, String variable, NamedKey key)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into known_key (kind, name, proof) values (?, ?, ?)
                on conflict (kind, name) do update set proof = known_key.proof
                returning proof""")) {
            statement.setString(1, kind);
            statement.setString(2, key.id());
            statement.setString(3, key.proof());
            var row = statement.executeQuery();
            if (!row.next() || !key.proof().equals(row.getString(1))) {
                throw new StartupRefused(
                        "The key '" + key.id() + "' of " + variable
                                + " is not the one that this database knows by that name.",
                        "Set it to the key that it was before. A new key needs a new name and is put beside the old one;"
                                + " see \"Keys\" in README.md.");
            }
        }
    }

    private void requireKeys(Connection connection, Field field) throws SQLException {
        try (var statement = connection.prepareStatement(
                ("select split_part(%1$s, '.', 2), count(*) from %2$s" + " where %3$s group by 1 order by 1")
                        .formatted(field.cipher(), field.table(), field.condition()))) {
            var row = statement.executeQuery();
            while (row.next()) {
                requireKey(row.getString(1), row.getLong(2), field);
            }
        }
    }

    private void requireKey(String name, long values, Field field) {
        if (keys.dataKey(name).isEmpty()) {
            throw new StartupRefused(
                    values + " values of " + field + " in the database are encrypted under the key '" + name
                            + "', which " + KeyRing.DATA_KEYS + " does not contain.",
                    "Add that key to " + KeyRing.DATA_KEYS + ", after the one that is to encrypt. It may go when"
                            + " hotline_sealed_under_old_key is 0 everywhere; if it is lost, see \"Keys\" in README.md.");
        }
    }

    private static @Nullable String inForce(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select index_key from installation")) {
            var row = statement.executeQuery();
            return row.next() ? row.getString(1) : null;
        }
    }

    private void putInForce(Connection connection) throws SQLException {
        for (Field field : Field.values()) {
            indexAnew(connection, field);
        }
        try (var statement = connection.prepareStatement("update installation set index_key = ?")) {
            statement.setString(1, keys.indexing().id());
            statement.executeUpdate();
        }
    }

    private void indexAnew(Connection connection, Field field) throws SQLException {
        var ciphers = new ArrayList<String>();
        var indexes = new ArrayList<String>();
        try (var read = connection.prepareStatement("select %s, %s from %s where %s"
                        .formatted(field.owner(), field.cipher(), field.table(), field.condition()));
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                var value = vault.open(field, rows.getObject(1, UUID.class), rows.getString(2));
                ciphers.add(rows.getString(2));
                indexes.add(vault.index(field, value));
            }
        }
        for (int from = 0; from < ciphers.size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, ciphers.size());
            store(connection, field, ciphers.subList(from, to).stream(), indexes.subList(from, to).stream());
        }
    }

    /** No two ciphers are alike: each names its row. */
    private static void store(Connection connection, Field field, Stream<String> ciphers, Stream<String> indexes)
            throws SQLException {
        try (var statement = connection.prepareStatement(("update %1$s t set %2$s = v.fresh"
                        + " from unnest(?::text[], ?::text[]) as v (cipher, fresh) where t.%3$s = v.cipher")
                .formatted(field.table(), field.index(), field.cipher()))) {
            statement.setArray(1, connection.createArrayOf("text", ciphers.toArray()));
            statement.setArray(2, connection.createArrayOf("text", indexes.toArray()));
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
