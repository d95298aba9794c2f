package com.truevault.wireguard.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer's device, which brings a downloaded configuration up and looks at web pages. */
public final class Client {
  private final Node node;
  private @Nullable WireGuardLink link;

  Client(Node node) {
    this.node = node;
  }

  /** The machine on which it runs. */
  public Node node() {
    return node;
  }

  /**
   * Does what {@code wg-quick up} does, except for names (DNS): interface, addresses, MTU and
   * routes.
   *
   * @param configuration with the private key filled in; replaces one that is up
   */
  public void up(String configuration) throws IOException {
    down();
    String privateKey = values(configuration, "PrivateKey").get(0);
    WireGuardLink made = node.interfaceUp("dev", privateKey, 0);
    link = made;
    Path file = Files.createTempDirectory(node.lab().folder(), "conf").resolve("device.conf");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, configuration);
    String stripped = node.run("wg-quick", "strip", file.toString());
    node.feed(stripped + "\n", "wg", "setconf", made.name(), "/dev/stdin");
    values(configuration, "MTU")
        .forEach(mtu -> node.run("ip", "link", "set", made.name(), "mtu", mtu));
    values(configuration, "Address").forEach(made::addAddress);
    for (String network : values(configuration, "AllowedIPs")) {
      String family = network.contains(":") ? "-6" : "-4";
      node.run("ip", family, "route", "add", network, "dev", made.name());
    }
  }

  /** Takes the interface away, if there is one. */
  public void down() {
    if (link != null) {
      link.delete();
      link = null;
    }
  }

  /** The interface that is up. */
  public WireGuardLink link() {
    return Objects.requireNonNull(link, "no configuration is up");
  }

  /** When the server shook hands last. */
  public Optional<Instant> handshake() {
    return link().dump().stream()
        .skip(1)
        .map(line -> line.split("\t", -1)[0])
        .findFirst()
        .flatMap(link()::handshake);
  }

  /** The body of a page, or empty when nothing came within the limit. */
  public Optional<String> fetch(String url, Duration limit) {
    URI uri = URI.create(url);
    Tools.Outcome outcome =
        Tools.attempt(
            "",
            Stream.concat(
                    node.prefix().stream(),
                    Stream.of(
                        "timeout",
                        limit.toMillis() / 1000.0 + "s",
                        "bash",
                        "-c",
                        "exec 3<>\"/dev/tcp/$0/$1\""
                            + " && printf 'GET %s HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' \"$2\" \"$0\" >&3"
                            + " && cat <&3",
                        uri.getHost(),
                        "" + (uri.getPort() < 0 ? 80 : uri.getPort()),
                        uri.getPath()))
                .toList());
    int body = outcome.output().indexOf("\r\n\r\n");
    return outcome.succeeded() && body > 0 && outcome.output().startsWith("HTTP/1.1 200 ")
        ? Optional.of(outcome.output().substring(body + 4))
        : Optional.empty();
  }

  /** Starts a stream of datagrams that a page's node echoes. */
  public EchoStream stream(WebPage page) throws IOException {
    return new EchoStream(node, page.address());
  }

  private static List<String> values(String configuration, String name) {
    return configuration
        .lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equals(name))
        .flatMap(parts -> Stream.of(parts[1].split(",", -1)))
        .map(String::strip)
        .toList();
  }
}
