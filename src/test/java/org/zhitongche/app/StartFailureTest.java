package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.ConnectionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.TestDatabase;

/** What keeps a node from starting is told the operator in one line, naming cause and cure, and as an exit code. */
@Timeout(200)
class StartFailureTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase(2);

    @Test
    void aMisspeltPropertyIsToldWithTheRightSpelling() throws Exception {
        try (NodeProcess node = NodeProcess.in("misspelt")) {
            node.with("--set", "web.prot=8080");
            assertOneLine(node, "unknown property 'web.prot'", "did you mean 'web.port'?");
        }
    }

    @Test
    void aTakenPortIsToldWithThePropertyThatMovesIt() throws Exception {
        try (NodeProcess node = NodeProcess.in("taken");
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (Key key : List.of(Key.BROKER_PORT, Key.MAIL_SMTP_PORT, Key.MAIL_IMAP_PORT, Key.WEB_PORT, Key.DATABASE_PORT)) {
                node.with("--set", key.property() + "=" + other.getLocalPort());
                assertOneLine(node, Integer.toString(other.getLocalPort()), key.property());
            }
        }
    }

    @Test
    void anUnreadableRouteIsToldWithItsFile(@TempDir Path project) throws Exception {
        copy(Path.of("config"), project.resolve("config"));
        copy(Path.of("routes"), project.resolve("routes"));
        Files.writeString(project.resolve("routes/20-take-in.camel.yaml"), "- route:\n    id: take-in\n    from:\n      uri: [unclosed\n");
        try (NodeProcess node = NodeProcess.in("route")) {
            node.with("--config", project.resolve("config").toString());
            assertOneLine(node, "20-take-in.camel.yaml", "correct");
        }
    }

    @Test
    void aBrokenCalendarIsToldWithFileAndLine(@TempDir Path project) throws Exception {
        copy(Path.of("config"), project.resolve("config"));
        Files.writeString(project.resolve("config/calendar/2010.txt"), "[x\n");
        assertOneLine(CommandRun.on(DB, project.resolve("data"), "verify", "--config", project.resolve("config").toString()), "2010.txt 第 1 行", "correct that line");
    }

    @Test
    void anAddressThatMakesNoSenseIsToldWithItsProperty() throws Exception {
        assertOneLine(CommandRun.of("verify", "--set", "database.url=nonsense"), "database.url=nonsense", "jdbc:postgresql://");
        try (NodeProcess node = NodeProcess.in("host")) {
            node.with("--set", "web.host=192.0.2.1");
            assertOneLine(node, "web.host=192.0.2.1", "127.0.0.1");
        }
    }

    @Test
    void aSchemaOfANewerReleaseIsToldWithBothVersions() throws Exception {
        try (NodeProcess node = NodeProcess.in("newer")) {
            try (House house = House.visit(node.settings)) {
                house.database.sql().sql("""
                        insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                            installed_on, execution_time, success)
                        select max(installed_rank) + 1, '999', 'of a newer release', 'SQL', 'V999__of_a_newer_release.sql', 1, 'test',
                            max(installed_on), 1, true from flyway_schema_history""").update();
            }
            assertOneLine(node, "999", "start the newer release");
        }
    }

    @Test
    void aBrokerThatBelievesWhatASenderSaysOfItselfStopsTheStart() throws Exception {
        assertNotStartedOn(broker(false, true), "JMSXUserID", "populateJMSXUserID");
    }

    @Test
    void aBrokerThatLetsAnybodyInStopsTheStart() throws Exception {
        assertNotStartedOn(broker(true, false), "without a user name", "anonymous");
    }

    @Test
    void aBrokerThatIsNotThereIsToldWithTheProperties() throws Exception {
        try (NodeProcess node = NodeProcess.in("no-broker")) {
            node.with("--set", "broker.url=tcp://127.0.0.1:1");
            assertOneLine(node, "broker", "broker.url", "broker.password");
        }
    }

    private static void assertNotStartedOn(BrokerService broker, String... parts) throws Exception {
        broker.start();
        try (NodeProcess node = NodeProcess.in("trusting-broker")) {
            node.with("--set", "broker.url=" + broker.getTransportConnectors().get(0).getPublishableConnectString(),
                    "--set", "broker.user=platform", "--set", "broker.password=p");
            assertOneLine(node, parts);
        } finally {
            broker.stop();
        }
    }

    /** Somebody's own broker, in need of a better configuration. */
    private static BrokerService broker(boolean stamps, boolean asksWho) throws Exception {
        BrokerService broker = new BrokerService();
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setPopulateJMSXUserID(stamps);
        if (asksWho) {
            broker.setPlugins(new BrokerPlugin[] {next -> new BrokerFilter(next) {
                @Override
                public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
                    if (info.getUserName() == null) {
                        throw new SecurityException("who is it?");
                    }
                    super.addConnection(context, info);
                }
            }});
        }
        broker.addConnector("tcp://127.0.0.1:0");
        return broker;
    }

    private static void assertOneLine(CommandRun run, String... parts) {
        assertEquals(1, run.exit());
        assertEquals(1, run.err().lines().count(), run.err());
        Stream.of(parts).forEach(part -> assertTrue(run.err().contains(part), run.err()));
    }

    private static void assertOneLine(NodeProcess node, String... parts) throws Exception {
        assertNotEquals(0, node.startInVain());
        List<String> lines = node.complaint().lines().toList();
        assertEquals(1, lines.size(), () -> String.join("\n", lines));
        Stream.of(parts).forEach(part -> assertTrue(lines.get(0).contains(part), lines.get(0)));
        assertTrue(!node.said().contains("ready"), node.said());
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
