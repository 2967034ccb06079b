package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.AppealInMemory.Arrow;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.handling.Walk.Move;

/** The diagrams of docs/pipeline.md show every step that there is, and none that there is not. */
class StateDiagramsTest {

    private static final Pattern ARROW = Pattern.compile("(\\[\\*]|\\w+) --> (\\w+) : (.+)");
    private static final int WALKS = 1500;
    private static final int MOVES = 60;
    private static final Set<Arrow> ofAppeal = new HashSet<>();
    private static final Set<Arrow> ofAssignments = new HashSet<>();
    private static final Set<Class<?>> done = new HashSet<>();

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @BeforeAll
    static void walk() {
        Directory directory = FilledDirectory.in(db.database());
        Random die = new Random(1);
        for (int n = 0; n < WALKS; n++) {
            Instant start = Instant.parse("2019-01-01T00:00:00Z").plus(Duration.ofMinutes(die.nextInt(5 * 365 * 1440)));
            Walk walk = new Walk(start, die.nextInt(3) > 0, Type.values()[die.nextInt(Type.values().length)], die.nextInt(3) == 0, die.nextLong(), directory);
            for (int m = 0; m < MOVES; m++) {
                walk.make(new Move(die.nextInt(Walk.KINDS), die.nextLong(), die.nextInt(die.nextInt(10) == 0 ? 10_000 : 600)));
            }
            ofAppeal.addAll(walk.memory.arrowsOfAppeal());
            ofAssignments.addAll(walk.memory.arrowsOfAssignments());
            done.addAll(walk.done());
        }
    }

    @Test
    void theDiagramOfAnAppealIsWhatTheCodeDoes() throws IOException {
        assertEquals(drawn("appeal"), sorted(ofAppeal));
    }

    @Test
    void theDiagramOfAnAssignmentIsWhatTheCodeDoes() throws IOException {
        assertEquals(drawn("assignment"), sorted(ofAssignments));
    }

    @Test
    void everyCommandWasTriedAndAllowedAtLeastOnce() {
        Set<String> all = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.zhitongche.handling", "org.zhitongche.survey").stream()
                .filter(each -> each.isAssignableTo(Action.class) && !each.isInterface()).map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(Set.of("Split", "Merge", "Unmerge", "Theirs")); // of several appeals, of which a walk has one
        assertEquals(all, done.stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<String> sorted(Set<Arrow> arrows) {
        return arrows.stream().map(arrow -> arrow.from() + " --> " + arrow.to() + " : " + arrow.event()).sorted().toList();
    }

    /** @param which the word behind the mark before the diagram */
    private static List<String> drawn(String which) throws IOException {
        String page = Files.readString(Path.of("docs/pipeline.md"));
        int mark = page.indexOf("<!-- states of an " + which + " -->");
        String diagram = page.substring(mark, page.indexOf("\n```\n", mark));
        return diagram.lines().map(ARROW::matcher).filter(Matcher::find)
                .flatMap(arrow -> Pattern.compile(", ").splitAsStream(arrow.group(3)).map(event -> arrow.group(1) + " --> " + arrow.group(2) + " : " + event))
                .sorted().toList();
    }
}
