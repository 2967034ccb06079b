package org.zhitongche.papers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Directory;
import org.zhitongche.papers.Numbers.Entry;
import org.zhitongche.stats.Figures;
import org.zhitongche.time.Zone;
import org.zhitongche.words.BadValue;
import org.zhitongche.words.Words;

/** Makes the papers of appeals and the monthly bulletin, with their numbers. */
public final class Papers {

    private final PaperTemplates templates;
    private final Typefaces typefaces;
    private final Numbers numbers;
    private final Figures figures;
    private final Speech speech;
    private final Terms terms;
    private final String centre;
    private final PaperSetter setter;

    /** @param centre the name of the unit that issues papers */
    public record Setting(PaperTemplates templates, Typefaces typefaces, String centre) {}

    /** What things are called. */
    public record Names(Directory directory, Words words) {}

    public Papers(Database database, InstantSource clock, Setting setting, Figures figures, Names names, Terms terms) {
        this.templates = setting.templates();
        this.typefaces = setting.typefaces();
        this.centre = setting.centre();
        this.numbers = new Numbers(database, clock);
        this.figures = figures;
        this.speech = new Speech(names.words(), names.directory());
        this.terms = terms;
        this.setter = new PaperSetter(typefaces);
    }

    /** What the viewer may have of an appeal, in the order in which it came about. */
    public List<Offered> list(Actor viewer, CaseFile file) {
        List<Occasion> occasions = Occasions.listOf(viewer, file);
        List<Issued> issued = occasions.isEmpty() ? List.of() : numbers.listOf(file.row().id());
        return occasions.stream().map(occasion -> offered(file, occasion, issued)).toList();
    }

    private Offered offered(CaseFile file, Occasion occasion, List<Issued> issued) {
        String unit = occasion.assignment() == null ? null : speech.unit(file.appeal().getAssignment(occasion.assignment()).department());
        Issued made = issued.stream().filter(each -> each.kind() == occasion.kind() && each.about().equals(occasion.about())).findFirst().orElse(null);
        return new Offered(occasion.kind(), occasion.key(), unit, occasion.stored().at(), made == null ? null : made.number(),
                made == null ? null : made.at());
    }

    /**
     * @param of as it was offered; null for the latest of its kind
     * @throws Unknown where the viewer may have no such paper
     * @throws Refusal naming what is missing or cannot be set
     */
    public Paper make(Actor viewer, CaseFile file, PaperKind kind, String of) {
        Occasion occasion = Occasions.listOf(viewer, file).stream().filter(each -> each.kind() == kind && (of == null || of.equals(each.key())))
                .reduce((first, later) -> later).orElseThrow(() -> new Unknown("paper " + kind.key() + " " + of));
        Matter matter = new Matter(file, occasion, speech, terms, centre);
        LocalDate day = Zone.dateOf(occasion.stored().at());
        Map<String, Block.Table> tables = kind.blocks().isEmpty() ? Map.of() : Map.of(Proceedings.BLOCK, new Proceedings(matter).table());
        return make(new Entry(kind, occasion.about(), file.row().id(), day.getYear()), day, name -> kind.find(name, matter), tables);
    }

    /** @param cutOff null for the end of the month @throws Refusal where the month is not over */
    public Paper bulletin(YearMonth month, Instant cutOff) {
        Bulletin bulletin = Bulletin.of(figures, month, cutOff, speech);
        LocalDate day = Zone.dateOf(bulletin.question().cutOff());
        Entry entry = new Entry(PaperKind.BULLETIN, bulletin.about(), null, day.getYear());
        return make(entry, day, name -> BulletinFacts.ALL.get(name).apply(bulletin), BulletinTables.of(bulletin));
    }

    public byte[] set(Paper paper, Format format) {
        return setter.set(paper, format);
    }

    private Paper make(Entry entry, LocalDate day, Function<String, String> facts, Map<String, Block.Table> tables) {
        PaperTemplate template = templates.get(entry.kind());
        String name = speech.words().of("paper", entry.kind());
        return refusing(name, () -> numbers.under(entry,
                serial -> template.number(new Values(serial.year(), serial.serial(), null, day, centre, facts)),
                issued -> {
                    Values values = new Values(issued.year(), issued.serial(), issued.number(), day, centre, facts);
                    Paper paper = new Paper(issued.number(), name, template.fill(values, tables));
                    typefaces.neededFor(paper.texts().toList());
                    return paper;
                }));
    }

    private static Paper refusing(String name, Supplier<Paper> make) {
        try {
            return make.get();
        } catch (BadValue bad) {
            throw new Refusal(bad.fault() == BadValue.Fault.MISSING ? "paper.missing" : "paper.hostile", name, bad.name());
        }
    }
}
