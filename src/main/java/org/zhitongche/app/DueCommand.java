package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.Procedure;
import org.zhitongche.calendar.CalendarFacts;
import org.zhitongche.calendar.CalendarVersions;
import org.zhitongche.directory.DirectoryFiles;
import org.zhitongche.time.Due;
import org.zhitongche.time.DueTime;
import org.zhitongche.time.InvalidCalendar;
import org.zhitongche.time.LightRule;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Notice;
import org.zhitongche.time.Pause;
import org.zhitongche.time.ProofText;
import org.zhitongche.time.Share;
import org.zhitongche.time.Term;
import org.zhitongche.time.TermUnit;
import org.zhitongche.time.WorkCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Answers when something is due, and shows the count, by the same function that serves the whole house. */
@Command(name = "due", mixinStandardHelpOptions = true, description = "Tells when a limit ends, with the proof: each day counted or skipped, and why.")
final class DueCommand implements Callable<Integer> {

    @Option(names = "--start", required = true, paramLabel = "WHEN", converter = CivilTime.class,
            description = "when the clock starts, like 2023-09-28T16:10 (China's time)")
    private Instant start;
    @Option(names = "--term", required = true, paramLabel = "TERM", converter = Terms.class,
            description = "7wd (working days), 30d (calendar days) or sameday")
    private Term term;
    @Option(names = "--pause", paramLabel = "FROM..TO", converter = CivilTime.Span.class,
            description = "request and supply of information; FROM.. while nothing was supplied; may be repeated")
    private List<Pause> pauses = List.of();
    @Option(names = "--extend", paramLabel = "N", description = "an extension by N units of the term")
    private int extension;
    @Option(names = "--halved", description = "the term of a priority firm")
    private boolean halved;
    @Option(names = "--region", paramLabel = "CODE", description = "the region whose closures apply, like 350100")
    private String region;
    @Option(names = "--calendar", paramLabel = "VERSION", description = "count as another calendar had it: of the configuration like 2020 or 2020@1f2e3d4c5b6a, of the database by the same or like v3")
    private String version;
    @Mixin
    private Common common;
    @Mixin
    private Output output;

    @Override
    public Integer call() {
        check();
        try {
            Due due = DueTime.due(new Limit(start, term, halved ? Share.HALF : null, pauses, extension, region), calendar());
            output.print(() -> document(due).toString(), out -> new ProofText(words()).lines(due.proof()).forEach(out::println));
            return 0;
        } catch (InvalidCalendar e) {
            output.err().println(told(e));
            return 2;
        } catch (IllegalArgumentException e) {
            throw output.mistyped("起算时间或期限超出日历（2000 年至 2099 年）");
        }
    }

    private void check() {
        if (extension < 0) {
            throw output.mistyped("--extend“" + extension + "”：应是正整数");
        }
        if (term.unit() == TermUnit.SAME_DAY && (extension > 0 || !pauses.isEmpty())) {
            throw output.mistyped("当日答复（sameday）不暂停，也不延期");
        }
        if (region != null && DirectoryFiles.readRegions(common.config.resolve("regions.csv")).findOf(region).isEmpty()) {
            throw output.mistyped("--region“" + region + "”：没有这个区划（config/regions.csv）");
        }
    }

    /** By the rules of the configuration, where there are any. */
    private ObjectNode document(Due due) {
        Path rules = common.config.resolve("procedure.yaml");
        if (!Files.exists(rules)) {
            return DueDocument.of(due, LightRule.STANDARD, 1);
        }
        Procedure procedure = Procedure.load(rules, category -> true);
        return DueDocument.of(due, procedure.lights(), procedure.extensionBefore().number());
    }

    private WorkCalendar calendar() {
        WorkCalendar configured = WorkCalendar.load(common.config.resolve("calendar"));
        if (version == null) {
            return configured;
        }
        try {
            return configured.atVersion(version);
        } catch (IllegalArgumentException unknown) {
            return imported().orElseThrow(() -> output.mistyped("--calendar“" + version + "”：没有这个版本的日历；配置里有 "
                    + String.join("、", configured.notices().stream().map(Notice::id).toList())));
        }
    }

    /** Of those recorded in the database, if there is one. */
    private Optional<WorkCalendar> imported() {
        Settings settings = common.settings();
        if (settings.embeddedDatabase() && !Files.isDirectory(settings.path(Key.DATA_DIR))) {
            return Optional.empty();
        }
        try (OpenDatabase opened = OpenDatabase.beside(settings)) {
            return new CalendarVersions(opened.database(), CalendarFacts.read(common.config.resolve("calendar")), Duration.ZERO).find(version)
                    .map(CalendarVersions.Version::calendar);
        }
    }

    /** In words, where the configuration that was named has any. */
    private String told(InvalidCalendar wrong) {
        try {
            return wrong.told(words());
        } catch (UncheckedIOException none) {
            return wrong.getMessage();
        }
    }

    private ProofText.Wording words() {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(common.config.resolve("words/zh-time.properties"))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (key, args) -> {
            String text = words.getProperty(key, key);
            for (int i = 0; i < args.length; i++) {
                text = text.replace("{" + i + "}", String.valueOf(args[i]));
            }
            return text;
        };
    }

    static final class Terms implements ITypeConverter<Term> {
        @Override
        public Term convert(String text) {
            try {
                return Term.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("应是期限，如 7wd（工作日）、30d（自然日）或 sameday（当日）");
            }
        }
    }
}
