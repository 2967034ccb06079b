package org.zhitongche.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.db.StartFailure;
import org.zhitongche.time.InvalidCalendar;
import org.zhitongche.words.Words;

class WordsTest {

    private static final List<Pattern> IN_TEMPLATES = List.of(Pattern.compile("\\.say\\(\"([^\"]+)\""));
    private static final List<Pattern> IN_CODE = List.of(
        Pattern.compile("\\.check\\([^;]*?,\\s*\"[^\"]+\",\\s*\"([a-z][a-z0-9.-]*)\""),
        Pattern.compile("\\.flash\\(\"[a-z]+\",\\s*\"([^\"]+)\""),
        Pattern.compile("new Problem\\(\\d+,\\s*(?:[^\"]*?,\\s*)?\"([a-z][a-z0-9.-]*)\""),
        Pattern.compile("new NavItem\\(\"[^\"]*\",\\s*\"([^\"]+)\""),
        Pattern.compile("[wW]ords\\(?\\)?\\.get\\(\"([a-z][^\"]*)\"[,)]"));
    private static final List<Pattern> REFUSALS = List.of(
        Pattern.compile("\\.require\\([^;]*?,\\s*\"([a-z][a-z.-]+)\""), Pattern.compile("new Refusal\\(\"([^\"]+)\""));
    private static final List<Pattern> FIELDS = List.of(Pattern.compile("\"field\\.required\",\\s*\"([^\"]+)\""));
    private static final List<Pattern> NOTICES = List.of(Pattern.compile("\\.tell\\([A-Z_]+, \"([a-z-]+)\""),
        Pattern.compile("String KIND = \"([a-z-]+)\""));
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void everyKeyThatPagesUseHasItsWords() throws IOException {
        Set<String> missing = new TreeSet<>();
        collect(Path.of("src/main/jte"), ".jte", IN_TEMPLATES, missing);
        collect(Path.of("src/main/java/org/zhitongche/web"), ".java", IN_CODE, missing);
        missing.removeIf(SiteUnderTest.WORDS::has);
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyRuleThatRefusesHasItsSentence() throws IOException {
        Set<String> rules = new TreeSet<>();
        collect(Path.of("src/main/java/org/zhitongche"), ".java", REFUSALS, rules);
        rules.removeIf(rule -> SiteUnderTest.WORDS.has("refusal." + rule));
        assertEquals(Set.of(), rules);
    }

    @Test
    void everyKindOfNoticeHasItsName() throws IOException {
        Set<String> kinds = new TreeSet<>();
        collect(Path.of("src/main/java/org/zhitongche"), ".java", NOTICES, kinds);
        kinds.removeIf(kind -> SiteUnderTest.WORDS.has("delivery-kind." + kind));
        assertEquals(Set.of(), kinds);
    }

    @Test
    void everyFaultOfACalendarHasItsSentence() {
        for (InvalidCalendar.Fault fault : InvalidCalendar.Fault.values()) {
            assertTrue(SiteUnderTest.WORDS.has("calendar-fault." + fault), fault.name());
        }
    }

    @Test
    void everyFieldThatARuleAsksForHasItsName() throws IOException {
        Set<String> fields = new TreeSet<>();
        collect(Path.of("src/main/java/org/zhitongche"), ".java", FIELDS, fields);
        fields.removeIf(field -> SiteUnderTest.WORDS.has("field." + field));
        assertEquals(Set.of(), fields);
    }

    private static void collect(Path folder, String ending, List<Pattern> patterns, Set<String> keys) throws IOException {
        int before = keys.size();
        for (Path file : files(folder, ending)) {
            String text = Files.readString(file);
            for (Pattern pattern : patterns) {
                for (Matcher m = pattern.matcher(text); m.find();) {
                    keys.add(m.group(1));
                }
            }
        }
        assertTrue(keys.size() > before, "no key found in " + folder);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void templatesHoldNoChineseOfTheirOwn() throws IOException {
        for (Path file : files(Path.of("src/main/jte"), ".jte")) {
            assertTrue(!CHINESE.matcher(Files.readString(file)).find(), file + " holds words that belong into config/words");
        }
    }

    @Test
    void everyRoleHasItsWords() {
        for (PersonRole role : PersonRole.values()) {
            assertTrue(SiteUnderTest.WORDS.has("person-role." + role), role.name());
        }
    }

    @Test
    void argumentsReplaceTheirPlacesAndNothingElse(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("zh.properties"), "a=第{0}个，it's {1}\n");
        Words words = Words.read(folder, "zh");
        assertEquals("第{1}个，it's $2", words.get("a", "{1}", "$2"));
        assertEquals("第3个，it's {1}", words.get("a", 3));
    }

    @Test
    void aFeaturesOwnFileIsReadBesideTheCommonOneAndMayNotRepeatAKey(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("zh.properties"), "a=一\n");
        Files.writeString(folder.resolve("zh-desk.properties"), "b=二\n");
        assertEquals("二", Words.read(folder, "zh").get("b"));
        Files.writeString(folder.resolve("zh-desk.properties"), "a=二\n");
        assertThrows(StartFailure.class, () -> Words.read(folder, "zh"));
        Files.writeString(folder.resolve("zh-desk.properties"), "b=二\nb=三\n");
        assertThrows(StartFailure.class, () -> Words.read(folder, "zh"));
    }
}
