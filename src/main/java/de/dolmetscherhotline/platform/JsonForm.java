package de.dolmetscherhotline.platform;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.kernel.StaffId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * How values look in JSON: enum constants in lower case, typed ids as UUIDs, telephone numbers as E.164. Reading is
 * strict for what clients send to us, and only there: what other services answer may have fields we do not know.
 */
@Configuration(proxyBeanMethods = false)
class JsonForm {

    @Bean
    JsonMapperBuilderCustomizer lowerCaseEnums() {
        return mapper -> mapper.enumNamingStrategy((config, type, name) -> name.toLowerCase(Locale.ROOT))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }

    @Bean
    JacksonModule kernelValues() {
        var module = new SimpleModule("kernel values");
        text(module, PhoneNumber.class, PhoneNumber::e164, PhoneNumber::parse, "must be a telephone number");
        text(module, Language.class, Language::tag, attempt(Language::new), "must be a BCP 47 language tag");
        id(module, CallId.class, CallId::new);
        id(module, DistrictId.class, DistrictId::new);
        id(module, GuestId.class, GuestId::new);
        id(module, InterpreterId.class, InterpreterId::new);
        id(module, LineId.class, LineId::new);
        id(module, MemberId.class, MemberId::new);
        id(module, OfferId.class, OfferId::new);
        id(module, OrganisationId.class, OrganisationId::new);
        id(module, StaffId.class, StaffId::new);
        return module;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebFluxConfigurer strictRequests(JsonMapper mapper) {
        JsonMapper strict = mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, JsonForm::onlyFromText)
                .addModule(new SimpleModule("requests").addDeserializer(String.class, new StorableText()))
                .build();
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
                configurer.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(strict));
            }
        };
    }

    private static void onlyFromText(MutableCoercionConfig coercions) {
        coercions
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static <T> void id(SimpleModule module, Class<T> type, Function<UUID, T> constructor) {
        text(
                module,
                type,
                Object::toString,
                attempt(text -> constructor.apply(UUID.fromString(text))),
                "must be a UUID");
    }

    private static <T> void text(
            SimpleModule module,
            Class<T> type,
            Function<T, String> written,
            Function<String, Optional<T>> read,
            String expectation) {
        module.addSerializer(type, new TextWriter<>(type, written));
        module.addDeserializer(type, new TextReader<>(type, read, expectation));
    }

    private static <T> Function<String, Optional<T>> attempt(Function<String, T> reader) {
        return text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        };
    }

    private static final class TextWriter<T> extends StdSerializer<T> {

        private final Function<T, String> written;

        private TextWriter(Class<T> type, Function<T, String> written) {
            super(type);
            this.written = written;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(written.apply(value));
        }
    }

    private static final class TextReader<T> extends StdDeserializer<T> {

        private final Function<String, Optional<T>> read;
        private final String expectation;

        private TextReader(Class<T> type, Function<String, Optional<T>> read, String expectation) {
            super(type);
            this.read = read;
            this.expectation = expectation;
        }

        /** The message does not repeat the value: it may be somebody's number. */
        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            Optional<T> value =
                    parser.hasToken(JsonToken.VALUE_STRING) ? read.apply(parser.getString()) : Optional.empty();
            return value.orElseThrow(() -> new Unreadable(parser, expectation, handledType()));
        }
    }

    /** PostgreSQL stores any text but one with a NUL character. */
    private static final class StorableText extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw new Unreadable(parser, "must not contain NUL characters", String.class);
            }
            return text;
        }
    }

    /** A text that is not what its type expects; the message is ours and may be shown. */
    static final class Unreadable extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        private Unreadable(JsonParser parser, String expectation, Class<?> type) {
            super(parser, expectation, type);
        }
    }
}
