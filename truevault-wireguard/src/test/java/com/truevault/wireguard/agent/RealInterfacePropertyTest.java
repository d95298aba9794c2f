package com.truevault.wireguard.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.peer.InterfacePlan;
import com.truevault.peer.PeerList;
import com.truevault.peer.Shrinkage;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.Node;
import com.truevault.wireguard.lab.WireGuardLink;
import com.truevault.wireguard.network.Difference;
import com.truevault.wireguard.network.InterfaceState;
import com.truevault.wireguard.network.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@link AgentPropertyTest} once more, shorter, against an interface that forgives nothing. */
@Timeout(240)
class RealInterfacePropertyTest {
  private static final int LISTS = 60;

  @TempDir Path folder;
  private final SettableClocks time = new SettableClocks();
  private final Random random = new Random(20261125);

  @Test
  void everyListAndEveryCrashEndsWithTheKernelEqualToTheList() throws Exception {
    Optional<String> missing = NetworkLab.requirements();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    try (NetworkLab lab = NetworkLab.open()) {
      Node node = lab.node("server", "192.0.2.11");
      WireGuardLink link = node.interfaceUp("wg", node.run("wg", "genkey"), 51820);
      PublicKey key = new PublicKey(link.publicKey());
      Lists lists =
          new Lists(new InterfacePlan(key, 51820, List.of("10.8.0.1/14", "fd00:8::1/64"), 1420));
      AgentOptions options =
          new AgentOptions(
              java.net.URI.create("http://127.0.0.1/"), link.name(), null, folder, node.prefix());
      for (int generation = 1; generation <= LISTS; generation++) {
        PeerList list =
            lists.list(generation, someone(), time.now(), new Shrinkage("admin", time.now(), 1));
        disturb(link, generation);
        halfWay(options.wireGuard(), lists, list);
        Agent agent = agent(lists, options.wireGuard());
        agent.start();
        agent.receive(lists.answer(list));
        assertEqual(list, options.wireGuard().read());
      }
    }
  }

  /** What others do to the interface, now and then. */
  private void disturb(WireGuardLink link, int generation) {
    if (generation % 20 == 0) {
      link.recreate();
    } else if (random.nextInt(4) == 0) {
      link.set("peer", Lists.publicKey(2 + random.nextInt(30)).base64(), "remove");
    }
  }

  /** An agent that dies when it made half of the change, or before, or after. */
  private void halfWay(Kernel kernel, Lists lists, PeerList list) {
    try {
      Agent agent = agent(lists, new DyingKernel(kernel, random.nextInt(3)));
      agent.start();
      agent.receive(lists.answer(list));
    } catch (InMemoryKernel.Killed killed) {
      // The next agent finds what it left.
    }
  }

  private Agent agent(Lists lists, Kernel kernel) {
    return new Agent(lists.identity, folder.resolve("state"), kernel, time.clocks(), event -> {});
  }

  private List<Peer> someone() {
    List<Peer> peers = new ArrayList<>();
    for (int number = 2; number < 32; number++) {
      Peer peer = Lists.peer(number);
      switch (random.nextInt(6)) {
        case 0 -> {}
        case 1 ->
            peers.add(
                new Peer(
                    Lists.publicKey(number + 100 * (1 + random.nextInt(3))),
                    peer.presharedKey(),
                    peer.allowedIps()));
        case 2 -> peers.add(new Peer(peer.publicKey(), null, peer.allowedIps()));
        case 3 ->
            peers.add(
                new Peer(
                    peer.publicKey(),
                    new PresharedKey(Lists.publicKey(number + 7).base64()),
                    peer.allowedIps().subList(0, 1)));
        default -> peers.add(peer);
      }
    }
    return peers;
  }

  private static void assertEqual(PeerList list, InterfaceState seen) {
    assertTrue(list.peers().stream().allMatch(seen::has), () -> "list " + list.version());
    assertTrue(seen.peers().size() == list.peers().size(), () -> "list " + list.version());
  }

  /** Dies once it made a part of a change. */
  private record DyingKernel(Kernel kernel, int thirds) implements Kernel {
    @Override
    public int index() {
      return kernel.index();
    }

    @Override
    public InterfaceState read() throws IOException {
      return kernel.read();
    }

    @Override
    public boolean prepare(InterfacePlan plan, InterfaceState state) throws IOException {
      return kernel.prepare(plan, state);
    }

    @Override
    public void change(Difference difference) throws IOException {
      int set = difference.set().size() * thirds / 2;
      int removed = set < difference.set().size() ? 0 : difference.remove().size() / 2;
      kernel.change(
          new Difference(
              difference.set().subList(0, set), difference.remove().subList(0, removed)));
      throw new InMemoryKernel.Killed();
    }
  }
}
