package org.zhitongche.notice;

import java.util.function.Function;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Mask;
import org.zhitongche.appeal.Reachable;
import org.zhitongche.appeal.TextRef;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;

/** What was said in an appeal and by whom, read only where a notice needs it. Erased texts are null. */
final class CaseFile {

    private final Appeal appeal;
    private final Function<TextRef, String> texts;
    private final Enterprises register;
    private Reachable firm;

    CaseFile(Appeal appeal, Function<TextRef, String> texts, Enterprises register) {
        this.appeal = appeal;
        this.texts = texts;
        this.register = register;
    }

    Appeal appeal() {
        return appeal;
    }

    String title() {
        return said(appeal.title());
    }

    String text() {
        return said(appeal.text());
    }

    Reachable firm() {
        if (firm == null) {
            firm = Reachable.read(said(appeal.contact()));
        }
        return firm;
    }

    String said(TextRef ref) {
        return ref == null ? null : texts.apply(ref);
    }

    /** As the handling departments may read it. */
    Mask mask() {
        return appeal.mayName().handler() ? Mask.NONE : Mask.of(appeal.uscc(), registered(), firm());
    }

    /** The firm's name in the register; null where it has none. */
    String registered() {
        return appeal.uscc() == null ? null : register.findByUscc(appeal.uscc()).map(Enterprise::name).orElse(null);
    }
}
