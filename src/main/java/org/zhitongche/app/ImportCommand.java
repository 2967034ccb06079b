package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.calendar.CalendarImport;
import org.zhitongche.calendar.Proposed;
import org.zhitongche.directory.DirectoryImport;
import org.zhitongche.directory.ImportReport;
import org.zhitongche.time.InvalidCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills the directory from files, and puts another calendar in force. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "imports departments, people or enterprises: all rows or none, unless --skip-bad; or a calendar. "
        + "docs/configuration.md names the columns; where one is wrong, so does the answer")
final class ImportCommand implements Callable<Integer> {

    enum What { departments, people, enterprises, calendar }

    @Mixin
    private Common common;

    @Mixin
    private Output output;

    @Parameters(index = "0", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private What what;

    @Parameters(index = "1", paramLabel = "FILE", description = "csv, yaml or jsonl; of a calendar a notice or a folder of them")
    private Path file;

    @Option(names = "--skip-bad", description = "imports the good rows and lists the bad ones")
    private boolean skipBad;

    @Option(names = "--dry-run", description = "of a calendar: tells what would move, and changes nothing")
    private boolean dryRun;

    @Override
    public Integer call() {
        try (House house = House.visit(common.settings())) {
            if (what == What.calendar) {
                return calendar(house);
            }
            if (dryRun) {
                throw new CommandFailure("--dry-run 只用于日历");
            }
            DirectoryImport into = house.directoryImport();
            ImportReport report = switch (what) {
                case departments -> into.importDepartments(file, skipBad);
                case people -> into.importPeople(file, skipBad);
                case enterprises -> into.importEnterprises(file, skipBad);
                case calendar -> throw new IllegalStateException("is imported elsewhere");
            };
            output.print(() -> document(report).toPrettyString(), out -> {
                report.problems().forEach(output.err()::println);
                out.printf("读取 %d 行，导入 %d 行，有误 %d 处%n", report.read(), report.imported(), report.problems().size());
            });
            return report.problems().isEmpty() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    private int calendar(House house) {
        CalendarImport.Report report;
        try {
            report = imported(house.calendarImport());
        } catch (InvalidCalendar e) {
            throw new CommandFailure(e.told(house.words::get));
        }
        CalendarReport text = new CalendarReport(report, house.words, house.directory);
        output.print(() -> text.document().toPrettyString(), out -> text.lines(dryRun).forEach(out::println));
        return 0;
    }

    private CalendarImport.Report imported(CalendarImport into) {
        return dryRun ? into.preview(Proposed.of(file)) : into.apply(Proposed.of(file), System.getProperty("user.name"));
    }

    private ObjectNode document(ImportReport report) {
        ObjectNode document = EventCodec.JSON.createObjectNode().put("schema", "import/1").put("what", what.name())
                .put("read", report.read()).put("imported", report.imported());
        ArrayNode problems = document.putArray("problems");
        report.problems().forEach(each -> problems.addObject().put("row", each.row()).put("field", each.field()).put("rule", each.rule()));
        return document;
    }
}
