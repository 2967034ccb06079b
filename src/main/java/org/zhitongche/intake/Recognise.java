package org.zhitongche.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Submission;
import org.zhitongche.directory.CreditCode;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;

/** Finds the firm that speaks: by its registered address, by credit code, by name, in this order. */
public final class Recognise {

    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])");
    private static final String PROVINCE = "350000";
    private static final int READ_FOR_CODES = 20_000;

    private final Enterprises enterprises;

    public Recognise(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    public Draft recognise(Draft draft) {
        Submission s = draft.submission();
        Recognition found = byAddress(s).or(() -> byCode(s)).or(() -> byName(s))
                .orElseGet(() -> new Recognition(null, s.firm(), s.region(), s.verified(), "recognised.not"));
        return draft.with(found);
    }

    private Optional<Recognition> byAddress(Submission s) {
        if (s.contact() == null || s.contact().email() == null) {
            return Optional.empty();
        }
        List<Enterprise> firms = enterprises.listByContactAddress(s.contact().email());
        // An address that serves several firms says which only together with the code.
        List<Enterprise> fitting = s.uscc() == null ? firms : firms.stream().filter(f -> f.uscc().equals(s.uscc())).toList();
        return fitting.size() == 1 ? Optional.of(of(s, fitting.get(0), "recognised.by-address")) : Optional.empty();
    }

    private Optional<Recognition> byCode(Submission s) {
        String code = s.uscc() != null ? s.uscc() : codeIn(s.text());
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(enterprises.findByUscc(code).map(firm -> of(s, firm, "recognised.by-code"))
                .orElseGet(() -> new Recognition(code, s.firm(), s.region(), s.verified(), "recognised.code-not-listed")));
    }

    private Optional<Recognition> byName(Submission s) {
        List<Enterprise> firms = s.firm() == null || s.firm().isBlank() ? List.of() : enterprises.listByName(s.firm());
        return firms.size() == 1 ? Optional.of(of(s, firms.get(0), "recognised.by-name")) : Optional.empty();
    }

    private static Recognition of(Submission s, Enterprise firm, String how) {
        return new Recognition(firm.uscc(), firm.name(), region(s, firm), s.verified(), how, firm.whiteListed());
    }

    /** What concerns a firm under the province's direct care is the province's, wherever the firm stands. */
    private static String region(Submission s, Enterprise firm) {
        if (firm.provinceDirect()) {
            return PROVINCE;
        }
        return s.region() == null ? firm.region() : s.region();
    }

    private static String codeIn(String text) {
        Matcher matcher = CODE.matcher(text.length() > READ_FOR_CODES ? text.substring(0, READ_FOR_CODES) : text);
        while (matcher.find()) {
            if (CreditCode.isValid(matcher.group())) {
                return matcher.group();
            }
        }
        return null;
    }
}
