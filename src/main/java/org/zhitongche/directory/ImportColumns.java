package org.zhitongche.directory;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the columns of a file to import are called: our names of the fields, or Chinese. */
final class ImportColumns {

    private static final Map<String, String> FIELDS = new LinkedHashMap<>();
    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        put("uscc", "统一社会信用代码");
        put("name", "名称", "企业名称");
        put("region", "行政区划", "地区");
        put("industry", "行业");
        put("size", "规模");
        put("tier", "梯度");
        put("tags", "标签");
        put("whiteListed", "白名单");
        put("founded", "成立日期");
        put("staff", "员工数");
        put("revenueWan", "营业收入万元");
        put("rdShare", "研发占比");
        put("status", "状态");
        put("provinceDirect", "省直");
        put("liaison", "挂钩联系人");
        put("liaisonEmail", "挂钩联系人邮箱");
        put("contactName", "联系人");
        put("email", "邮箱");
        put("phone", "电话");
        put("code", "代码");
        put("shortName", "简称");
        put("kind", "类型");
        put("alsoKinds", "兼管");
        put("parent", "上级");
        put("channel", "渠道");
        put("validFrom", "启用日期");
        put("validTo", "撤销日期");
        put("sort", "顺序");
        put("login", "登录名");
        put("display", "显示名");
        put("roles", "角色");
        put("department", "部门");
        put("password", "密码");
    }

    private ImportColumns() {}

    private static void put(String field, String label, String... alsoCalled) {
        LABELS.put(field, label + "（" + field + "）");
        FIELDS.put(label, field);
        for (String other : alsoCalled) {
            FIELDS.put(other, field);
        }
    }

    /** The field that a column holds; the column's own name where that is no Chinese one of ours. */
    static String field(String column) {
        return FIELDS.getOrDefault(column, column);
    }

    static String label(String field) {
        return LABELS.getOrDefault(field, field);
    }
}
