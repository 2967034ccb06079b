package org.zhitongche.handling;

import java.time.LocalDate;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Terms;

/** 延期: asked in time, as often as the rule allows, with a new date; until the centre has ruled it is 待批 and the due time stays. */
public record RequestExtension(UUID assignment, LocalDate newDate, String reason) implements Action {
    @Override
    public void decide(Change change) {
        Assignment part = Who.unansweredPart(change, assignment);
        Terms terms = change.terms();
        change.require(part.role().answers(), "extension.co-handling");
        int times = change.procedure().times("extension", change.appeal());
        change.require(part.extensions() < times, "extension.once", times);
        change.require(part.extension() == null || !part.extension().pending(), "extension.pending");
        change.require(part.due() != null, "extension.paused");
        change.require(terms.inTime(change.at(), terms.latestExtensionRequest(part.limit())), "extension.late", change.procedure().extensionBefore().number());
        change.require(newDate != null, "field.required", "newDate");
        int units = terms.extensionTo(newDate, part.limit());
        change.require(units > 0, "extension.not-later");
        int longest = Math.max(0, terms.longestExtension(change.appeal(), part.limit()) - part.limit().extension());
        change.require(units <= longest, "extension.too-long", longest);
        Who.needText(change, reason, "reason");
        change.raise(new Event.ExtensionRequested(assignment, newDate, units, change.text(Change.TextKind.REASON, reason),
                terms.due("ruling", change.appeal(), change.at())));
    }
}
