package org.zhitongche.handling;

import java.util.List;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;

/** 补充材料 by the firm; after the archive it is a new appeal. */
public record Supplement(String text, List<Attachment> attachments) implements Action {
    @Override
    public void decide(Change change) {
        Who.firm(change);
        change.require(!change.appeal().state().ended(), "appeal.ended");
        boolean something = text != null && !text.isBlank() || attachments != null && !attachments.isEmpty();
        change.require(something, "field.required", "text");
        change.raise(new Event.Supplemented(change.text(Change.TextKind.SUPPLEMENT, text), change.files(attachments)));
        Clocks.supplied(change);
    }
}
