package org.zhitongche.web.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhitongche.stats.Behind;
import org.zhitongche.stats.Case;
import org.zhitongche.words.Words;

/** What a list of cases tells of each one's time, by the number that it is behind. */
public record CaseTimes(Behind behind, Spoken spoken) {

    public record Cell(String label, String text) {
    }

    /** A list of waiting times tells since when, and not by when. */
    public boolean waiting() {
        return behind instanceof Behind.Wait;
    }

    public List<String> head() {
        Words words = spoken.words();
        List<String> head = new ArrayList<>(names());
        head.addAll(Stream.of("desk.number", "desk.state", "cases.unit", waiting() ? "cases.received" : "cases.accepted").map(words::get).toList());
        if (!waiting()) {
            head.add(words.get("cases.due"));
        }
        head.add(words.get("cases.completed"));
        return head;
    }

    private List<String> names() {
        Words words = spoken.words();
        if (behind instanceof Behind.Wait wait) {
            return wait.holder() == null ? List.of(words.get("cases.rank"), words.get("cases.length"), words.get("figures.office"))
                : List.of(words.get("cases.rank"), words.get("cases.held-length"), words.get("figures.office"), words.get("cases.length"));
        }
        return behind instanceof Behind.Lateness ? List.of(words.get("cases.rank"), words.get("figures.late-days"), words.get("figures.late-elapsed")) : List.of();
    }

    public List<Cell> cells(Case.Time time) {
        List<String> names = names();
        List<String> texts = texts(time);
        return Stream.iterate(0, n -> n < names.size(), n -> n + 1).map(n -> new Cell(names.get(n), texts.get(n))).toList();
    }

    private List<String> texts(Case.Time time) {
        if (time == null) {
            return List.of();
        }
        String place = String.valueOf(time.place());
        if (time.days() != null) {
            return List.of(place, String.valueOf(time.days()), spoken.duration(time.had().elapsed()));
        }
        return time.had() == null ? List.of(place, spoken.duration(time.waited().elapsed()), spoken.office(time.waited().office()))
            : List.of(place, spoken.duration(time.had().elapsed()), spoken.office(time.had().office()), spoken.duration(time.waited().elapsed()));
    }
}
