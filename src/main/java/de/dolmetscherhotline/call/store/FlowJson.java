package de.dolmetscherhotline.call.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.Command;
import de.dolmetscherhotline.kernel.GenderWish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * The flow's states, events and effects as JSON, for the columns that keep them. Each value carries the name of its
 * record. Unknown fields are skipped, and counts and marks that are missing
 * are zero and false, so that a newer version may add some while an older one still runs.
 */
@Component
public class FlowJson {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private final JsonMapper mapper;

    FlowJson(JsonMapper shared) {
        this.mapper = shared.rebuild()
                .addMixIn(CallState.class, Named.class)
                .addMixIn(CallEvent.class, Named.class)
                .addMixIn(CallEvent.Arrival.class, Named.class)
                .addMixIn(CallEvent.LanguageReading.class, Named.class)
                .addMixIn(GenderWish.class, Named.class)
                .addMixIn(Command.class, Named.class)
                .addModule(names())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    private static JacksonModule names() {
        var module = new SimpleModule("flow");
        Stream.of(
                        CallState.class,
                        CallEvent.class,
                        CallEvent.Arrival.class,
                        CallEvent.LanguageReading.class,
                        GenderWish.class,
                        Command.class)
                .flatMap(type -> records(type).stream())
                .map(type -> new NamedType(type, type.getSimpleName()))
                .forEach(module::registerSubtypes);
        return module;
    }

    private static List<Class<?>> records(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        var found = new ArrayList<Class<?>>();
        for (var permitted : type.getPermittedSubclasses()) {
            found.addAll(records(permitted));
        }
        return found;
    }

    String write(CallState state) {
        return mapper.writerFor(CallState.class).writeValueAsString(state);
    }

    String write(CallEvent event) {
        return mapper.writerFor(CallEvent.class).writeValueAsString(event);
    }

    String write(Command.Effect effect) {
        return mapper.writerFor(Command.class).writeValueAsString(effect);
    }

    String write(GuestOrder order) {
        return mapper.writeValueAsString(order);
    }

    public CallState readState(String json) {
        return mapper.readValue(json, CallState.class);
    }

    public CallEvent readEvent(String json) {
        return mapper.readValue(json, CallEvent.class);
    }

    public Command readCommand(String json) {
        return mapper.readValue(json, Command.class);
    }

    public GuestOrder readGuestOrder(String json) {
        return mapper.readValue(json, GuestOrder.class);
    }
}
