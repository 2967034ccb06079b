package org.zhitongche.appeal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.db.ConfigFile;

/** The words of {@code procedure.yaml} as they stand there; each is kept with its line. */
final class ProcedureYaml {

    record Said(String text, int line) {}

    /** No record: of those Jackson tells an unknown field only once all is read, and without its line. */
    static final class Entry {
        public Said term;
        public Map<Said, Said> byCategory;
        public Map<Said, Said> byType;
        public Said from;
        public Said source;
        public Said times;
        public Map<Said, Said> timesByCategory;
        public Map<Said, Said> timesByType;
        public Said before;
        public Said blue;
        public Said yellow;
        public Said brief;
        public List<Said> on;
        public List<Said> decided;
        public Said enough;
        public Said share;
        public List<Said> grounds;
        public List<Said> of;
        public Map<Said, List<Said>> ofByType;

        /** The words that only some rules can say, as far as this one does. */
        List<String> special() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("term", term);
            all.put("by-category", byCategory);
            all.put("by-type", byType);
            all.put("times", times);
            all.put("times-by-category", timesByCategory);
            all.put("times-by-type", timesByType);
            all.put("before", before);
            all.put("blue", blue);
            all.put("yellow", yellow);
            all.put("brief", brief);
            all.put("on", on);
            all.put("decided", decided);
            all.put("enough", enough);
            all.put("share", share);
            all.put("grounds", grounds);
            all.put("of", of);
            all.put("of-by-type", ofByType);
            List<String> said = new ArrayList<>();
            all.forEach((word, value) -> {
                if (value != null) {
                    said.add(word);
                }
            });
            return said;
        }
    }

    private ProcedureYaml() {}

    /** Rule by rule; a rule that says nothing is null. */
    static Map<Said, Entry> read(ConfigFile file) {
        return file.as(mapper(), new TypeReference<LinkedHashMap<Said, Entry>>() {});
    }

    private static Said said(String text, JsonParser at) {
        return new Said(text, at.currentTokenLocation().getLineNr());
    }

    private static ObjectMapper mapper() {
        SimpleModule lines = new SimpleModule();
        lines.addDeserializer(Said.class, new JsonDeserializer<>() {
            @Override
            public Said deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                if (!parser.currentToken().isScalarValue()) {
                    return (Said) context.handleUnexpectedToken(Said.class, parser);
                }
                return said(parser.getText().strip(), parser);
            }

            @Override
            public Said getNullValue(DeserializationContext context) {
                return said("", context.getParser());
            }

            @Override
            public Said getAbsentValue(DeserializationContext context) {
                return null;
            }
        });
        lines.addKeyDeserializer(Said.class, new KeyDeserializer() {
            @Override
            public Said deserializeKey(String key, DeserializationContext context) {
                return said(key, context.getParser());
            }
        });
        return ConfigFile.yaml().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).addModule(lines).addHandler(new DeserializationProblemHandler() {
            @Override
            public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object of, String name)
                    throws IOException {
                throw new JsonMappingException(parser, "'" + name + "' is no part of a rule", parser.currentTokenLocation());
            }
        }).build();
    }
}
