package org.zhitongche.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitongche.db.StartFailure;
import org.zhitongche.time.Term;

/** The delivered limits, and what is done to them. */
class ProcedureTest {

    private static final Path DELIVERED = Path.of("config/procedure.yaml");

    @TempDir
    Path folder;

    private static Procedure read(Path file) {
        return Procedure.load(file, Set.of("arrears", "land")::contains);
    }

    @Test
    void theFirstThatExistsOfCategoryTypeAndDefaultCounts() {
        Procedure procedure = read(DELIVERED);
        assertEquals(Term.workingDays(7), procedure.termOf("reply", Type.COMPLAINT, "land"));
        assertEquals(Term.workingDays(2), procedure.termOf("reply", Type.INQUIRY, null));
        assertEquals(Term.workingDays(10), procedure.termOf("triage", Type.INQUIRY, "arrears"));
        assertEquals(Term.calendarDays(60), procedure.termOf("extension", Type.ASSISTANCE, "arrears"));
        assertNull(procedure.termOf("extension", Type.ASSISTANCE, "land"), "the effective term again");
        assertTrue(procedure.reviews(Type.INQUIRY, Conclusion.D) && procedure.reviews(Type.REPORT, Conclusion.A) && !procedure.reviews(Type.INQUIRY, Conclusion.A));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        arrears: 10wd             | arrears: 0wd                   | "0wd" is not a term
        term: 3wd                 | term: three days               | "three days" is not a term
        term: 15wd                | term:                          | rule 'hard' has no term
        inquiry: 2wd              | enquiry: 2wd                   | there is no type 'enquiry'
        arrears: 60d              | arears: 60d                    | there is no category 'arears'
        report: [A, B]            | report: [A, E]                 | there is no conclusion 'E'
        from: first received      | from: acceptance               | the rule 'triage' is not counted from 'acceptance': write 'first received'
        source: 平台设定          | source:                        | rule 'objection' has no source
        rework:                   | reworks:                       | unknown rule 'reworks'
        term: 3wd                 | terms: 3wd                     | 'terms' is no part of a rule
        term: 3wd                 | term: [3wd]                    | cannot be read
        term: 15wd                | of: [A]                        | rule 'hard' says 'of', which only the rules 'review', 'way-forward' can
        on: [                     | on: [satisfied]                | there is no rating that reopens 'satisfied': use one of [not-solved, dissatisfied, very-dissatisfied]
        decided: [C]              | decided: [E]                   | there is no conclusion 'E'
        enough: 10                | enough: none                   | 'none' is no number of cases: write a whole number from 1 to 999
        objection:                | survey:                        | Duplicate field 'survey'
        term: 15wd                | times: 2                       | rule 'hard' says 'times', which only the rules 'send-back', 'information', 'extension', 'rework', 'objection' can
        times: 2                  | times: 0                       | '0' is no number of times: write a whole number from 1 to 99
        times: 2                  | times: twice                   | 'twice' is no number of times
        times: 2                  | times-by-type: {enquiry: 1}    | there is no type 'enquiry'
        times: 2                  | times-by-category: {land: -1}  | '-1' is no number of times
        before: 1wd               | before: 0wd                    | "0wd" is not a term
        before: 1wd               | before: 1d                     | 'before' is counted in working days, not in '1d'
        before: 1wd               | before: 7wd                    | 'before' is 7wd before the due time, and a reply has only 7wd
        blue: 1/2                 | blue: 2/2                      | a share is more than nothing and less than all: 2/2
        blue: 1/2                 | blue: 0                        | "0" is not a share; write it like 1/2
        brief: 1/2                | brief: half                    | "half" is not a share
        yellow: 1wd               | yellow: 8wd                    | 'yellow' is 8wd before the due time, and a reply has only 7wd
        yellow: 1wd               | yellow: sameday                | 'yellow' is counted in working days, not in 'sameday'
        blue: 1/2                 | term: 1wd                      | rule 'lights' says 'term', which only limits can
        blue: 1/2                 | times: 2                       | rule 'lights' says 'times', which only
        term: 15wd                | blue: 1/2                      | rule 'hard' says 'blue', which only the rule 'lights' can
        share: 1/2                | share: 3/2                     | a share is more than nothing and less than all: 3/2
        grounds: [                | grounds: [listed, urgent]      | there is no ground 'urgent': use one of [listed, stopped, safety, leader]
        term: again               | term: once                     | "once" is not a term
        """)
    void nonsenseStopsTheStartWithItsLine(String delivered, String instead, String told) throws IOException {
        List<String> lines = Files.readAllLines(DELIVERED);
        int line = 0;
        while (!lines.get(line).contains(delivered)) {
            line++;
        }
        boolean toldAtTheRule = told.contains("which only");
        int where = toldAtTheRule ? line : line + 1;
        lines.set(line, lines.get(line).replaceFirst(Pattern.quote(delivered) + ".*", instead));
        Path file = Files.write(folder.resolve("procedure.yaml"), lines);
        String message = assertThrows(StartFailure.class, () -> read(file)).getMessage();
        assertTrue(message.startsWith(file + " line " + where + ": ") && message.contains(told), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aRuleThatIsGoneIsMissed() throws IOException {
        Path file = Files.writeString(folder.resolve("procedure.yaml"), Files.readString(DELIVERED).replaceAll("(?s)survey:.*?objection:", "objection:"));
        String message = assertThrows(StartFailure.class, () -> read(file)).getMessage();
        assertTrue(message.contains("rule 'survey' is missing"), message);
    }

    /** An older file says nothing of what was fixed then. */
    @Test
    void whatIsLeftOutKeepsTheValueThatIsDelivered() throws IOException {
        String delivered = Files.readString(DELIVERED);
        String older = delivered.replaceAll("(?m)^  (times|before|on|decided):.*\n", "").replaceAll("(?ms)^(way-forward|lights|ranking|priority):.*?(?=^escalation|^ranking|^priority|^lights)", "").replaceFirst("(?m)^  term: again.*\n", "");
        assertTrue(older.length() < delivered.length());
        assertEquals(read(DELIVERED), read(Files.writeString(folder.resolve("procedure.yaml"), older)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "~\n", "---\n"})
    void aFileThatSaysNothingStopsTheStart(String nothing) throws IOException {
        Path file = Files.writeString(folder.resolve("procedure.yaml"), nothing);
        assertEquals(file + " 是空的: 请填写内容，或恢复随软件交付的文件", assertThrows(StartFailure.class, () -> read(file)).getMessage());
    }
}
