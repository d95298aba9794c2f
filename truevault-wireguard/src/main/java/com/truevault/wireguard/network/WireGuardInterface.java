package com.truevault.wireguard.network;

import com.truevault.peer.InterfacePlan;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.system.Cidr;
import com.truevault.wireguard.system.Link;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An interface of this system, by {@code wg} and {@code ip}.
 *
 * <p>A few peers are set and removed by one {@code wg set}. Many, or several secrets, are set by
 * {@code wg addconf} with nothing but those that differ, and removed afterwards. Secrets are read
 * from the input: none stands among the arguments or rests in a file. Others are not touched, which
 * {@code wg syncconf} does to all. New ones come before old ones go, so that an agent that is
 * killed in between has cut off nobody.
 */
public final class WireGuardInterface implements Kernel {
  /** 57 bytes each: far below the two mebibytes that arguments may have. */
  private static final int REMOVALS_AT_ONCE = 5_000;

  /** Some 250 bytes each. */
  private static final int SET_AT_ONCE = 500;

  /** Unlike {@code /dev/stdin}, this is there however little of a system is shown to a service. */
  private static final String INPUT = "/proc/self/fd/0";

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{40,}=?");

  private final String name;
  private final Program program;
  private final @Nullable Path keyFile;

  /**
   * Names the interface.
   *
   * @param name such as {@code wg0}
   * @param keyFile with the private key, as {@code wg genkey} prints it; null if key and port are
   *     the operator's own business
   */
  public WireGuardInterface(String name, Program program, @Nullable Path keyFile) {
    this.name = name;
    this.program = program;
    this.keyFile = keyFile;
  }

  @Override
  public int index() {
    try {
      if (program.isDirect()) {
        NetworkInterface found = NetworkInterface.getByName(name);
        return found == null ? 0 : found.getIndex();
      }
      Result result = program.run(List.of("cat", "/sys/class/net/" + name + "/ifindex"), "");
      return result.isFine() ? Integer.parseInt(result.output().strip()) : 0;
    } catch (SocketException | NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public InterfaceState read() throws IOException {
    String dump = require("wg", "show", name, "dump");
    try {
      return Dump.parse(dump);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public boolean prepare(InterfacePlan plan, InterfaceState state) throws IOException {
    boolean isChanged = keyFile != null && setKeyAndPort(plan, state, keyFile);
    Link link = Link.find(program, name);
    if (link == null) {
      throw new IOException("there is no interface " + name + "; run: truevault agent setup");
    }
    for (String address : plan.addresses()) {
      if (!link.addresses().contains(Cidr.of(address))) {
        require("ip", "address", "add", address, "dev", name);
        isChanged = true;
      }
    }
    if (!link.up() || link.mtu() != plan.mtu()) {
      require("ip", "link", "set", "dev", name, "mtu", plan.mtu() + "", "up");
      isChanged = true;
    }
    return isChanged;
  }

  private boolean setKeyAndPort(InterfacePlan plan, InterfaceState state, Path file)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("wg", "set", name));
    int bare = command.size();
    if (state.publicKey() == null) {
      command.addAll(List.of("private-key", file.toString()));
    }
    if (state.port() != plan.port()) {
      command.addAll(List.of("listen-port", Integer.toString(plan.port())));
    }
    if (command.size() == bare) {
      return false;
    }
    require(command, "");
    return true;
  }

  @Override
  public void change(Difference difference) throws IOException {
    List<PublicKey> rest = difference.remove();
    if (difference.set().size() <= SET_AT_ONCE && rest.size() <= SET_AT_ONCE) {
      PeerArguments together = PeerArguments.of(difference, INPUT);
      if (together != null) {
        require(together.after("wg", "set", name), together.input());
        return;
      }
    }
    if (!difference.set().isEmpty()) {
      require(List.of("wg", "addconf", name, INPUT), PeerConfig.text(difference.set()));
    }
    while (!rest.isEmpty()) {
      int count = Math.min(REMOVALS_AT_ONCE, rest.size());
      List<String> command = new ArrayList<>(List.of("wg", "set", name));
      rest.subList(0, count)
          .forEach(key -> command.addAll(List.of("peer", key.base64(), "remove")));
      require(command, "");
      rest = rest.subList(count, rest.size());
    }
  }

  private String require(String... command) throws IOException {
    return require(List.of(command), "");
  }

  private String require(List<String> command, String input) throws IOException {
    Result result = program.run(command, input);
    if (!result.isFine()) {
      String said = KEY.matcher(result.reason()).replaceAll("[key]");
      throw new IOException(
          "%s ended with %d: %s"
              .formatted(String.join(" ", command.subList(0, 3)), result.code(), said));
    }
    return result.output();
  }
}
