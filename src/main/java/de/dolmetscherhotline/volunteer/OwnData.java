package de.dolmetscherhotline.volunteer;

import static java.util.Objects.requireNonNull;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.text.Wording;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is stored about a member of a pool (Art. 15 GDPR), and nothing about anybody else. A new table that
 * refers to members needs a {@link DataSection}; a test says so.
 */
@Repository
class OwnData {

    private static final String PERSON = """
            select (to_jsonb(i) - array['id', 'district_id', 'reserved_for', 'reserved_at']
                    || jsonb_build_object('district', d.name))::text
            from interpreter i join district d on d.id = i.district_id where i.id = :who""";

    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    private final DatabaseClient database;
    private final Interpreters interpreters;
    private final Wording wording;
    private final MessageSource messages;
    private final JsonMapper json;

    OwnData(
            DatabaseClient database,
            Interpreters interpreters,
            Wording wording,
            MessageSource messages,
            JsonMapper json) {
        this.database = database;
        this.interpreters = interpreters;
        this.wording = wording;
        this.messages = messages;
        this.json = json;
    }

    /** As JSON for people: indented, in UTF-8, with an explanation in this language; empty if there is no such member. */
    Mono<byte[]> of(InterpreterId who, Locale locale) {
        return person(who)
                .flatMap(person -> sections(who).map(sections -> document(person, sections, locale)))
                .map(document -> json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
    }

    private ObjectNode document(JsonNode person, Map<String, JsonNode> sections, Locale locale) {
        var document = json.createObjectNode();
        document.put("about", requireNonNull(messages.getMessage("volunteer.data.about", null, "", locale)));
        document.set("person", person);
        sections.forEach(document::set);
        withBodies(document.withArray("textsToYou"));
        return document;
    }

    private Mono<JsonNode> person(InterpreterId who) {
        return interpreters
                .byId(who)
                .flatMap(member -> ask(PERSON, who).map(person -> withNumbers((ObjectNode) person, member)));
    }

    /** Numbers are stored encrypted, and that somebody wants no texts is stored with the number. */
    private static JsonNode withNumbers(ObjectNode person, Interpreter member) {
        var textNumber = member.profile().textNumber();
        var textsStoppedAt = member.textsStoppedAt();
        return person.put("phoneNumber", member.profile().phoneNumber().e164())
                .put("textNumber", textNumber == null ? null : textNumber.e164())
                .put("textsStoppedAt", textsStoppedAt == null ? null : textsStoppedAt.toString());
    }

    private Mono<Map<String, JsonNode>> sections(InterpreterId who) {
        return Flux.fromIterable(DataSection.ALL)
                .concatMap(section -> ask(section.sql(), who).map(found -> Map.entry(section.name(), found)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new);
    }

    private Mono<JsonNode> ask(String sql, InterpreterId who) {
        return database.sql(sql)
                .bind("who", who.value())
                .mapValue(String.class)
                .one()
                .map(text -> named(json.readTree(text)));
    }

    /** Columns are named as everywhere else in our JSON. */
    private JsonNode named(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var renamed = json.createObjectNode();
            object.properties().forEach(property -> renamed.set(name(property.getKey()), named(property.getValue())));
            return renamed;
        }
        if (node instanceof ArrayNode array) {
            var renamed = json.createArrayNode();
            array.forEach(element -> renamed.add(named(element)));
            return renamed;
        }
        return node;
    }

    private static String name(String column) {
        return NEXT_WORD.matcher(column).replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
    }

    /** Bodies of texts are not stored; these are the words that belong to the key. */
    private void withBodies(ArrayNode texts) {
        texts.forEach(text -> ((ObjectNode) text).put("body", body(text)));
    }

    private String body(JsonNode text) {
        var arguments = json.treeToValue(text.path("arguments"), Object[].class);
        return wording.text(
                new Language(text.path("language").asString()), text.path("key").asString(), arguments);
    }
}
