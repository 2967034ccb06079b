package org.zhitongche.mailtext;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file is, told by its first and last bytes; nothing is unpacked and no XML is parsed. */
final class ContentType {

    static final String UNKNOWN = "application/octet-stream";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> MAGIC = new LinkedHashMap<>();
    private static final Map<String, String> IN_ZIP = new LinkedHashMap<>();
    private static final Map<String, Set<String>> BY_EXTENSION = Map.ofEntries(
            Map.entry("pdf", Set.of("application/pdf")), Map.entry("png", Set.of("image/png")),
            Map.entry("jpg", Set.of("image/jpeg")), Map.entry("jpeg", Set.of("image/jpeg")),
            Map.entry("gif", Set.of("image/gif")), Map.entry("bmp", Set.of("image/bmp")),
            Map.entry("docx", Set.of(OFFICE + "wordprocessingml.document", "application/x-ole-storage")),
            Map.entry("xlsx", Set.of(OFFICE + "spreadsheetml.sheet", "application/x-ole-storage")),
            Map.entry("pptx", Set.of(OFFICE + "presentationml.presentation", "application/x-ole-storage")),
            Map.entry("doc", Set.of("application/x-ole-storage", "application/rtf", OFFICE + "wordprocessingml.document")),
            Map.entry("xls", Set.of("application/x-ole-storage", OFFICE + "spreadsheetml.sheet")),
            Map.entry("zip", Set.of("application/zip")), Map.entry("rar", Set.of("application/x-rar-compressed")));

    static {
        MAGIC.put("%PDF-", "application/pdf");
        MAGIC.put("\u0089PNG\r\n\u001A\n", "image/png");
        MAGIC.put("\u00FF\u00D8\u00FF", "image/jpeg");
        MAGIC.put("GIF8", "image/gif");
        MAGIC.put("BM", "image/bmp");
        MAGIC.put("II*\u0000", "image/tiff");
        MAGIC.put("MM\u0000*", "image/tiff");
        MAGIC.put("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "application/x-ole-storage");
        MAGIC.put("{\\rtf", "application/rtf");
        MAGIC.put("Rar!\u001A\u0007", "application/x-rar-compressed");
        MAGIC.put("7z\u00BC\u00AF\u0027\u001C", "application/x-7z-compressed");
        MAGIC.put("\u001F\u008B", "application/gzip");
        MAGIC.put("BZh", "application/x-bzip2");
        MAGIC.put("\u00FD7zXZ\u0000", "application/x-xz");
        MAGIC.put("x\u009F>\"", "application/vnd.ms-tnef");
        MAGIC.put("MZ", "application/x-msdownload");
        MAGIC.put("\u007FELF", "application/x-executable");
        MAGIC.put("\u00CA\u00FE\u00BA\u00BE", "application/x-executable");
        MAGIC.put("\u00CF\u00FA\u00ED\u00FE", "application/x-executable");
        MAGIC.put("L\u0000\u0000\u0000\u0001\u0014\u0002\u0000", "application/x-ms-shortcut");
        MAGIC.put("#!", "application/x-sh");
        MAGIC.put("ID3", "audio/mpeg");
        MAGIC.put("OggS", "application/ogg");
        MAGIC.put("#!AMR", "audio/amr");
        IN_ZIP.put("META-INF/MANIFEST.MF", "application/java-archive");
        IN_ZIP.put("AndroidManifest.xml", "application/vnd.android.package-archive");
        IN_ZIP.put("vbaProject.bin", "application/vnd.ms-office.macro-enabled");
        IN_ZIP.put("word/", OFFICE + "wordprocessingml.document");
        IN_ZIP.put("xl/", OFFICE + "spreadsheetml.sheet");
        IN_ZIP.put("ppt/", OFFICE + "presentationml.presentation");
        IN_ZIP.put("mimetypeapplication/vnd.oasis", "application/vnd.oasis.opendocument");
    }

    private ContentType() { }

    /** @param ends the file's first and last bytes, one char each */
    static String detect(String ends) {
        if (ends.isEmpty()) return UNKNOWN;
        if (ends.startsWith("PK\u0003\u0004") || ends.startsWith("PK\u0005\u0006")) return zip(ends);
        if (ends.startsWith("RIFF") && ends.length() > 12) return riff(ends.substring(8, 12));
        if (ends.length() > 12 && ends.startsWith("ftyp", 4)) return "video/mp4";
        if (ends.startsWith("#!AMR")) return "audio/amr";
        for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
            if (ends.startsWith(magic.getKey())) return magic.getValue();
        }
        return text(ends);
    }

    private static String zip(String ends) {
        for (Map.Entry<String, String> entry : IN_ZIP.entrySet()) {
            if (ends.contains(entry.getKey())) return entry.getValue();
        }
        return "application/zip";
    }

    private static String riff(String form) {
        return switch (form) {
            case "WEBP" -> "image/webp";
            case "WAVE" -> "audio/wav";
            case "AVI " -> "video/x-msvideo";
            default -> UNKNOWN;
        };
    }

    private static String text(String ends) {
        String start = ends.substring(0, Math.min(ends.length(), 4_096));
        if (start.chars().anyMatch(c -> c < 9 || (c > 13 && c < 32 && c != 27))) return utf16Markup(start);
        return markup(start.toLowerCase(Locale.ROOT));
    }

    private static String utf16Markup(String start) {
        boolean marked = start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF");
        return marked ? markup(start.replace("\u0000", "").toLowerCase(Locale.ROOT)) : UNKNOWN;
    }

    private static String markup(String start) {
        if (start.contains("<svg")) return "image/svg+xml";
        for (String tag : List.of("<!doctype html", "<html", "<script", "<body", "<head", "<iframe", "<meta")) {
            if (start.contains(tag)) return "text/html";
        }
        String trimmed = start.strip();
        if (trimmed.startsWith("<?xml") || trimmed.startsWith("\u00EF\u00BB\u00BF<?xml") || start.contains("<!doctype")
                || start.contains("<!entity")) return "application/xml";
        return "text/plain";
    }

    /** Whether a name promises a well-known type that the bytes don't keep. */
    static boolean isDisguised(String name, String detected) {
        Set<String> promised = BY_EXTENSION.get(FileName.extension(name));
        return promised != null && !promised.contains(detected) && !detected.equals(UNKNOWN);
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
