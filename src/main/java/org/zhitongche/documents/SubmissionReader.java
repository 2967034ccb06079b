package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.Content;
import org.zhitongche.directory.CreditCode;
import org.zhitongche.directory.Directory;
import org.zhitongche.intake.Outcome;
import org.zhitongche.words.Words;

/** The one reader of {@code appeal-submission/1}, by whatever door it comes. */
public final class SubmissionReader {

    public static final String SCHEMA = "appeal-submission/1";

    private final DocumentSchema schema;
    private final Files files;
    private final Directory directory;
    private final Words words;

    public SubmissionReader(Directory directory, Words words, FileLimits limits) {
        this.schema = new DocumentSchema(SCHEMA, words);
        this.files = new Files(limits, words);
        this.directory = directory;
        this.words = words;
    }

    /** @throws BadDocument with each fault by field and rule */
    public Submission read(String json, Origin origin) {
        JsonNode document = schema.read(json);
        check(document, origin);
        JsonNode firm = document.path("enterprise");
        Attachment raw = new Attachment("submission.json", "application/json",
                Content.of(json.getBytes(StandardCharsets.UTF_8)), true);
        return new Submission(origin.arrival(), origin.door(), origin.transportId(), origin.sender(), origin.verified(),
                key(document, origin), origin.source(), Type.valueOf(text(document, "type")), text(document, "title"),
                text(document, "text"), uscc(firm), text(firm, "name"), contact(document.path("contact")),
                text(document, "region"), text(document, "category"), list(document.path("complainedAbout")),
                mayName(document.path("mayName")), files.read(document.path("attachments")), null, null, List.of(),
                origin.receivedAt(), raw);
    }

    private void check(JsonNode document, Origin origin) {
        List<Fault> faults = new ArrayList<>();
        String uscc = uscc(document.path("enterprise"));
        if (key(document, origin) == null) {
            faults.add(new Fault("messageId", "document.required", words.get("fault.document.required", "messageId")));
        }
        if (uscc != null) {
            CreditCode.findError(uscc).ifPresent(error -> faults.add(new Fault("enterprise.uscc", "credit-code", error)));
        }
        String region = text(document, "region");
        if (region != null && directory.regions().find(region).isEmpty()) {
            faults.add(new Fault("region", "region.unknown", words.get("fault.region.unknown", region)));
        }
        String category = text(document, "category");
        if (category != null && directory.categories().find(category).isEmpty()) {
            faults.add(new Fault("category", "category.unknown", words.get("fault.category.unknown", category)));
        }
        if (!faults.isEmpty()) {
            throw new BadDocument(Outcome.QUARANTINED, faults);
        }
        if (origin.onlyFor() != null && !origin.onlyFor().equals(uscc)) {
            throw BadDocument.because(words, Outcome.REFUSED, "enterprise.uscc", "submission.not-yours", origin.onlyFor());
        }
    }

    private static String key(JsonNode document, Origin origin) {
        return origin.key() == null ? text(document, "messageId") : origin.key();
    }

    private static String uscc(JsonNode firm) {
        String said = text(firm, "uscc");
        return said == null ? null : CreditCode.normalise(said);
    }

    private static Contact contact(JsonNode contact) {
        return new Contact(text(contact, "name"), text(contact, "phone"), text(contact, "email"));
    }

    private static MayName mayName(JsonNode said) {
        return new MayName(said.path("handler").asBoolean(MayName.HANDLER_ONLY.handler()),
                said.path("otherParty").asBoolean(MayName.HANDLER_ONLY.otherParty()));
    }

    private static List<String> list(JsonNode items) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    static String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isBlank() ? null : text;
    }
}
