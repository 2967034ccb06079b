package org.zhitongche.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Industries;
import org.zhitongche.directory.Regions;
import org.zhitongche.words.Words;

/** Audiences read, written, told in words, and asked of a firm or of all. */
public final class Audiences {
    private final AudienceJson json;
    private final AudienceJson kept;
    private final AudienceText text;
    private final AudienceCheck check;
    private final AudienceSql sql;

    /** @param regions as they are known at the moment */
    public Audiences(Supplier<Regions> regions, Industries industries, Words words) {
        Codes codes = new Codes(regions, industries);
        json = new AudienceJson(codes, true);
        kept = new AudienceJson(codes, false);
        text = new AudienceText(codes, words);
        check = new AudienceCheck(codes);
        sql = new AudienceSql(codes);
    }

    /** Refused where it makes no sense, naming the field. */
    public Audience read(String written) {
        return json.read(written);
    }

    public Audience read(JsonNode written) {
        return json.read(written);
    }

    /** As it was stored. */
    Audience stored(String written) {
        return kept.read(written);
    }

    public JsonNode write(Audience audience) {
        return json.write(audience);
    }

    /** Of values as codes or names. */
    public Audience oneOf(Field field, List<String> values) {
        return json.oneOf(field, values);
    }

    /** Of numbers or days as people write them; empty for an open end. */
    public Audience between(Field field, String from, String to) {
        if (field.kind() == Field.Kind.DAY) {
            LocalDate first = from.isEmpty() ? null : json.day(field, from);
            return json.days(field, first, to.isEmpty() ? null : json.day(field, to));
        }
        BigDecimal least = from.isEmpty() ? null : json.number(field, from);
        return json.amount(field, least, to.isEmpty() ? null : json.number(field, to));
    }

    public String sentence(Audience audience) {
        return text.sentence(audience);
    }

    /** The values of a part as people read them. */
    public String sentence(Audience.Part part) {
        return text.part(part);
    }

    public boolean fits(Audience audience, Enterprise firm) {
        return audience.fits(part -> check.holds(part, firm));
    }

    /** Why a firm that fits is meant. */
    public List<String> why(Audience audience, Enterprise firm) {
        return text.why(audience, part -> check.holds(part, firm), firm);
    }

    /** Why a firm was meant when these parts held; what is known about it now stands beside. @param corrects it got an earlier version */
    List<String> why(Audience audience, List<Integer> held, boolean corrects, Enterprise firm) {
        List<Audience.Part> parts = audience.parts();
        Set<Audience.Part> then = new HashSet<>();
        held.stream().filter(place -> place < parts.size()).forEach(place -> then.add(parts.get(place)));
        Predicate<Audience.Part> holds = then::contains;
        return corrects && !audience.fits(holds) ? text.becauseItGotItBefore() : text.why(audience, holds, firm);
    }

    List<Integer> held(Audience audience, Enterprise firm) {
        return check.held(audience, firm);
    }

    Condition condition(Audience audience) {
        return sql.condition(audience);
    }

    Condition heldSql(Audience audience) {
        return sql.held(audience);
    }
}
