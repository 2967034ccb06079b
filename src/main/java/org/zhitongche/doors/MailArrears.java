package org.zhitongche.doors;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.handling.RecordArrears;

/**
 * Amounts of arrears as a mail says them on its first line: 无分歧 1,200,000.50 元，已支付 30 万元，其余有计划. What follows on the
 * next lines is the note. Nothing else may stand on the line, lest a plan said in other words be taken for none.
 */
final class MailArrears {

    private static final String AMOUNT = "(\\d(?:[\\d,]*\\d)?(?:\\.\\d+)?)\\s*(万?)元?";
    private static final Pattern LINE = Pattern.compile("^无分歧(?:欠款)?\\s*:?\\s*" + AMOUNT + "\\s*[,;、]?\\s*(?:其中)?已(?:支)?付\\s*:?\\s*" + AMOUNT
            + "\\s*([,;、]?\\s*其余(?:已)?(?:有|列入)(?:企业)?(?:确认的?)?(?:还款)?计划)?\\s*[.。;]?$");
    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    private MailArrears() {}

    /** Empty where the line does not say both amounts in this way. */
    static Optional<RecordArrears> read(UUID assignment, String said) {
        String first = said.lines().findFirst().orElse("").strip();
        Matcher line = LINE.matcher(MailCommands.plain(first));
        if (!line.matches()) {
            return Optional.empty();
        }
        String note = said.lines().skip(1).reduce("", (all, next) -> all + "\n" + next).strip();
        return Optional.of(new RecordArrears(assignment, yuan(line.group(1), line.group(2)), yuan(line.group(3), line.group(4)),
                line.group(5) != null, note.isEmpty() ? null : note));
    }

    private static BigDecimal yuan(String digits, String unit) {
        BigDecimal said = new BigDecimal(digits.replace(",", ""));
        return unit.isEmpty() ? said : said.multiply(TEN_THOUSAND);
    }
}
