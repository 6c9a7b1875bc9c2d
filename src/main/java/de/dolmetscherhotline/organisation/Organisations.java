package de.dolmetscherhotline.organisation;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.texts;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Sealed;
import de.dolmetscherhotline.privacy.Vault;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/** Who may use the hotline. A telephone number names one organisation; so does a PIN within a district. */
@Repository
public class Organisations {

    static final String COLUMNS = """
            select o.*, array(select n.number::text from organisation_number n
                              where n.organisation_id = o.id order by n.position) as numbers,
                   (select count(*) from do_not_pair p where p.organisation_id = o.id) as not_paired
            from organisation o
            """;

    /** However many PINs are taken, one of so many is free: a district has some hundred organisations, and a million PINs. */
    private static final int TRIES_FOR_A_PIN = 20;

    private final DatabaseClient database;
    private final Pins pins;
    private final Vault vault;
    private final JsonMapper json;
    private final TransactionalOperator transaction;

    Organisations(DatabaseClient database, Pins pins, Vault vault, JsonMapper json, TransactionalOperator transaction) {
        this.database = database;
        this.pins = pins;
        this.vault = vault;
        this.json = json;
        this.transaction = transaction;
    }

    public Mono<Organisation> byId(OrganisationId id) {
        return database.sql(COLUMNS + "where o.id = :id")
                .bind("id", id.value())
                .map(this::organisation)
                .one();
    }

    /** How these are called. */
    public Mono<Map<OrganisationId, String>> names(Collection<OrganisationId> ids) {
        return database.sql("select id, name from organisation where id = any(:ids)")
                .bind("ids", ids.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new OrganisationId(row.get("id", UUID.class)), row.get("name", String.class)))
                .all()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The organisation of this district that calls from this number. */
    public Mono<Organisation> byNumber(DistrictId district, PhoneNumber number) {
        return database.sql(COLUMNS + """
                                where o.district_id = :district
                                  and o.id = (select organisation_id from organisation_number where number = :number)
                                """)
                .bind("district", district.value())
                .bind("number", number.e164())
                .map(this::organisation)
                .one();
    }

    /** The organisation of this district that has this PIN. */
    public Mono<Organisation> byPin(DistrictId district, String pin) {
        return pins.hash(pin).flatMap(hash -> byPinHash(district, hash));
    }

    private Mono<Organisation> byPinHash(DistrictId district, String hash) {
        return database.sql(COLUMNS + "where o.district_id = :district and o.pin_index = any(:indexes)")
                .bind("district", district.value())
                .bind("indexes", vault.indexes(Field.PIN, hash))
                .map(this::organisation)
                .one();
    }

    /**
     * The number on record at which an organisation is rung back; empty if it has none.
     *
     * @param calledFrom preferred if it is one of the organisation's; null if unknown
     */
    public Mono<PhoneNumber> callbackNumber(OrganisationId id, @Nullable PhoneNumber calledFrom) {
        return database.sql("""
                        select number from organisation_number where organisation_id = :id
                        order by (number = :calledFrom::text) is true desc, position limit 1
                        """)
                .bind("id", id.value())
                .bind("calledFrom", nullable(calledFrom == null ? null : calledFrom.e164(), String.class))
                .mapValue(String.class)
                .one()
                .map(PhoneNumber::new);
    }

    /**
     * Adds an organisation and, if one is given, its PIN.
     *
     * @return empty; fails with a DataIntegrityViolationException that names the violated constraint
     */
    public Mono<Void> add(Organisation organisation, @Nullable String pin) {
        return withSealed(pin, organisation, secret -> insert(organisation, secret))
                .then();
    }

    private Mono<Long> insert(Organisation organisation, @Nullable Sealed pin) {
        return bound(database.sql("""
                                with added as (
                                    insert into organisation (id, district_id, name, kind, municipality, pin_cipher,
                                                              pin_index, favourite_languages, blocked, asks_subject,
                                                              asks_gender, contacts, cost_centre)
                                    values (:id, :district, :name, :kind, :municipality, :pinCipher,
                                            index_in_force(:pinIndexes), :favourites, :blocked, :asksSubject, :asksGender,
                                            :contacts, :costCentre)
                                    returning id)
                                insert into organisation_number (number, organisation_id, position)
                                select n.number, added.id, n.position
                                from added, unnest(:numbers::text[]) with ordinality as n (number, position)
                                """), organisation, pin).fetch().rowsUpdated();
    }

