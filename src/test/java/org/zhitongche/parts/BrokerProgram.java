package org.zhitongche.parts;

import java.nio.file.Path;

/** A broker to be killed: argument 0 is its directory. */
final class BrokerProgram {

    private BrokerProgram() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedBroker broker = new EmbeddedBroker(new EmbeddedBroker.Settings(Path.of(arguments[0]), 0), TestBrokerUsers.ALL);
        broker.start();
        System.out.println("ready " + broker.port());
        Thread.sleep(Long.MAX_VALUE);
    }
}
