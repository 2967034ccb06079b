package org.zhitongche.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.zhitongche.time.Pause;
import org.zhitongche.time.Zone;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Moments as they are typed on a command line: civil time in China, or with an offset of their own. */
final class CivilTime implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Zone.startOf(LocalDate.parse(text));
            }
            return text.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})") ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(Zone.CHINA).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("应是时刻，如 2023-09-28T16:10");
        }
    }

    /** FROM..TO, or FROM.. while nothing was supplied yet. */
    static final class Span implements ITypeConverter<Pause> {
        @Override
        public Pause convert(String text) {
            String[] ends = text.split("\\.\\.", -1);
            if (ends.length != 2) {
                throw new TypeConversionException("应是一段时间，如 2023-10-09T09:00..2023-10-11T16:00；尚未补齐的写 2023-10-09T09:00..");
            }
            CivilTime time = new CivilTime();
            Instant from = time.convert(ends[0]);
            Instant to = ends[1].isEmpty() ? null : time.convert(ends[1]);
            if (to != null && to.isBefore(from)) {
                throw new TypeConversionException("暂停的结束不能早于开始");
            }
            return new Pause(from, to);
        }
    }
}
