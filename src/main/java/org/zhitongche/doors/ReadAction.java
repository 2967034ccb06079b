package org.zhitongche.doors;

import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Door;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Principal;
import org.zhitongche.directory.Principals;
import org.zhitongche.documents.ActionReader;

/** The step of {@code departments.actions} that makes an action of a message: the department is the account's own. */
final class ReadAction {

    private final QueueText texts;
    private final Principals principals;
    private final Directory directory;
    private final ActionReader reader;

    ReadAction(QueueText texts, Principals principals, Directory directory, ActionReader reader) {
        this.texts = texts;
        this.principals = principals;
        this.directory = directory;
        this.reader = reader;
    }

    public ActRequest read(QueueMessage message) {
        String text = texts.of(message);
        Principal sender = principals.find(message.user())
                .filter(p -> p.active() && p.kind() == Principal.Kind.DEPARTMENT && p.department() != null)
                .orElseThrow(() -> texts.refused("queue.not-department", message.user()));
        String name = directory.departments().find(sender.department()).map(d -> d.name()).orElse(sender.department());
        return reader.read(text, new Actor(Actor.Kind.DEPARTMENT, sender.name(), name, sender.department()), Door.QUEUE);
    }
}
