package org.zhitongche.demo;

import java.util.List;
import java.util.Locale;

/** What can be read from somebody else's file, and under which names it is looked for where nobody says. */
public enum AppealColumn {
    TEXT("正文", "text", "content", "detail", "body", "正文", "内容", "诉求内容", "留言详情"),
    TITLE("标题", "title", "subject", "标题", "主题", "留言主题"),
    FIRM("企业", "企业", "firm", "enterprise", "company", "企业名称", "单位名称"),
    USCC("信用代码", "uscc", "统一社会信用代码", "信用代码"),
    CATEGORY("分类", "category", "分类", "类别"),
    REGION("地区", "region", "地区", "行政区划"),
    DATE("日期", "date", "time", "日期", "时间", "留言时间");

    private final String meaning;
    private final List<String> usual;

    AppealColumn(String meaning, String... usual) {
        this.meaning = meaning;
        this.usual = List.of(usual);
    }

    /** In Chinese. */
    public String meaning() {
        return meaning;
    }

    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }

    List<String> usual() {
        return usual;
    }
}
