package org.zhitongche.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A firm and its profile, against which policies are matched; what is not known is null.
 *
 * @param industry       GB/T 4754 code of any length
 * @param tier           龙头, 单项冠军, 小巨人, 专精特新 …
 * @param rdShare        R&amp;D spending ÷ revenue, 0 to 1
 * @param provinceDirect the province's own departments answer it
 * @param liaison        whom to tell when a matter of it is urgent; null for none
 */
public record Enterprise(
        String uscc, String name, String region, String industry, Size size, String tier, List<String> tags,
        boolean whiteListed, LocalDate founded, Integer staff, BigDecimal revenueWan, BigDecimal rdShare,
        Status status, Channel channel, boolean provinceDirect, Liaison liaison) {

    /** One without a liaison. */
    public Enterprise(String uscc, String name, String region, String industry, Size size, String tier, List<String> tags,
            boolean whiteListed, LocalDate founded, Integer staff, BigDecimal revenueWan, BigDecimal rdShare,
            Status status, Channel channel, boolean provinceDirect) {
        this(uscc, name, region, industry, size, tier, tags, whiteListed, founded, staff, revenueWan, rdShare, status, channel, provinceDirect, null);
    }

    /** Size class by 工信部联企业〔2011〕300号. */
    public enum Size { LARGE, MEDIUM, SMALL, MICRO }

    public enum Status { ACTIVE, DEREGISTERED }

    /** How it wants to get policies. */
    public enum Channel { MAIL, SITE, MAIL_AND_SITE, NONE }
}
