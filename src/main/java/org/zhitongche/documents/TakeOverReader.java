package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.handling.DeclareTakeOver;
import org.zhitongche.words.Words;

/** Reads {@code take-over/1}: which department takes another's matters over, from which day on. */
public final class TakeOverReader {

    private final DocumentSchema schema;
    private final Words words;

    public TakeOverReader(Words words) {
        this.schema = new DocumentSchema("take-over/1", words);
        this.words = words;
    }

    /** @throws BadDocument by field and rule */
    public DeclareTakeOver.Said read(String json) {
        JsonNode document = schema.read(json);
        List<String> categories = texts(document.path("categories"));
        List<String> regions = texts(document.path("regions"));
        TakeOver.Officers officers = document.has("officers") ? TakeOver.Officers.valueOf(document.path("officers").asText())
                : categories.isEmpty() && regions.isEmpty() ? TakeOver.Officers.MOVE : TakeOver.Officers.STAY;
        return new DeclareTakeOver.Said(SubmissionReader.text(document, "department"), SubmissionReader.text(document, "successor"),
                Dates.read(document, "from", words), SubmissionReader.text(document, "document"), categories, regions, officers);
    }

    private static List<String> texts(JsonNode said) {
        List<String> texts = new ArrayList<>();
        said.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
