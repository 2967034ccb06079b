package org.zhitongche.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;
import org.zhitongche.directory.Region;
import org.zhitongche.directory.Regions;

/** Makes a wish of each row: the doors in turn, and a course as varied as the story's own. */
final class FileWishes {

    private static final List<String> DOORS = List.of("mail", "queue", "api", "web", "staff");
    private static final List<String> SOURCES = List.of("PHONE", "VISIT", "WINDOW", "LETTER");

    private final Map<AppealColumn, String> columns;
    private final Regions regions;
    private final CategoryBook book;
    private final FileReport report;
    private final List<Dated> made = new ArrayList<>();

    private record Dated(LocalDateTime at, Wish wish) {}

    FileWishes(Map<AppealColumn, String> columns, Regions regions, CategoryBook book, FileReport report) {
        this.columns = columns;
        this.regions = regions;
        this.book = book;
        this.report = report;
    }

    int made() {
        return made.size();
    }

    List<Wish> wishes() {
        return made.stream().sorted(Comparator.comparing(Dated::at)).map(Dated::wish).toList();
    }

    void take(FileRow row) {
        String text = WishText.plain(said(row, AppealColumn.TEXT));
        String problem = row.problem() != null ? row.problem() : problem(row, text);
        if (problem != null) {
            report.unread(row.line(), problem);
            return;
        }
        String given = said(row, AppealColumn.TITLE);
        String title = WishText.title(given, text);
        String whole = WishText.withWhole(given, title, text);
        made.add(new Dated(date(row), wish(row, title, whole)));
    }

    private String problem(FileRow row, String text) {
        String column = "“" + columns.get(AppealColumn.TEXT) + "”列（--text）";
        if (!row.fields().containsKey(columns.get(AppealColumn.TEXT))) {
            return "没有" + column;
        }
        return text.isEmpty() ? column + "没有内容"
                : text.length() > WishText.SENT_AT_MOST ? column + "有 " + text.length() + " 字，最多 " + WishText.SENT_AT_MOST + " 字" : null;
    }

    private Wish wish(FileRow row, String title, String text) {
        int n = made.size();
        String firm = said(row, AppealColumn.USCC).isEmpty() ? said(row, AppealColumn.FIRM) : said(row, AppealColumn.USCC);
        boolean typed = text.length() <= WishText.TYPED_AT_MOST;
        String door = DOORS.get(n % DOORS.size());
        return new Wish(typed ? door : "mail", SOURCES.get(n / DOORS.size() % SOURCES.size()), region(row), type(title), title, text,
                answer(n), n % 8 != 5, null, n % 10 == 1, firm.isEmpty() ? null : firm, category(row));
    }

    /** One in twenty is never answered; the others as most answers are. */
    private static String answer(int n) {
        return n % 20 == 2 ? Wish.NEVER : n % 9 == 4 ? "B" : n % 16 == 7 ? "C" : n % 25 == 10 ? "D" : "A";
    }

    private static String type(String title) {
        return title.contains("咨询") ? "INQUIRY" : title.contains("投诉") ? "COMPLAINT" : title.contains("举报") ? "REPORT"
                : title.contains("建议") ? "SUGGESTION" : "ASSISTANCE";
    }

    private String region(FileRow row) {
        String said = said(row, AppealColumn.REGION);
        Optional<Region> region = regions.find(said).or(() -> regions.findByName(said));
        return note(row, AppealColumn.REGION, region.map(Region::code));
    }

    private String category(FileRow row) {
        String said = said(row, AppealColumn.CATEGORY);
        return note(row, AppealColumn.CATEGORY, book.rules().stream()
                .filter(rule -> !rule.isGroup() && (rule.code().equals(said) || rule.name().equals(said)))
                .map(CategoryRule::code).findFirst());
    }

    private LocalDateTime date(FileRow row) {
        LocalDateTime date = note(row, AppealColumn.DATE, FileDate.find(said(row, AppealColumn.DATE)));
        return date != null ? date : made.isEmpty() ? LocalDateTime.MIN : made.get(made.size() - 1).at();
    }

    private <T> T note(FileRow row, AppealColumn column, Optional<T> understood) {
        if (understood.isEmpty() && !said(row, column).isEmpty()) {
            report.unknown(column, row.line(), said(row, column));
        }
        return understood.orElse(null);
    }

    private String said(FileRow row, AppealColumn column) {
        return columns.containsKey(column) ? row.fields().getOrDefault(columns.get(column), "").strip() : "";
    }
}
