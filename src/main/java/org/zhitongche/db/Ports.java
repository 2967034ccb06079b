package org.zhitongche.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Ports on loopback, the only address the embedded server listens on. */
public final class Ports {
    static final String LOOPBACK = "127.0.0.1";

    /** From here on the system gives ports to outgoing connections, as Linux does where nothing else is laid down. */
    static final int OUTGOING = 32_768;
    private static final int LEAST = 20_000;
    /** Programs that start at once begin at different places, and none is given one port twice. */
    private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(OUTGOING - LEAST));

    private Ports() {
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** One that nobody has, and that no outgoing connection takes before it is listened on: those begin at {@link #OUTGOING}. */
    public static int choose() {
        return IntStream.range(0, OUTGOING - LEAST).map(each -> LEAST + NEXT.getAndIncrement() % (OUTGOING - LEAST)).filter(Ports::isFree)
                .findFirst().orElseThrow(() -> new IllegalStateException("no port from " + LEAST + " to " + OUTGOING + " is free"));
    }
}
