package org.zhitongche.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.directory.FilledDirectory;

class FileAppealsTest {

    private static final String TWO = "标题,正文,地区\n变压器增容,申请增容已满一个月。,厦门市\n通气,管网铺到厂门口，仍未通气。,350902\n";

    @TempDir
    Path folder;

    @Test
    void rowsBecomeWishesThatGoThroughTheDoorsInTurn() throws IOException {
        String rows = IntStream.range(0, 6).mapToObj(n -> "第 " + n + " 件,请协调用地。\n").collect(Collectors.joining());
        List<Wish> wishes = read(file("a.csv", "title,text\n" + rows)).wishes();
        assertEquals(List.of("mail", "queue", "api", "web", "staff", "mail"), wishes.stream().map(Wish::door).toList());
        assertEquals("第 3 件", wishes.get(3).title());
        assertEquals("请协调用地。", wishes.get(3).text());
        assertNull(wishes.get(0).region());
    }

    @Test
    void theFileMayBeUtf8WithOrWithoutAMarkOrWhatChineseExcelSaves() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            Path file = Files.write(folder.resolve("a.csv"), TWO.getBytes(charset));
            assertEquals("变压器增容", read(file).wishes().get(0).title(), charset.name());
        }
        FileAppeals marked = read(file("b.csv", "\uFEFF" + TWO));
        assertEquals(List.of("350200", "350902"), marked.wishes().stream().map(Wish::region).toList());
    }

    @Test
    void aDamagedCharacterCostsItsRowAndNoOther() throws IOException {
        byte[] bytes = TWO.getBytes(StandardCharsets.UTF_8);
        bytes[TWO.substring(0, TWO.indexOf("申请")).getBytes(StandardCharsets.UTF_8).length] = (byte) 0xff;
        FileAppeals read = read(Files.write(folder.resolve("a.csv"), bytes));
        assertEquals(List.of("通气"), read.wishes().stream().map(Wish::title).toList());
        assertTold(read, "第 2 行未能取用：“正文”列里有既不是 UTF-8 也不是 GB18030 的字符");
    }

    @Test
    void everyRowIsUsedOrToldWithItsLine() throws IOException {
        FileAppeals read = read(file("a.csv", """
                title,text
                好的,"写了两行
                第二行"

                ,
                多了,一列,的
                引号,"不成对"了
                少了
                还有,可以。
                尾巴,"没有收口
                """));
        assertEquals(List.of("好的", "还有"), read.wishes().stream().map(Wish::title).toList());
        assertTold(read, "a.csv（UTF-8）：共 7 条 = 略过 0 + 用作诉求 2 + 无法使用 5 + 尚未取用 0");
        assertTold(read, "第 5 行未能取用：“text”列（--text）没有内容");
        assertTold(read, "第 6 行未能取用：这一行有 3 列，第 1 行有 2 列");
        assertTold(read, "第 7 行未能取用：引号不成对");
        assertTold(read, "第 8 行未能取用：这一行有 1 列");
        assertTold(read, "第 10 行未能取用：引号不成对");
    }

    @Test
    void jsonLinesAreReadAndTheBadOnesTold() throws IOException {
        FileAppeals read = read(file("a.jsonl", """
                {"content": "申请增容已满一个月。", "n": 3}
                {"content": null}
                {"title": "没有正文"}
                {"content": "断了
                ["不是对象"]
                {"content": "管网铺到厂门口。"} 多余
                """));
        assertEquals(List.of("申请增容已满一个月"), read.wishes().stream().map(Wish::title).toList());
        assertTold(read, "第 2 行未能取用：“content”列（--text）没有内容");
        assertTold(read, "第 3 行未能取用：没有“content”列（--text）");
        assertTold(read, "第 4 行未能取用：这一行不是 JSON");
        assertTold(read, "第 5 行未能取用：这一行不是 JSON 对象");
        assertTold(read, "第 6 行未能取用：这一行不是 JSON");
    }

    @Test
    void aColumnThatIsNotThereStopsWithItsNameItsOptionAndTheColumnsThereAre() throws IOException {
        Path file = file("a.csv", "编号,诉求\n1,请协调\n");
        String unknown = assertThrows(BadAppealFile.class, () -> read(file)).getMessage();
        assertTrue(unknown.contains("请用 --text 列名 指明") && unknown.endsWith("文件里的列是：编号、诉求"), unknown);
        String wrong = assertThrows(BadAppealFile.class, () -> read(file, Map.of(AppealColumn.TEXT, "诉球"))).getMessage();
        assertTrue(wrong.contains("没有“诉球”列（--text 指定的正文列）；文件里的列是：编号、诉求"), wrong);
        assertEquals("请协调", read(file, Map.of(AppealColumn.TEXT, "诉求")).wishes().get(0).text());
    }

    @Test
    void aFileThatIsNotThereOrEmptyOrOfAnotherKindStopsInOneLine() throws IOException {
        for (Path file : List.of(folder.resolve("none.csv"), file("a.xlsx", "x"), file("empty.csv", ""), file("head.csv", "text\n"),
                file("twice.csv", "text,text\na,b\n"), file("empty.jsonl", ""))) {
            String told = assertThrows(BadAppealFile.class, () -> read(file), file::toString).getMessage();
            assertTrue(told.contains(file.toString()), told);
        }
    }

    @Test
    void aPartOfALongFileIsTakenAndTheRestIsCounted() throws IOException {
        Path file = file("a.csv", "text\n" + IntStream.range(0, 100).mapToObj(n -> "诉求 " + n + "\n").collect(Collectors.joining()));
        FileAppeals read = FileAppeals.read(new FileAppeals.Asked(file, Map.of(), 10, 5), FilledDirectory.FILES.regions(), FilledDirectory.FILES.book());
        assertEquals("诉求 10,诉求 11,诉求 12,诉求 13,诉求 14", read.wishes().stream().map(Wish::text).collect(Collectors.joining(",")));
        assertTold(read, "共 100 条 = 略过 10 + 用作诉求 5 + 无法使用 0 + 尚未取用 85（--skip 10 --limit 5）");
    }

    @Test
    void datesGiveTheOrderHoweverTheyAreWritten() throws IOException {
        FileAppeals read = read(file("a.csv", """
                text,date
                丁,2026年3月5日
                甲,20250101
                丙,2026/3/5 9:10
                某,不详
                乙,2026-03-04T12:00:00
                """.replace("丁,2026年3月5日", "丁,2026-03-05 17:30:00")));
        assertEquals("甲,乙,丙,某,丁", read.wishes().stream().map(Wish::text).collect(Collectors.joining(",")));
        assertTold(read, "“date”列（--date）有 1 行看不懂，次序随前一行：第 5 行“不详”");
    }

    @Test
    void regionsAndCategoriesThatNobodyKnowsAreToldAndLeftOut() throws IOException {
        FileAppeals read = read(file("a.csv", "text,region,category,firm\n甲,龙华区,不存在,示例甲公司\n乙,思明,%s,\n"
                .formatted(FilledDirectory.FILES.book().rules().stream().filter(rule -> !rule.isGroup()).findFirst().orElseThrow().name())));
        assertNull(read.wishes().get(0).region());
        assertEquals("示例甲公司", read.wishes().get(0).firm());
        assertEquals("350203", read.wishes().get(1).region());
        assertNull(read.wishes().get(1).firm());
        assertEquals(FilledDirectory.FILES.book().rules().stream().filter(rule -> !rule.isGroup()).findFirst().orElseThrow().code(),
                read.wishes().get(1).category());
        assertTold(read, "“region”列（--region）有 1 行看不懂，改用所抽企业的地区：第 2 行“龙华区”");
        assertTold(read, "“category”列（--category）有 1 行看不懂，由平台自行分类：第 2 行“不存在”");
    }

    @Test
    void whatFitsNoFormIsMadeToFitAndNothingOfItIsLost() throws IOException {
        String heading = "很长的标题".repeat(30);
        String body = "申请增容。".repeat(5_000);
        List<Wish> wishes = read(file("a.csv", "title,text\n,\"<p>第一段&nbsp;文字。</p><script>x()</script><p>第二段<br>换行</p>\"\n"
                + heading + ",短\n,短\n,短\n,短\n长," + body + "\n长," + body + "\n太长," + "字".repeat(100_001) + "\n")).wishes();
        assertEquals("第一段 文字", wishes.get(0).title());
        assertEquals("第一段 文字。\n第二段\n换行", wishes.get(0).text());
        assertEquals(60, wishes.get(1).title().length());
        assertEquals(heading + "\n短", wishes.get(1).text());
        assertEquals(List.of("mail", "mail"), wishes.subList(5, 7).stream().map(Wish::door).toList());
        assertEquals(7, wishes.size());
    }

    private FileAppeals read(Path file) {
        return read(file, Map.of());
    }

    private static FileAppeals read(Path file, Map<AppealColumn, String> columns) {
        return FileAppeals.read(new FileAppeals.Asked(file, columns, 0, 60), FilledDirectory.FILES.regions(), FilledDirectory.FILES.book());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertTold(FileAppeals read, String line) {
        assertTrue(read.lines().stream().anyMatch(told -> told.contains(line)), () -> String.join("\n", read.lines()));
    }
}
