package org.zhitongche.mailtext;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Sorts a mail's parts into what is read and what is kept as a file, after the algorithm of RFC 8621 (4.1.4):
 * of alternatives the plain one is read, and everything else that isn't inline text is a file.
 */
final class Bodies {

    private final MailLimits limits;
    private final Set<MailFlag> flags;
    private final Attachments attachments;
    private final List<Part> plain = new ArrayList<>();
    private final List<Part> html = new ArrayList<>();
    private final Set<Part> cut = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean images;

    private Bodies(MailLimits limits, Set<MailFlag> flags) {
        this.limits = limits;
        this.flags = flags;
        this.attachments = new Attachments(flags);
    }

    record Body(String text, String html, List<MailAttachment> attachments) { }

    static Body of(Part mail, MailLimits limits, Set<MailFlag> flags) throws IOException {
        Bodies bodies = new Bodies(limits, flags);
        bodies.sort(mail);
        return bodies.body();
    }

    private void sort(Part mail) throws IOException {
        if (mail.isMultipart()) sortChildren(mail, new Targets(true, true), false);
        else sortLeaf(mail, "", 0, new Targets(true, true));
    }

    /** Which of the two bodies a part counts for: one branch of an alternative counts for one of them only. */
    private record Targets(boolean toPlain, boolean toHtml) {

        Targets only(Part part) {
            return new Targets(toPlain && !isHtml(part), toHtml && isHtml(part));
        }
    }

    private void sortChildren(Part parent, Targets targets, boolean inAlternative) throws IOException {
        if (parent.mediaType().equals("multipart/signed")) flags.add(MailFlag.SIGNED);
        if (parent.mediaType().equals("multipart/encrypted")) flags.add(MailFlag.ENCRYPTED);
        boolean alternative = parent.mediaType().equals("multipart/alternative");
        int plainBefore = plain.size();
        int htmlBefore = html.size();
        for (int i = 0; i < parent.children().size(); i++) {
            Part child = parent.children().get(i);
            if (child.isMultipart()) {
                sortChildren(child, targets, inAlternative || alternative);
            } else if (alternative) {
                sortLeaf(child, parent.mediaType(), i, targets.only(child));
            } else {
                boolean text = isReadable(child, parent.mediaType(), i);
                if (inAlternative && text) targets = targets.only(child);
                sortLeaf(child, parent.mediaType(), i, targets);
            }
        }
        if (alternative && targets.toPlain && targets.toHtml) completeAlternative(plainBefore, htmlBefore);
    }

    /** Only one of the two was offered: it stands for both. */
    private void completeAlternative(int plainBefore, int htmlBefore) {
        if (plain.size() == plainBefore) plain.addAll(html.subList(htmlBefore, html.size()));
        else if (html.size() == htmlBefore) html.addAll(plain.subList(plainBefore, plain.size()));
    }

    private void sortLeaf(Part part, String parentType, int index, Targets targets) throws IOException {
        if (!isReadable(part, parentType, index)) {
            images |= part.mediaType().startsWith("image/");
            attachments.add(part);
            return;
        }
        if (targets.toPlain) plain.add(part);
        if (targets.toHtml) html.add(part);
    }

    private static boolean isReadable(Part part, String parentType, int index) {
        boolean text = part.mediaType().equals("text/plain") || isHtml(part) || isTextInDisguise(part);
        if (!text || part.isMarkedAttachment()) return false;
        boolean named = !part.fileName().isEmpty();
        return parentType.isEmpty() || (index == 0 && !named) || (!parentType.equals("multipart/related") && !named)
                || (index == 0 && part.disposition().value().equals("inline"));
    }

    /** A multipart in which no part was found is read as the text it is. */
    private static boolean isTextInDisguise(Part part) {
        return part.mediaType().startsWith("multipart/") || part.mediaType().equals("text");
    }

    private static boolean isHtml(Part part) {
        return part.mediaType().equals("text/html");
    }

    private Body body() throws IOException {
        List<String> texts = new ArrayList<>();
        List<String> htmls = new ArrayList<>();
        for (Part part : html) htmls.add(isHtml(part) ? decoded(part) : "");
        for (Part part : plain) texts.add(readable(part));
        String text = String.join("\n", texts).strip();
        String markup = String.join("\n", htmls).strip();
        if (text.isEmpty()) text = HtmlBody.toText(markup);
        if (text.isEmpty()) flags.add(images ? MailFlag.IMAGE_ONLY : MailFlag.EMPTY_BODY);
        return new Body(text, markup.isEmpty() ? "" : HtmlBody.sanitise(markup), attachments.list());
    }

    private String readable(Part part) throws IOException {
        String text = decoded(part);
        if (isHtml(part) || looksLikeHtml(part, text)) return HtmlBody.toText(text);
        boolean flowed = part.type().raw("format").equalsIgnoreCase("flowed");
        return flowed ? FlowedText.unwrap(text, part.type().raw("delsp").equalsIgnoreCase("yes")) : text;
    }

    private static boolean looksLikeHtml(Part part, String text) {
        if (part.headers().has("content-type") && !isTextInDisguise(part)) return false;
        String start = text.stripLeading();
        return start.regionMatches(true, 0, "<html", 0, 5) || start.regionMatches(true, 0, "<!doctype html", 0, 14);
    }

    private String decoded(Part part) throws IOException {
        byte[] bytes;
        try (InputStream in = part.open()) {
            bytes = in.readNBytes(limits.textBytes() + 1);
        }
        if (bytes.length > limits.textBytes()) keepWhole(part);
        String label = part.type().raw("charset");
        if (label.isEmpty() && isHtml(part)) label = HtmlCharset.of(bytes);
        return Clean.text(TextDecoder.decode(bytes, label, flags));
    }

    /** A part read both as text and as HTML is kept once. */
    private void keepWhole(Part part) throws IOException {
        flags.add(MailFlag.TEXT_CUT);
        if (!cut.add(part)) return;
        attachments.add(isHtml(part) ? "正文.html" : "正文.txt", part.mediaType(), "", part::open);
    }
}
