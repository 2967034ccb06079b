package org.zhitongche.appeal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The exact bytes of an event: JSON naming the appeal, its place, time, actor, door and the facts. */
public final class EventCodec {

    /** One mapper for all that is stored or sent: ISO times, no nulls, unknown fields of older versions ignored. */
    public static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule().addDeserializer(Instant.class, new InstantReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private static final Map<String, Class<?>> TYPES = Arrays.stream(Event.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private EventCodec() {}

    public static String typeOf(Event event) {
        return event.getClass().getSimpleName();
    }

    static byte[] write(UUID appeal, int seq, Instant at, Actor actor, Door door, Event event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator body = JSON.createGenerator(bytes)) {
            body.writeStartObject();
            body.writeStringField("appeal", appeal.toString());
            body.writeNumberField("seq", seq);
            body.writeStringField("at", at.toString());
            body.writeStringField("type", typeOf(event));
            body.writePOJOField("actor", actor);
            body.writeStringField("door", door == null ? null : door.name());
            body.writePOJOField("data", event);
            body.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static StoredEvent read(byte[] body, byte[] hash) {
        try (JsonParser fields = JSON.createParser(body)) {
            return new Reading().all(fields).stored(body, hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One pass over the bytes: the type stands before the data, so that these need no tree in between. */
    private static final class Reading {

        private UUID appeal;
        private int seq;
        private Instant at;
        private Class<?> type;
        private Actor actor;
        private Door door;
        private Event data;

        private Reading all(JsonParser fields) throws IOException {
            fields.nextToken();
            while (fields.nextToken() == JsonToken.FIELD_NAME) {
                String name = fields.currentName();
                fields.nextToken();
                one(name, fields);
            }
            return this;
        }

        private void one(String name, JsonParser value) throws IOException {
            switch (name) {
                case "appeal" -> appeal = UUID.fromString(value.getText());
                case "seq" -> seq = value.getIntValue();
                case "at" -> at = InstantReader.parse(value.getText());
                case "type" -> type = typeOf(value.getText());
                case "actor" -> actor = JSON.readValue(value, Actor.class);
                case "door" -> door = value.currentToken() == JsonToken.VALUE_NULL ? null : Door.valueOf(value.getText());
                case "data" -> data = (Event) JSON.readValue(value, type);
                default -> value.skipChildren();
            }
        }

        private static Class<?> typeOf(String name) {
            Class<?> type = TYPES.get(name);
            if (type == null) {
                throw new IllegalStateException("Unknown event type " + name);
            }
            return type;
        }

        private StoredEvent stored(byte[] body, byte[] hash) {
            return new StoredEvent(Objects.requireNonNull(appeal, "appeal"), seq, Objects.requireNonNull(at, "at"), actor, door,
                    Objects.requireNonNull(data, "data"), body, hash);
        }
    }
}
