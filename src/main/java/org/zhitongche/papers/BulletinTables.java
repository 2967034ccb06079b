package org.zhitongche.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.zhitongche.papers.Block.Cell;
import org.zhitongche.stats.Figure;
import org.zhitongche.stats.FigureRow;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Part;

/** The tables of a bulletin: the whole with numerator, denominator and definition, and cities and units in official order. */
final class BulletinTables {

    static final Set<String> NAMES = Set.of("overall", "endings", "arrears", "cities", "departments");
    private static final List<Integer> WIDE = List.of(22, 14, 10, 10, 44);
    /** With room for sums of nine digits, to the fen. */
    private static final List<Integer> SUMS = List.of(20, 12, 17, 17, 34);
    private static final List<Integer> BESIDE = List.of(28, 9, 12, 15, 12, 12, 12);
    private static final List<Measure> COMPARED = List.of(Measure.COMPLETION, Measure.ON_TIME, Measure.OVERDUE,
            Measure.RESOLUTION, Measure.SATISFACTION);

    private final Bulletin bulletin;

    private BulletinTables(Bulletin bulletin) {
        this.bulletin = bulletin;
    }

    static Map<String, Block.Table> of(Bulletin bulletin) {
        BulletinTables tables = new BulletinTables(bulletin);
        return Map.of("overall", tables.whole(Measure.RATES, WIDE), "endings", tables.whole(Measure.ENDINGS, WIDE),
                "arrears", tables.whole(Measure.ARREARS, SUMS),
                "cities", tables.beside("grouping.city", bulletin.cities()),
                "departments", tables.beside("grouping.department", bulletin.departments()));
    }

    private Block.Table whole(List<Measure> measures, List<Integer> widths) {
        FigureRow row = bulletin.overall().overall();
        return new Block.Table(Stream.of("measure", "value", "numerator", "denominator", "definition").map(name -> say("paper.figures." + name)).toList(),
                widths, measures.stream().map(measure -> whole(measure, row.get(measure))).toList());
    }

    private List<Cell> whole(Measure measure, Figure figure) {
        String name = "measure." + measure.key();
        return List.of(Cell.of(say(name)), Cell.number(BulletinFacts.text(figure)), Cell.number(figure.side(Part.NUMERATOR).toPlainString()),
                Cell.number(figure.side(Part.DENOMINATOR).toPlainString()),
                Cell.of(say("paper.figures.defined", say(name + ".numerator"), say(name + ".denominator"))));
    }

    private Block.Table beside(String of, FigureTable table) {
        List<String> head = new ArrayList<>(List.of(say(of), say("paper.figures.cohort")));
        COMPARED.forEach(measure -> head.add(say("measure." + measure.key())));
        return new Block.Table(head, BESIDE, table.rows().stream().map(this::beside).toList());
    }

    private List<Cell> beside(FigureRow row) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(name(row)), Cell.number(String.valueOf(row.cohort()))));
        COMPARED.forEach(measure -> cells.add(Cell.number(BulletinFacts.text(row.get(measure)))));
        return cells;
    }

    private String name(FigureRow row) {
        return row.name() != null ? row.name() : row.key().isEmpty() ? say("grouping.none") : row.key();
    }

    private String say(String key, Object... args) {
        return bulletin.speech().words().get(key, args);
    }
}
