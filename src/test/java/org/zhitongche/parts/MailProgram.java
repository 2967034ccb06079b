package org.zhitongche.parts;

import java.nio.file.Path;
import java.time.InstantSource;

/** A mail server to be killed: argument 0 is its directory. */
final class MailProgram {

    private MailProgram() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedMailServer server = new EmbeddedMailServer(
                new EmbeddedMailServer.Settings(Path.of(arguments[0]), 0, 0), TestMail.USERS, InstantSource.system());
        server.start();
        System.out.println("ready " + server.smtpPort() + " " + server.imapPort());
        Thread.sleep(Long.MAX_VALUE);
    }
}
