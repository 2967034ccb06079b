package org.zhitongche.classify;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.db.Database;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.CategoryRule;

/** The models that a platform has, and which of them is in force. */
public final class ModelVersions {

    private final Database database;
    private final InstantSource clock;
    private final CategoryBook book;

    /** @param activatedAt when it was last put in force, null if never */
    public record Version(int number, Instant addedAt, String addedBy, Provenance made, boolean inForce, Instant activatedAt, String activatedBy) {}

    public ModelVersions(Database database, InstantSource clock, CategoryBook book) {
        this.database = database;
        this.clock = clock;
        this.book = book;
    }

    /**
     * Keeps a model; the same one twice is one. It isn't in force by that.
     *
     * @return its number
     * @throws BadModel where the bytes are no model, or its labels no categories
     */
    public int add(byte[] bytes, String by) {
        Model model = ModelFile.read(bytes);
        model.labels().stream().filter(label -> code(book, label).isEmpty()).findFirst().ifPresent(label -> {
            throw new BadModel("模型的标签“" + label + "”不是诉求分类（config/categories.yaml）的代码或名称");
        });
        String digest = ModelFile.sha256(bytes);
        database.sql().sql("""
                insert into model_version (added_at, added_by, sha256, provenance, bytes) values (?, ?, ?, ?, ?)
                on conflict (sha256) do nothing""")
                .params(utc(clock.instant()), by, digest, ModelFile.json(model.provenance()), bytes).update();
        return database.sql().sql("select number from model_version where sha256 = ?").param(digest).query(Integer.class).single();
    }

    /** A category by the code or the name that a label says; groups are none. */
    static Optional<String> code(CategoryBook book, String label) {
        return book.rules().stream().filter(rule -> !rule.isGroup() && (rule.code().equals(label) || rule.name().equals(label)))
                .map(CategoryRule::code).findFirst();
    }

    /**
     * From now on, on every node; null: the rules alone.
     *
     * @return whether there is such a model
     */
    public boolean activate(Integer number, String by) {
        return database.sql().sql("""
                insert into model_activation (model, at, by_whom)
                select cast(:model as int), :at, :by where cast(:model as int) is null or exists (select 1 from model_version where number = :model)""")
                .param("model", number, java.sql.Types.INTEGER).param("at", utc(clock.instant())).param("by", by).update() == 1;
    }

    /** The latest first. */
    public List<Version> list() {
        return database.sql().sql("""
                select v.number, v.added_at, v.added_by, v.provenance, a.at, a.by_whom,
                       a.number is not null and a.number = (select max(number) from model_activation) in_force
                from model_version v left join lateral
                     (select * from model_activation where model = v.number order by number desc limit 1) a on true
                order by v.number desc""").query(ModelVersions::version).list();
    }

    private static Version version(ResultSet row, int n) throws SQLException {
        return new Version(row.getInt("number"), instant(row, "added_at"), row.getString("added_by"), ModelFile.provenance(row.getString("provenance")),
                row.getBoolean("in_force"), instant(row, "at"), row.getString("by_whom"));
    }

    /** Number of the one in force, 0 for the rules alone. */
    int inForce() {
        return database.sql().sql("select coalesce((select model from model_activation order by number desc limit 1), 0)").query(Integer.class).single();
    }

    byte[] bytes(int number) {
        return database.sql().sql("select bytes from model_version where number = ?").param(number).query((row, n) -> row.getBytes(1)).single();
    }
}
