package org.zhitongche.handling;

/** "会说怎样行": where a no leads on to. */
public record WayForward(String channel, String office, String phone, String time) {

    /** The field that is missing, or null. */
    String missing() {
        if (blank(channel)) {
            return "wayForward.channel";
        }
        if (blank(office)) {
            return "wayForward.office";
        }
        if (blank(phone)) {
            return "wayForward.phone";
        }
        return blank(time) ? "wayForward.time" : null;
    }

    String asText() {
        return "办理渠道：" + channel + "\n受理单位：" + office + "\n联系电话：" + phone + "\n办理时间：" + time;
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
