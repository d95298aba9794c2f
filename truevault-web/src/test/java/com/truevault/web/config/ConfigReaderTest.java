package com.truevault.web.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  @TempDir private Path data = Path.of("");

  @Test
  void usesDefaultsWhereNothingIsGiven() {
    WebConfig config = read(Map.of());
    assertEquals(8080, config.web().port());
    assertEquals("127.0.0.1", config.web().host());
    assertEquals(data.resolve("keys/master.key"), config.secrets().keyFile().file());
    assertEquals(data.resolve("mail-out"), config.mailSpool());
  }

  @Test
  void letsTheEnvironmentOutweighTheFileAndTheCommandLineBoth() throws IOException {
    file("web.port = 1111", "storage.readers = 2", "web.max-threads=50");
    WebConfig config =
        ConfigReader.read(
            data,
            Map.of("TRUEVAULT_WEB_PORT", "2222", "TRUEVAULT_STORAGE_READERS", "3", "PATH", "/bin"),
            Map.of(ConfigKey.WEB_PORT, "3333"));
    assertEquals(3333, config.web().port());
    assertEquals(3, config.files().readers());
    assertEquals(50, config.web().maxThreads());
  }

  @Test
  void listsEveryProblemAtOnce() throws IOException {
    file(
        "web.port = many", "nonsense", "storage.reader = 2", "web.host = 0.0.0.0", "web.host = ::");
    List<String> problems = problems(Map.of("TRUEVAULT_WEB_BASEURL", "x"));
    assertEquals(6, problems.size(), problems.toString());
    assertContains(problems, "web.port must be a whole number from 0 to 65535: many");
    assertContains(problems, "truevault.properties line 2 is not of the form key = value");
    assertContains(problems, "storage.reader is not a known key; did you mean storage.readers?");
    assertContains(problems, "line 5 gives web.host a second time");
    assertContains(problems, "did you mean TRUEVAULT_WEB_BASE_URL?");
    assertContains(problems, "web.base-url is missing");
  }

  @Test
  void guessesNothingFarFetched() throws IOException {
    file("colour = blue");
    assertEquals(List.of("colour is not a known key"), problems(Map.of()));
  }

  @Test
  void refusesAddressesAtWhichSessionCookiesWouldNotWork() throws IOException {
    file("web.base-url = http://vpn.example.com");
    assertContains(problems(Map.of()), "must begin with https://");
    file(
        "web.base-url = https://vpn.example.com",
        "web.host = 0.0.0.0",
        "web.trusted-proxies = 192.0.2.10");
    assertEquals(URI.create("https://vpn.example.com"), read(Map.of()).web().baseUrl());
    file("web.base-url = https://vpn.example.com/path");
    assertContains(problems(Map.of()), "web.base-url is wrong: base URL must have no path");
  }

  @Test
  void asksForTheProxyThatEndsTlsOrElseAllVisitorsWouldCountAsOne() throws IOException {
    file("web.base-url = https://vpn.example.com");
    List<String> problems = problems(Map.of());
    assertEquals(1, problems.size(), problems::toString);
    assertContains(problems, "web.trusted-proxies is missing");
    assertContains(problems, "127.0.0.1 if it runs on this machine");
    file("web.base-url = https://vpn.example.com", "web.trusted-proxies = 127.0.0.1");
    assertEquals(List.of("127.0.0.1"), read(Map.of()).web().trustedProxies());
    file("web.base-url = http://127.0.0.1:8080");
    assertEquals(List.of(), read(Map.of()).web().trustedProxies());
  }

  @Test
  void refusesTwoSourcesOfTheMasterKeyAndNeverRepeatsIt() throws IOException {
    file("secrets.key-file = /etc/truevault/master.key");
    List<String> problems = problems(Map.of("TRUEVAULT_SECRETS_KEY", "hush-hush"));
    assertContains(problems, "secrets.key and secrets.key-file are both given");
    assertTrue(problems.stream().noneMatch(problem -> problem.contains("hush")));
    assertTrue(!read(Map.of()).toString().contains("hush"));
  }

  @Test
  void refusesProxiesThatAreNoNetworks() {
    assertContains(
        problems(Map.of("TRUEVAULT_WEB_TRUSTED_PROXIES", "192.0.2.1, proxy.example.com")),
        "must be addresses or networks");
    assertEquals(
        List.of("192.0.2.1", "2001:db8::/32"),
        read(Map.of("TRUEVAULT_WEB_TRUSTED_PROXIES", "192.0.2.1, 2001:db8::/32"))
            .web()
            .trustedProxies());
  }

  @Test
  void leavesTheVariableOfTheLauncherAlone() {
    assertEquals(8080, read(Map.of("TRUEVAULT_JAVA_OPTS", "-Xmx1g")).web().port());
  }

  @Test
  void documentsEveryKeyWithItsVariableAndDefault() throws IOException {
    Path document =
        Path.of(System.getProperty("project.root", "..")).resolve("docs/configuration.md");
    List<String> rows =
        Files.readAllLines(document).stream()
            .filter(line -> line.startsWith("| `"))
            .map(row -> row.substring(0, row.indexOf("|", row.indexOf("TRUEVAULT_") + 1)))
            .toList();
    assertEquals(
        Arrays.stream(ConfigKey.values())
            .map(key -> "| `" + key.key() + "` | `" + key.variable() + "` ")
            .toList(),
        rows);
    String text = Files.readString(document);
    for (ConfigKey key : ConfigKey.values()) {
      String standard = key.standard().isEmpty() ? "|  |" : "| `" + key.standard() + "` |";
      assertTrue(text.contains("`" + key.variable() + "` " + standard), key.key());
    }
  }

  private WebConfig read(Map<String, String> environment) {
    return ConfigReader.read(data, environment, Map.of());
  }

  private List<String> problems(Map<String, String> environment) {
    return assertThrows(ConfigException.class, () -> read(environment)).problems();
  }

  private void file(String... lines) throws IOException {
    Files.write(data.resolve("truevault.properties"), List.of(lines));
  }

  private static void assertContains(List<String> problems, String part) {
    assertTrue(problems.stream().anyMatch(problem -> problem.contains(part)), problems::toString);
  }
}
