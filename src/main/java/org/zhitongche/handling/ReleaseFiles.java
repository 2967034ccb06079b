package org.zhitongche.handling;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.FileRef;

/**
 * 附件核对: the firm does not want to be named, and nobody can take its name out of a file; so a person of the centre looks
 * at each and lets through those that do not give the firm away. For another one the firm is asked.
 */
public record ReleaseFiles(List<UUID> files) implements Action {
    @Override
    public void decide(Change change) {
        Who.centre(change);
        change.require(files != null && !files.isEmpty(), "field.required", "files");
        change.require(!change.appeal().state().ended(), "appeal.ended");
        List<UUID> held = change.appeal().heldFiles().stream().map(FileRef::id).toList();
        change.require(held.containsAll(files), "files.not-held");
        change.raise(new Event.FilesReleased(files.stream().distinct().toList()));
    }
}
