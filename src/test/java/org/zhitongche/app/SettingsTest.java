package org.zhitongche.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhitongche.db.StartFailure;

class SettingsTest {

    private static final Path CONFIG = Path.of("config");

    @Test
    void everyPropertyStandsWithItsDefaultAndACommentInTheDeliveredFile() throws IOException {
        List<String> lines = Files.readAllLines(CONFIG.resolve("application.properties"));
        for (Key key : Key.values()) {
            int line = lines.indexOf(key.property() + "=" + key.standard());
            assertTrue(line >= 0, key.property() + " with its default");
            int above = line;
            while (above > 0 && !lines.get(above).startsWith("#") && !lines.get(above).isBlank()) {
                above--;
            }
            assertTrue(lines.get(above).startsWith("#"), key.property() + " has a comment above it");
        }
        long properties = lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).count();
        assertEquals(Key.values().length, properties);
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentWhichWinsOverTheFile() {
        assertEquals("8080", Settings.load(CONFIG, Map.of(), List.of()).get(Key.WEB_PORT));
        Map<String, String> environment = Map.of("ZHITONGCHE_WEB_PORT", "8081");
        assertEquals("8081", Settings.load(CONFIG, environment, List.of()).get(Key.WEB_PORT));
        assertEquals("8082", Settings.load(CONFIG, environment, List.of("web.port=8082")).get(Key.WEB_PORT));
    }

    @Test
    void aMisspeltPropertyStopsTheStartAndNamesTheOneThatWasMeant() {
        assertTrue(failure("web.prot=8080").contains("did you mean 'web.port'"));
        assertTrue(assertThrows(StartFailure.class, () -> Settings.load(CONFIG, Map.of("ZHITONGCHE_WEB_PROT", "1"), List.of()))
                .getMessage().contains("web.port"));
    }

    @Test
    void aValueThatMakesNoSenseIsNamedWithWhatWould() {
        assertTrue(failure("web.port=eighty").contains("a whole number from 0 to 65535"));
        assertTrue(failure("web.port=70000").contains("65535"));
        assertTrue(failure("web.surfaces=firm,dask").contains("any of firm, desk, admin, api"));
        assertTrue(failure("web.proxies=proxy.example").contains("IP addresses like 10.0.0.5"));
        assertTrue(failure("mail.folders-since=yesterday").contains("like 2026-01-31"));
        assertTrue(failure("session.idle=0").contains("a whole number from 1"));
    }

    @Test
    void aListIsWhatStandsBetweenItsCommas() {
        assertEquals(Set.of("10.0.0.5", "::1"), Settings.load(CONFIG, Map.of(), List.of("web.proxies=10.0.0.5, ::1")).list(Key.WEB_PROXIES));
        assertEquals(Set.of(), Settings.load(CONFIG, Map.of(), List.of("web.proxies=")).list(Key.WEB_PROXIES));
    }

    @Test
    void productionTakesNoEmbeddedPartsNoMadeUpSecretsAndNoPlainHttp() {
        assertTrue(failure("profile=production").contains("database.url"));
        String[] parts = {"profile=production", "database.url=jdbc:postgresql://db/z", "broker.url=ssl://mq:61617",
            "mail.smtp.host=smtp", "mail.imap.host=imap"};
        assertTrue(failure(parts).contains("secret"));
        String[] secrets = {"secret=" + "x".repeat(32), "database.password=x", "broker.password=x", "mail.password=x"};
        String[] both = Arrays.copyOf(parts, parts.length + secrets.length);
        System.arraycopy(secrets, 0, both, parts.length, secrets.length);
        assertTrue(failure(both).contains("https"));
    }

    private static String failure(String... sets) {
        String message = assertThrows(StartFailure.class, () -> Settings.load(CONFIG, Map.of(), List.of(sets))).getMessage();
        assertEquals(1, message.lines().count());
        return message;
    }
}
