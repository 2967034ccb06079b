package org.zhitongche.handling;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.directory.TakeOvers;

/** 机构合并、撤销: an administrator declares who takes over what, from which day on and by which document. */
public final class DeclareTakeOver {

    private final Database database;
    private final Directory directory;
    private final TakeOvers takeOvers;
    private final InstantSource clock;

    public DeclareTakeOver(Database database, Directory directory, InstantSource clock) {
        this.database = database;
        this.directory = directory;
        this.takeOvers = new TakeOvers(database, directory, clock);
        this.clock = clock;
    }

    /** What somebody says; lists may be empty. */
    public record Said(String department, String successor, LocalDate day, String document, List<String> categories,
                       List<String> regions, TakeOver.Officers officers) {

        boolean whole() {
            return categories.isEmpty() && regions.isEmpty();
        }
    }

    /** @throws Refusal by the rule's name */
    public TakeOver declare(Said said, String by) {
        require(said.department() != null && said.successor() != null, "take-over.who");
        TakeOver declared = database.tx().execute(status -> {
            takeOvers.lock(said.department(), said.successor());
            check(said);
            TakeOver made = new TakeOver(UUID.randomUUID(), said.department(), said.successor(), said.day(), said.document().strip(),
                    List.copyOf(said.categories()), List.copyOf(said.regions()), said.officers(), clock.instant(), by, null, null, 0, 0, 0);
            takeOvers.save(made);
            return made;
        });
        directory.refresh();
        return declared;
    }

    private void check(Said said) {
        Department gone = known(said.department());
        Department next = known(said.successor());
        require(!gone.equals(next), "take-over.itself");
        require(said.day() != null, "field.required", "day");
        require(said.document() != null && !said.document().isBlank(), "field.required", "document");
        require(takeOvers.list().stream().noneMatch(other -> other.department().equals(gone.code()) && other.whole()), "take-over.already", gone.name());
        require(gone.validFrom() == null || gone.validFrom().isBefore(said.day()), "take-over.before-it-was", gone.name());
        require(gone.validTo() == null || !gone.validTo().isBefore(said.day()), "take-over.gone-before", gone.name(), gone.validTo());
        require(!leadsTo(next.code(), gone.code()), "take-over.loop", gone.name(), next.name());
        require(next.existsOn(said.day()), "take-over.successor-gone", next.name());
        require(said.officers() != null && said.whole() == (said.officers() != TakeOver.Officers.STAY), "take-over.officers");
        said.categories().forEach(code -> require(directory.categories().find(code).isPresent(), "take-over.category", code));
        said.regions().forEach(code -> require(directory.regions().find(code).isPresent(), "take-over.region", code));
    }

    private Department known(String code) {
        Departments all = directory.departments();
        return all.find(code).orElseThrow(() -> new Refusal("take-over.unknown", code));
    }

    /** Whether what the one has becomes, some take-overs further, the other's. */
    private boolean leadsTo(String from, String to) {
        return takeOvers.list().stream().filter(TakeOver::whole).filter(each -> each.department().equals(from))
                .anyMatch(each -> each.successor().equals(to) || leadsTo(each.successor(), to));
    }

    private static void require(boolean holds, String rule, Object... args) {
        if (!holds) {
            throw new Refusal(rule, args);
        }
    }
}