    /**
     * Replaces everything but the PIN, which is only replaced if a new one is given.
     *
     * @param expected the version that is to be replaced
     * @return whether there is such an organisation in that version; fails with a DataIntegrityViolationException that names
     *     the violated constraint
     */
    public Mono<Boolean> replace(Organisation organisation, @Nullable String pin, ExpectedVersion expected) {
        return lock(organisation.id())
                .filter(expected::admits)
                .flatMap(version -> withSealed(pin, organisation, secret -> update(organisation, secret)))
                .map(rows -> rows > 0)
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** Nobody else changes the organisation until the transaction is over. */
    private Mono<Long> lock(OrganisationId id) {
        return database.sql("select version from organisation where id = :id for update")
                .bind("id", id.value())
                .mapValue(Long.class)
                .one();
    }

    /** Numbers that stay keep their row; one that belongs to somebody else violates the primary key. */
    private Mono<Long> update(Organisation organisation, @Nullable Sealed pin) {
        return bound(database.sql("""
                                with wanted as (
                                    select number, position
                                    from unnest(:numbers::text[]) with ordinality as n (number, position)),
                                dropped as (
                                    delete from organisation_number
                                    where organisation_id = :id and number not in (select number from wanted)),
                                moved as (
                                    update organisation_number o set position = w.position from wanted w
                                    where o.organisation_id = :id and o.number = w.number),
                                added as (
                                    insert into organisation_number (number, organisation_id, position)
                                    select w.number, o.id, w.position from wanted w, organisation o
                                    where o.id = :id and w.number not in (
                                        select number from organisation_number where organisation_id = :id))
                                update organisation
                                set district_id = :district, name = :name, kind = :kind, municipality = :municipality,
                                    pin_cipher = coalesce(:pinCipher, pin_cipher),
                                    pin_index = coalesce(index_in_force(:pinIndexes), pin_index),
                                    favourite_languages = :favourites,
                                    blocked = :blocked, asks_subject = :asksSubject, asks_gender = :asksGender,
                                    contacts = :contacts, cost_centre = :costCentre, version = version + 1
                                where id = :id
                                """), organisation, pin).fetch().rowsUpdated();
    }

    /** Replaces the languages that it often asks for; false if there is no such organisation. */
    public Mono<Boolean> setFavourites(OrganisationId id, List<Language> favourites) {
        return database.sql(
                        "update organisation set favourite_languages = :favourites, version = version + 1 where id = :id")
                .bind("id", id.value())
                .bind("favourites", texts(favourites))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /**
     * Makes up a PIN that no other organisation of the district has; the one before ends.
     *
     * @return the PIN, which nobody can read again; empty if there is no such organisation
     */
    public Mono<String> newPin(OrganisationId id) {
        return Mono.defer(() -> replacePin(id, Pins.random()))
                .retryWhen(Retry.max(TRIES_FOR_A_PIN)
                        .filter(DataIntegrityViolationException.class::isInstance)
                        .onRetryExhaustedThrow((tries, last) -> last.failure()));
    }

    private Mono<String> replacePin(OrganisationId id, String pin) {
        return pins.hash(pin)
                .map(hash -> vault.seal(Field.PIN, id.value(), hash))
                .flatMap(secret -> setPin(id, secret))
                .filter(rows -> rows > 0)
                .map(rows -> pin);
    }

    private Mono<Long> setPin(OrganisationId id, Sealed pin) {
        return database.sql(
                        "update organisation set pin_cipher = :cipher, pin_index = index_in_force(:indexes) where id = :id")
                .bind("id", id.value())
                .bind("cipher", pin.cipher())
                .bind("indexes", pin.candidates())
                .fetch()
                .rowsUpdated();
    }

    /** False if there is no such organisation. */
    public Mono<Boolean> withdrawPin(OrganisationId id) {
        return database.sql("update organisation set pin_cipher = null, pin_index = null where id = :id")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** False if there was no such organisation. */
    Mono<Boolean> remove(OrganisationId id) {
        return database.sql("delete from organisation where id = :id")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<Long> withSealed(@Nullable String pin, Organisation organisation, Statement statement) {
        return pin == null
                ? statement.with(null)
                : pins.hash(pin)
                        .map(hash -> vault.seal(Field.PIN, organisation.id().value(), hash))
                        .flatMap(statement::with);
    }

    @FunctionalInterface
    private interface Statement {
        Mono<Long> with(@Nullable Sealed pin);
    }

    private GenericExecuteSpec bound(GenericExecuteSpec statement, Organisation organisation, @Nullable Sealed pin) {
        return statement
                .bind("id", organisation.id().value())
                .bind("district", organisation.districtId().value())
                .bind("name", organisation.name())
                .bind("kind", word(organisation.kind()))
                .bind("municipality", nullable(organisation.municipality(), String.class))
                .bind("pinCipher", nullable(pin == null ? null : pin.cipher(), String.class))
                .bind("pinIndexes", nullable(pin == null ? null : pin.candidates(), String[].class))
                .bind("favourites", texts(organisation.favouriteLanguages()))
                .bind("blocked", organisation.blocked())
                .bind("asksSubject", organisation.asksSubject())
                .bind("asksGender", organisation.asksGender())
                .bind("contacts", Json.of(json.writeValueAsBytes(organisation.contacts())))
                .bind("costCentre", nullable(organisation.costCentre(), String.class))
                .bind(
                        "numbers",
                        organisation.phoneNumbers().stream()
                                .map(PhoneNumber::e164)
                                .toArray(String[]::new));
    }

    Organisation organisation(Readable row) {
        return new Organisation(
                new OrganisationId(row.get("id", UUID.class)),
                new DistrictId(row.get("district_id", UUID.class)),
                row.get("name", String.class),
                constant(OrganisationKind.class, row.get("kind", String.class)),
                row.get("municipality", String.class),
                Arrays.stream(row.get("numbers", String[].class))
                        .map(PhoneNumber::new)
                        .toList(),
                row.get("pin_cipher", String.class) != null,
                Arrays.stream(row.get("favourite_languages", String[].class))
                        .map(Language::new)
                        .toList(),
                row.get("blocked", Boolean.class),
                row.get("asks_subject", Boolean.class),
                row.get("asks_gender", Boolean.class),
                List.of(json.readValue(row.get("contacts", Json.class).asArray(), Contact[].class)),
                row.get("cost_centre", String.class),
                row.get("version", Long.class),
                row.get("not_paired", Long.class).intValue());
    }
}
