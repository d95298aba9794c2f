package com.truevault.wireguard.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentOptionsFileTest {
  @TempDir Path folder;

  @Test
  void namesEverythingThatIsWrongAtOnce() throws IOException {
    TrueVaultException wrong =
        refused(
            """
            panel.url = http://vpn.example.com
            interface.name = a name that is too long
            panel.allow-plain-http = perhaps
            panel.urll = x
            nonsense
            """);
    String message = String.valueOf(wrong.getMessage());
    for (String part :
        List.of(
            "panel.url must begin with https://",
            "interface.name must be",
            "panel.allow-plain-http must be true or false",
            "panel.urll is not a known key",
            "line 5 is not of the form")) {
      assertTrue(message.contains(part), () -> part + " in " + message);
    }
  }

  @Test
  void demandsTlsUnlessThePanelIsHereOrTheOperatorSaysSo() throws IOException {
    assertEquals(
        URI.create("http://127.0.0.1:8080/"), read("panel.url=http://127.0.0.1:8080").panel());
    assertEquals(
        URI.create("http://192.0.2.1/"),
        read("panel.url = http://192.0.2.1\npanel.allow-plain-http = true").panel());
    refused("panel.url = http://127.0.0.1.example.com");
    refused("panel.url = ftp://127.0.0.1");
    refused("panel.url = https://user:secret@vpn.example.com");
    refused("");
  }

  @Test
  void fillsInWhatIsNotSaid() throws IOException {
    AgentOptions options = read("panel.url = https://vpn.example.com/tunnel");
    assertEquals(URI.create("https://vpn.example.com/tunnel/"), options.panel());
    assertEquals("wg0", options.interfaceName());
    assertEquals(Path.of("/var/lib/truevault-agent"), options.stateFolder());
    assertEquals(List.of(), options.commandPrefix());
    assertNull(options.keyFile());
  }

  @Test
  void keepsWhatTheCommandLineSaidBesideTheRest() throws IOException {
    Path file = file("command.prefix = ip netns exec vpn\n");
    Map<AgentOption, String> given = Map.of(AgentOption.PANEL_URL, "https://vpn.example.com");
    new AgentOptionsFile(file).save(given);
    AgentOptions options = new AgentOptionsFile(file).read(Map.of());
    assertEquals(URI.create("https://vpn.example.com/"), options.panel());
    assertEquals(List.of("ip", "netns", "exec", "vpn"), options.commandPrefix());
  }

  private AgentOptions read(String text) throws IOException {
    return new AgentOptionsFile(file(text)).read(Map.of());
  }

  private TrueVaultException refused(String text) throws IOException {
    Path file = file(text);
    return assertThrows(TrueVaultException.class, () -> new AgentOptionsFile(file).read(Map.of()));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("agent.properties"), text);
  }
}
