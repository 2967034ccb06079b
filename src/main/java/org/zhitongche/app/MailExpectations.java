package org.zhitongche.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.mailtext.MailAddress;
import org.zhitongche.mailtext.MailAttachment;
import org.zhitongche.mailtext.MailReader;
import org.zhitongche.mailtext.ReadMail;
import org.zhitongche.mailtext.Unreadable;

/** Compares what is read from mails with what another reader's authors wrote down, field by field. */
final class MailExpectations {

    private final MailReader reader;
    private final Path folder;
    private final PrintWriter out;
    private final Map<String, int[]> agreed = new LinkedHashMap<>();

    MailExpectations(MailReader reader, Path folder, PrintWriter out) {
        this.reader = reader;
        this.folder = folder;
        this.out = out;
    }

    int compare(List<String> lines) throws IOException {
        for (String line : lines) {
            JsonNode expected = new ObjectMapper().readTree(line);
            String file = expected.path("file").asText();
            try {
                compare(file, expected, reader.read(folder.resolve(file)));
            } catch (Unreadable unreadable) {
                out.println(file + "  unreadable: " + unreadable.getMessage());
                tell(file, "read", "yes", "no");
            }
        }
        agreed.forEach((field, n) -> out.printf("%-12s %4d of %d agree%n", field, n[0], n[1]));
        out.flush();
        return agreed.values().stream().allMatch(n -> n[0] == n[1]) ? 0 : 1;
    }

    private void compare(String file, JsonNode expected, ReadMail mail) {
        tell(file, "read", "yes", "yes");
        tell(file, "subject", flat(expected.path("subject").asText("")), mail.subject());
        tell(file, "message id", flat(expected.path("message_id").asText("")), mail.messageId().orElse(""));
        tell(file, "from", address(expected.path("from").path(0)), mail.from().map(MailExpectations::address).orElse(""));
        if (expected.has("date")) tell(file, "date", instant(expected), mail.date().map(Instant::toString).orElse(""));
        tell(file, "text", joined(expected.path("text")), flat(mail.text() + " " + mail.quoted()));
        tell(file, "attachments", files(expected.path("attachments")), files(mail.attachments(), expected.path("attachments")));
    }

    private void tell(String file, String field, String expected, String read) {
        int[] count = agreed.computeIfAbsent(field, f -> new int[2]);
        count[1]++;
        if (expected.equals(read)) count[0]++;
        else out.printf("%s %s%n   expected %s%n   read     %s%n", file, field, cut(expected), cut(read));
    }

    private static String cut(String text) {
        return text.length() > 1_000 ? text.substring(0, 1_000) + "…" : text;
    }

    private static String instant(JsonNode expected) {
        return OffsetDateTime.parse(expected.path("date").asText()).toInstant().toString();
    }

    private static String address(JsonNode address) {
        return flat(address.path("name").asText("") + " " + address.path("address").asText(""));
    }

    private static String address(MailAddress address) {
        return flat(address.name() + " " + address.address());
    }

    private static String joined(JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.add(text.isNull() ? "" : text.asText()));
        return flat(String.join(" ", all).replaceAll("<[^<>]{1,300}>", " "));
    }

    private static String files(JsonNode attachments) {
        List<String> all = new ArrayList<>();
        attachments.forEach(a -> all.add(file(a, a.path("type").asText(""), flat(a.path("name").asText("")), a.path("size").asText(""))));
        return String.join("; ", all);
    }

    private static String files(List<MailAttachment> attachments, JsonNode expected) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < attachments.size(); i++) {
            MailAttachment a = attachments.get(i);
            all.add(file(expected.path(i), a.claimedType(), a.name(), Long.toString(a.size())));
        }
        return String.join("; ", all);
    }

    /** Only what was written down is compared: an unnamed file gets a name from us. */
    private static String file(JsonNode expected, String type, String name, String size) {
        return (expected.path("type").isTextual() ? type : "?") + " " + (expected.path("name").isTextual() ? name : "?")
                + " " + (expected.path("size").isNumber() ? size : "?");
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
