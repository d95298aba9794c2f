package com.truevault.wireguard.setup;

import com.truevault.wireguard.system.Cidr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the script that setup wrote makes of the tunnel.
 *
 * @param port 0 if there is no script
 * @param addresses empty if there is no script
 */
public record BootScript(int port, List<Cidr> addresses) {
  private static final Pattern PORT =
      Pattern.compile(" listen-port (\\d{1,5})$", Pattern.MULTILINE);
  private static final Pattern ADDRESS =
      Pattern.compile("^ip address replace (\\S+) dev", Pattern.MULTILINE);

  /** Copies the addresses. */
  public BootScript {
    addresses = List.copyOf(addresses);
  }

  /** Reads the script. */
  public static BootScript read(Path file) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    Matcher port = PORT.matcher(text);
    return new BootScript(
        port.find() ? Integer.parseInt(port.group(1)) : 0,
        ADDRESS.matcher(text).results().map(found -> Cidr.of(found.group(1))).toList());
  }
}
