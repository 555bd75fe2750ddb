package fr.lamine.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The one JSON binding of the house: strict in, stable out. Codes are texts, masses and amounts whole numbers, an
/// absent value is `null`, nothing unknown and nothing missing is let through.
public final class Json {

    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    /// Text that does not say what it should.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// @throws Unreadable when the text is not JSON of exactly this type
    public static <T> T read(String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new Unreadable("null is not a " + type.getSimpleName(), null);
            }
            return value;
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            throw new Unreadable(plainCause(e), e);
        }
    }

    public static String writeFact(Fact fact) {
        return write(fact);
    }

    /// @throws Unreadable when the type is unknown or the body is not of that type
    public static Fact readFact(String type, String body) {
        Class<? extends Fact> record =
                FactTypes.recordOf(type).orElseThrow(() -> new Unreadable("unknown type of fact: " + type, null));
        if (!OldBodies.isOld(type)) {
            return read(body, record);
        }
        try {
            return MAPPER.treeToValue(OldBodies.today(type, MAPPER.readTree(body), MAPPER), record);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            throw new Unreadable(plainCause(e), e);
        }
    }

    public static Fact fact(Entry entry) {
        return readFact(entry.type(), entry.body());
    }

    private static String plainCause(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root instanceof JacksonException j ? j.getOriginalMessage() : root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }

    private static JsonMapper mapper() {
        SimpleModule module = new SimpleModule();
        number(module, Mass.class, Mass::grams, Mass::grams);
        number(module, Money.class, Money::cents, Money::cents);
        text(module, ItemCode.class, ItemCode::new);
        text(module, TerminalId.class, TerminalId::new);
        text(module, SiteCode.class, SiteCode::new);
        text(module, StationCode.class, StationCode::new);
        text(module, OperatorCode.class, OperatorCode::new);
        text(module, CategoryCode.class, CategoryCode::new);
        text(module, ChannelCode.class, ChannelCode::new);
        text(module, OrderNumber.class, OrderNumber::parse);
        text(module, FactId.class, FactId::parse);
        text(module, JournalId.class, JournalId::parse);
        text(module, Instant.class, Entry.MILLIS::format, Instant::parse);
        account(module, Account.class);
        account(module, Account.Place.class);
        return JsonMapper.builder()
                .addModule(module)
                .addMixIn(MassProvenance.class, ByKind.class)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = MassProvenance.Weighed.class, name = "WEIGHED"),
        @JsonSubTypes.Type(value = MassProvenance.Typed.class, name = "TYPED"),
        @JsonSubTypes.Type(value = MassProvenance.Label.class, name = "LABEL"),
        @JsonSubTypes.Type(value = MassProvenance.Average.class, name = "AVERAGE"),
        @JsonSubTypes.Type(value = MassProvenance.Share.class, name = "SHARE")
    })
    private interface ByKind {}

    private static <T> void number(SimpleModule module, Class<T> type, ToLongFunction<T> out, LongFunction<T> in) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeNumber(out.applyAsLong(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return json.hasToken(JsonToken.VALUE_NUMBER_INT)
                        ? in.apply(json.getLongValue())
                        : type.cast(context.handleUnexpectedToken(type, json));
            }
        });
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> in) {
        text(module, type, Object::toString, in);
    }

    private static <T extends Account> void account(SimpleModule module, Class<T> type) {
        text(module, type, Account::code, text -> type.cast(Account.parse(text)));
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> out, Function<String, T> in) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(out.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return json.hasToken(JsonToken.VALUE_STRING)
                        ? in.apply(json.getString())
                        : type.cast(context.handleUnexpectedToken(type, json));
            }
        });
    }
}
