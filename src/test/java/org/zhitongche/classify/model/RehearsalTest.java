package org.zhitongche.classify.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From an empty model triage shrinks as people decide. */
class RehearsalTest {

    private static final Provenance SOURCE = new Provenance("made-up.csv", null, new Provenance.Columns(null, "text", "label"), 0, 0, 1, null,
            Instant.EPOCH, "test", 0, null);
    private static final String PLACES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨";

    /** Sixty of each matter in a week. */
    private static List<Example> week(LocalDate monday) {
        List<Example> texts = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            char place = PLACES.charAt(n % PLACES.length());
            String day = monday.plusDays(n % 7).toString();
            texts.add(new Example(null, place + "号" + monday.getDayOfMonth() + "蓝色泡泡机卡住，请处理" + place, "bubbles", 1, day));
            texts.add(new Example(null, "红色橡皮筋" + place + "断了" + monday.getDayOfMonth() + "根，请更换" + place, "rubber", 1, day.replace("-", "")));
        }
        return texts;
    }

    @Test
    void theFirstWeekIsPeoplesAndThenItIsDecidedByWhatTheyDecided() {
        List<Example> texts = new ArrayList<>();
        for (int week = 0; week < 3; week++) {
            texts.addAll(week(LocalDate.of(2026, 3, 2).plusWeeks(week)));
        }
        List<Rehearsal.Week> played = new Rehearsal(SOURCE, 1, each -> {}).play(texts);
        assertEquals(List.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 16)),
                played.stream().map(Rehearsal.Week::monday).toList());
        assertEquals(List.of(0, 120, 240), played.stream().map(Rehearsal.Week::learned).toList());
        assertEquals(1.0, played.get(0).toPeople());
        assertNull(played.get(0).accuracy());
        assertNull(played.get(0).precision());
        assertTrue(played.get(2).accuracy() > 0.95, played.toString());
        assertTrue(played.get(2).toPeople() < 0.2, played.toString());
    }

    @Test
    void itLearnsAnewOnlyWhenMuchMoreIsDecided() {
        List<Example> texts = new ArrayList<>();
        for (int week = 0; week < 4; week++) {
            texts.addAll(week(LocalDate.of(2026, 3, 2).plusWeeks(week)));
        }
        assertEquals(List.of(0, 120, 120, 360), new Rehearsal(SOURCE, 2.5, each -> {}).play(texts).stream().map(Rehearsal.Week::learned).toList());
    }

    @Test
    void theCurveIsDrawnAndTabled() {
        Curve curve = new Curve(List.of(new Rehearsal.Week(LocalDate.of(2026, 3, 2), 10, 0, 0, 0, 0),
                new Rehearsal.Week(LocalDate.of(2026, 3, 9), 10, 110, 9, 5, 5)));
        assertEquals("\uFEFFweek,texts,learned,accuracy,to_people,precision\r\n2026-03-02,10,0,,1.0000,\r\n2026-03-09,10,110,0.9000,0.5000,1.0000\r\n", curve.csv());
        assertTrue(curve.svg().contains("points='50,50 770,210'"), curve.svg());
    }

    @Test
    void aDateThatIsNoneIsNamed() {
        assertTrue(assertThrows(Untrainable.class, () -> new Rehearsal(SOURCE, 1, each -> {}).play(List.of(new Example(null, "一", "二", 1, "去年"))))
                .getMessage().contains("去年"));
    }
}
