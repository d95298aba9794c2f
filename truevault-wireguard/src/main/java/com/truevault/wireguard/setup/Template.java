package com.truevault.wireguard.setup;

import com.truevault.wireguard.system.Cidr;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that setup writes, as they lie among the resources, with an operator's choices. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z_]+)}");

  private final Map<String, String> values;

  Template(Layout layout, SetupOptions options, List<String> uplinks) {
    String name = options.networkInterface();
    this.values =
        Map.ofEntries(
            Map.entry("INTERFACE", name),
            Map.entry("PORT", Integer.toString(options.port())),
            Map.entry("MTU", Integer.toString(options.mtu())),
            Map.entry("ADDRESSES", addresses(options.addresses(), name)),
            Map.entry("UPLINKS", set(uplinks)),
            Map.entry("BETWEEN_PEERS", options.joinsPeers() ? "accept" : "drop"),
            Map.entry("PROGRAM", options.program().toString()),
            Map.entry("USER", Layout.USER),
            Map.entry("KEY", layout.key().toString()),
            Map.entry("RULES", layout.rules().toString()),
            Map.entry("SCRIPT", layout.script().toString()),
            Map.entry("STATE", layout.state().toString()));
  }

  /** The text of a file. */
  String fill(String resource) throws IOException {
    try (InputStream file = Template.class.getResourceAsStream(resource)) {
      Objects.requireNonNull(file, resource);
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return PLACE
          .matcher(text)
          .replaceAll(
              place ->
                  Matcher.quoteReplacement(
                      Objects.requireNonNull(values.get(place.group(1)), place.group())));
    }
  }

  private static String addresses(List<Cidr> addresses, String name) {
    return addresses.stream()
        .map(address -> "ip address replace " + address + " dev " + name)
        .collect(Collectors.joining("\n"));
  }

  private static String set(List<String> names) {
    return names.stream().collect(Collectors.joining("\", \"", "{ \"", "\" }"));
  }
}
