package org.zhitongche.appeal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The exact bytes of an event: JSON naming the appeal, its place, time, actor, door and the facts. */
public final class EventCodec {

    /** One mapper for all that is stored or sent: ISO times, no nulls, unknown fields of older versions ignored. */
    public static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
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
        try {
            JsonNode node = JSON.readTree(body);
            Class<?> type = TYPES.get(node.path("type").asText());
            if (type == null) {
                throw new IllegalStateException("Unknown event type " + node.path("type").asText());
            }
            return new StoredEvent(UUID.fromString(node.get("appeal").asText()), node.get("seq").asInt(),
                    Instant.parse(node.get("at").asText()), JSON.treeToValue(node.get("actor"), Actor.class),
                    node.path("door").isTextual() ? Door.valueOf(node.get("door").asText()) : null,
                    (Event) JSON.treeToValue(node.get("data"), type), body, hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
