package org.zhitongche.parts;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.function.Function;
import org.zhitongche.db.StartFailure;

/** Accepts connections on one loopback port, which is taken before anything starts: a taken port is told in one line. */
final class LoopbackServer extends AbstractServer {

    private static final String HOST = "127.0.0.1";
    private static final int WAITING_CONNECTIONS = 200;

    private final ServerSocket port;
    private final Function<Socket, ProtocolHandler> conversations;

    LoopbackServer(String protocol, ServerSocket port, int idleMs, Function<Socket, ProtocolHandler> conversations) {
        super(new ServerSetup(port.getLocalPort(), HOST, protocol), new Managers());
        this.port = port;
        this.conversations = conversations;
        setClientSocketTimeout(idleMs);
        setDaemon(true);
    }

    static ServerSocket take(int port, String property) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port), WAITING_CONNECTIONS);
            return socket;
        } catch (IOException e) {
            throw new StartFailure("The mail server cannot start: port " + port + " on " + HOST + " is taken",
                    "stop what listens there, or set another " + property, e);
        }
    }

    @Override
    protected ServerSocket openServerSocket() {
        return port;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return conversations.apply(client);
    }

    /** An answer in several small pieces would wait 40 ms for the client's acknowledgement of the first. */
    @Override
    protected void handleClientSocket(Socket client) throws SocketException {
        client.setTcpNoDelay(true);
        super.handleClientSocket(client);
    }
}
