package org.zhitongche.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.Mask;
import org.zhitongche.appeal.TextRef;

/** What was said in an appeal and by whom, read only where a notice needs it. Erased texts are null. */
final class CaseFile {

    private static final Reachable NOBODY = new Reachable(null, null, null, null);

    private final Appeal appeal;
    private final Function<TextRef, String> texts;
    private Reachable firm;

    CaseFile(Appeal appeal, Function<TextRef, String> texts) {
        this.appeal = appeal;
        this.texts = texts;
    }

    /** The firm and how to reach it, as it said itself. */
    record Reachable(String firm, String name, String phone, String email) {}

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
            firm = parse(said(appeal.contact()));
        }
        return firm;
    }

    String said(TextRef ref) {
        return ref == null ? null : texts.apply(ref);
    }

    /** As the handling departments may read it. */
    Mask mask() {
        return appeal.mayName().handler() ? Mask.NONE : Mask.of(appeal.uscc(), firm().firm(), firm().phone(), firm().email());
    }

    private static Reachable parse(String json) {
        try {
            return json == null ? NOBODY : EventCodec.JSON.readValue(json, Reachable.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
