package org.zhitongche.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** Makes bytes of templates and documents. */
final class Rendering {

    private Rendering() {
    }

    /** The templates were compiled with the program. */
    static TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, Rendering.class.getClassLoader(),
            "org.zhitongche.web.pages");
    }

    static ObjectMapper jsonMapper() {
        return new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    static byte[] of(TemplateEngine templates, String template, Map<String, Object> params) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template, params, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes::write);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] json(ObjectMapper mapper, Object document) {
        try {
            return mapper.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + document.getClass() + " as JSON", e);
        }
    }
}
