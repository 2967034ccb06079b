package org.zhitongche.classify;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelBytes;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.db.Database;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;
import org.zhitongche.directory.Directory;

/** The models that a platform has, and which of them are in force: one for categories, one for leads. */
public final class ModelVersions {

    private static final int SLICE = 4 << 20;

    private final Database database;
    private final InstantSource clock;
    private final CategoryBook book;
    private final LeadLabels leads;

    /** @param activatedAt when it was last put in force, null if never */
    public record Version(int number, Predicts predicts, Instant addedAt, String addedBy, Provenance made, boolean inForce, Instant activatedAt, String activatedBy) {}

    public ModelVersions(Database database, InstantSource clock, CategoryBook book) {
        this.database = database;
        this.clock = clock;
        this.book = book;
        this.leads = new LeadLabels(book, new Directory(database));
    }

    /**
     * Keeps a model; the same one twice is one. It isn't in force by that.
     *
     * @return its number
     * @throws BadModel where the bytes are no model, or its labels neither all categories nor all departments
     */
    public int add(ModelBytes bytes, String by) {
        Model model = ModelFile.read(bytes);
        Predicts predicts = predicts(model.labels());
        String digest = ModelFile.sha256(bytes);
        try (InputStream streamed = bytes.open()) {
            database.sql().sql("""
                    insert into model_version (added_at, added_by, predicts, sha256, provenance, bytes) values (?, ?, ?, ?, ?, ?)
                    on conflict (sha256) do nothing""")
                    .params(utc(clock.instant()), by, predicts.name(), digest, ModelFile.json(model.provenance()), new SqlBinaryValue(streamed, bytes.size())).update();
        } catch (IOException e) {
            throw new BadModel("模型文件无法读取：" + e.getMessage(), e);
        }
        return database.sql().sql("select number from model_version where sha256 = ?").param(digest).query(Integer.class).single();
    }

    public int add(byte[] bytes, String by) {
        return add(ModelBytes.of(bytes), by);
    }

    /** By its labels a model says what it predicts. */
    private Predicts predicts(List<String> labels) {
        Optional<String> noCategory = labels.stream().filter(label -> code(book, label).isEmpty()).findFirst();
        if (noCategory.isEmpty()) {
            return Predicts.CATEGORY;
        }
        List<String> noLead = labels.stream().filter(label -> leads.target(label).isEmpty()).toList();
        if (noLead.isEmpty()) {
            return Predicts.LEAD;
        }
        throw new BadModel(noLead.size() < labels.size() ? "模型的标签“" + noLead.get(0) + "”不是部门的代码、名称或类型"
                : "模型的标签“" + noCategory.get() + "”不是诉求分类（config/categories.yaml）的代码或名称，也不是部门的代码、名称或类型");
    }

    /**
     * What the model in force tells and this one, which predicts the same, never learned: in force, it would not propose it any
     * more. Nothing where the one in force cannot be read, which is told elsewhere.
     */
    public List<String> unlearned(int number) {
        Predicts predicts = list().stream().filter(each -> each.number() == number).findFirst().orElseThrow().predicts();
        int inForce = inForce(predicts);
        if (inForce == 0 || inForce == number) {
            return List.of();
        }
        Set<String> known = ModelFile.labels(head(number)).stream().map(label -> meaning(predicts, label)).collect(Collectors.toSet());
        try {
            return ModelFile.labels(head(inForce)).stream().filter(label -> !known.contains(meaning(predicts, label))).toList();
        } catch (BadModel e) {
            return List.of();
        }
    }

    private String meaning(Predicts predicts, String label) {
        return (predicts == Predicts.CATEGORY ? code(book, label) : leads.target(label)).orElse(label);
    }

    /** A category by the code or the name that a label says; groups are none. */
    static Optional<String> code(CategoryBook book, String label) {
        return book.rules().stream().filter(rule -> !rule.isGroup() && (rule.code().equals(label) || rule.name().equals(label)))
                .map(CategoryRule::code).findFirst();
    }

    /**
     * In force from now on, on every node, for what it predicts.
     *
     * @return whether there is such a model
     */
    public boolean activate(int number, String by) {
        return database.sql().sql("""
                insert into model_activation (model, predicts, at, by_whom) select number, predicts, ?, ? from model_version where number = ?""")
                .params(utc(clock.instant()), by, number).update() == 1;
    }

    /** The rules alone. */
    public void off(Predicts predicts, String by) {
        database.sql().sql("insert into model_activation (model, predicts, at, by_whom) values (null, ?, ?, ?)")
                .params(predicts.name(), utc(clock.instant()), by).update();
    }

    /** The latest first. */
    public List<Version> list() {
        return database.sql().sql("""
                select v.number, v.predicts, v.added_at, v.added_by, v.provenance, a.at, a.by_whom,
                       a.number is not null and a.number = (select max(number) from model_activation where predicts = v.predicts) in_force
                from model_version v left join lateral
                     (select * from model_activation where model = v.number order by number desc limit 1) a on true
                order by v.number desc""").query(ModelVersions::version).list();
    }

    private static Version version(ResultSet row, int n) throws SQLException {
        return new Version(row.getInt("number"), Predicts.valueOf(row.getString("predicts")), instant(row, "added_at"), row.getString("added_by"), ModelFile.provenance(row.getString("provenance")),
                row.getBoolean("in_force"), instant(row, "at"), row.getString("by_whom"));
    }

    /** Number of the one in force, 0 for the rules alone. */
    int inForce(Predicts predicts) {
        return database.sql().sql("select coalesce((select model from model_activation where predicts = ? order by number desc limit 1), 0)")
                .param(predicts.name()).query(Integer.class).single();
    }

    /** In slices: the driver would hold a large value twice, as it was sent and as it is. */
    ModelBytes bytes(int number) {
        byte[] bytes = new byte[database.sql().sql("select length(bytes) from model_version where number = ?").param(number).query(Integer.class).single()];
        for (int from = 0; from < bytes.length; from += SLICE) {
            byte[] slice = slice(number, from);
            System.arraycopy(slice, 0, bytes, from, slice.length);
        }
        return ModelBytes.of(bytes);
    }

    /** Far beyond the labels. */
    private ModelBytes head(int number) {
        return ModelBytes.of(slice(number, 0));
    }

    private byte[] slice(int number, int from) {
        return database.sql().sql("select substring(bytes from ? for ?) from model_version where number = ?").params(from + 1, SLICE, number)
                .query((row, n) -> row.getBytes(1)).single();
    }
}
