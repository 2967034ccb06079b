package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Routing;
import org.zhitongche.handling.Merge;
import org.zhitongche.handling.Split;
import org.zhitongche.handling.Unmerge;
import org.zhitongche.intake.Outcome;
import org.zhitongche.words.Words;

/** The decisions that make several appeals of one, one of several, and part them again. */
final class Several {

    private final Words words;
    private final Function<String, Optional<UUID>> appeals;
    private final BiFunction<JsonNode, String, String> category;
    private final BiFunction<JsonNode, String, List<Routing.Unit>> units;

    /**
     * @param appeals  finds an appeal by its number
     * @param category reads a node's category, and is told where the node stands in the document
     * @param units    likewise
     */
    Several(Words words, Function<String, Optional<UUID>> appeals, BiFunction<JsonNode, String, String> category,
            BiFunction<JsonNode, String, List<Routing.Unit>> units) {
        this.words = words;
        this.appeals = appeals;
        this.category = category;
        this.units = units;
    }

    Action split(JsonNode document) {
        List<Split.Piece> pieces = new ArrayList<>();
        for (JsonNode piece : document.path("pieces")) {
            String at = "pieces." + pieces.size() + ".";
            pieces.add(new Split.Piece(text(piece, "title"), text(piece, "text"), category.apply(piece, at), files(piece), units.apply(piece, at)));
        }
        return new Split(pieces, text(document, "reason"));
    }

    /** None named are all of them. */
    private static List<UUID> files(JsonNode piece) {
        if (!piece.has("files")) {
            return null;
        }
        List<UUID> files = new ArrayList<>();
        piece.path("files").forEach(file -> files.add(UUID.fromString(file.asText())));
        return files;
    }

    Action merge(JsonNode document) {
        List<Merge.Child> children = new ArrayList<>();
        for (JsonNode child : document.path("children")) {
            String number = text(child, "number");
            String field = "children." + children.size() + ".number";
            UUID id = appeals.apply(number).orElseThrow(() -> BadDocument.because(words, Outcome.QUARANTINED, field, "appeal.unknown", number));
            children.add(new Merge.Child(id, child.has("version") ? child.path("version").asInt() : null));
        }
        return new Merge(children, text(document, "reason"));
    }

    Action unmerge(JsonNode document) {
        return new Unmerge(text(document, "reason"), units.apply(document, ""));
    }

    private static String text(JsonNode node, String field) {
        return SubmissionReader.text(node, field);
    }
}
