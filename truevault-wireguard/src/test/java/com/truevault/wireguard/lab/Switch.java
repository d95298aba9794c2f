package com.truevault.wireguard.lab;

import java.util.List;

/** The namespace whose bridge joins all nodes of a lab. */
final class Switch {
  private static final String SERVERS = "192.0.2.0/24";
  private static final List<String> EVERYBODY =
      List.of(SERVERS, "198.51.100.0/24", "203.0.113.0/24");

  private final String namespace;
  private final Teardown teardown;
  private int ports;

  Switch(String namespace, Teardown teardown) {
    this.namespace = namespace;
    this.teardown = teardown;
    teardown.addNamespace(namespace);
    batch(namespace, "link add name hub0 type bridge\nlink set hub0 up\n");
  }

  /** Makes the namespace of a node and returns its name. */
  String join(String name, String address) {
    String node = namespace + "-" + name;
    teardown.addNamespace(node);
    String port = "port" + ports++;
    batch(
        namespace,
        """
        link add name %1$s type veth peer name eth0 netns %2$s
        link set %1$s master hub0 up
        """
            .formatted(port, node));
    StringBuilder setup = new StringBuilder();
    setup.append("link set lo up\n");
    setup.append("address add ").append(address).append("/32 dev eth0\n");
    setup.append("link set eth0 up\n");
    boolean server = address.startsWith("192.0.2.");
    for (String network : server ? EVERYBODY : List.of(SERVERS)) {
      setup.append("route add ").append(network).append(" dev eth0\n");
    }
    batch(node, setup.toString());
    return node;
  }

  private static void batch(String namespace, String commands) {
    Tools.feed(commands, List.of("ip", "-n", namespace, "-batch", "-"));
  }
}
