package com.truevault.wireguard.agent;

import com.truevault.peer.InterfacePlan;
import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.network.Difference;
import com.truevault.wireguard.network.InterfaceState;
import com.truevault.wireguard.network.Kernel;
import com.truevault.wireguard.network.KernelPeer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/** An interface as the kernel keeps it: an address belongs to the last peer that claimed it. */
final class InMemoryKernel implements Kernel {
  private final Map<PublicKey, KernelPeer> peers = new LinkedHashMap<>();
  private final List<Difference> changes = new ArrayList<>();
  private int index = 1;
  private int steps;
  private IntPredicate crash = step -> false;
  private boolean isGone;

  /** Where the agent is killed. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Kills the agent before the steps that the predicate names; steps count from 1. */
  void crashAt(IntPredicate when) {
    steps = 0;
    crash = when;
  }

  void crashPoint() {
    steps++;
    if (crash.test(steps)) {
      throw new Killed();
    }
  }

  /** Every change that was asked for. */
  List<Difference> changes() {
    return changes;
  }

  void recreate() {
    peers.clear();
    index++;
  }

  void vanish(boolean gone) {
    isGone = gone;
  }

  void count(PublicKey key, long handshake, long received, long sent) {
    KernelPeer peer = Objects.requireNonNull(peers.get(key), "no such peer");
    peers.put(
        key,
        new KernelPeer(key, peer.presharedKey(), peer.allowedIps(), handshake, received, sent));
  }

  void addByHand(Peer peer) {
    set(peer);
  }

  void removeByHand(PublicKey key) {
    peers.remove(key);
  }

  @Override
  public int index() {
    return isGone ? 0 : index;
  }

  @Override
  public InterfaceState read() throws IOException {
    crashPoint();
    if (isGone) {
      throw new IOException("wg show wg0 ended with 1: no such device");
    }
    return new InterfaceState(null, 51820, peers);
  }

  @Override
  public boolean prepare(InterfacePlan plan, InterfaceState state) {
    crashPoint();
    return false;
  }

  @Override
  public void change(Difference difference) {
    changes.add(difference);
    for (Peer peer : difference.set()) {
      crashPoint();
      set(peer);
    }
    for (PublicKey key : difference.remove()) {
      crashPoint();
      peers.remove(key);
    }
    crashPoint();
  }

  private void set(Peer peer) {
    List<String> addresses = peer.allowedIps().stream().map(AllowedIp::text).toList();
    peers.replaceAll((key, other) -> without(other, addresses));
    KernelPeer before = peers.get(peer.publicKey());
    peers.put(
        peer.publicKey(),
        new KernelPeer(
            peer.publicKey(),
            peer.presharedKey(),
            addresses,
            before == null ? 0 : before.handshake(),
            before == null ? 0 : before.receivedBytes(),
            before == null ? 0 : before.sentBytes()));
  }

  private static KernelPeer without(KernelPeer peer, List<String> addresses) {
    List<String> left =
        peer.allowedIps().stream().filter(address -> !addresses.contains(address)).toList();
    return new KernelPeer(
        peer.publicKey(),
        peer.presharedKey(),
        left,
        peer.handshake(),
        peer.receivedBytes(),
        peer.sentBytes());
  }
}
