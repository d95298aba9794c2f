package com.truevault.benchmarks;

import com.truevault.wireguard.lab.Node;
import com.truevault.wireguard.lab.WireGuardLink;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads the peers of an interface until it shows what is expected. Reading ten thousand takes
 * wireguard-go a good part of a core, so there are pauses in between: what is measured is late by
 * one reading and one pause at most, never early.
 */
final class PeerWatch {
  private static final long PAUSE = Duration.ofMillis(20).toNanos();
  private static final long PATIENCE = Duration.ofMinutes(2).toNanos();

  private final Node node;
  private final WireGuardLink link;

  PeerWatch(Node node, WireGuardLink link) {
    this.node = node;
    this.link = link;
  }

  /**
   * What the interface has to show.
   *
   * @param since from when on the time is measured, as {@link System#nanoTime} tells it
   */
  record Expectation(String publicKey, boolean isPresent, long since) {
    private boolean isMet(String peers) {
      return peers.contains(publicKey + "\t") == isPresent;
    }
  }

  /**
   * Waits until all came true; returns how many milliseconds each took, in their order of truth.
   */
  List<Double> await(List<Expectation> expected) throws IOException {
    long start = System.nanoTime();
    List<Expectation> left = new ArrayList<>(expected);
    List<Double> millis = new ArrayList<>();
    while (!left.isEmpty()) {
      String peers = peers();
      long now = System.nanoTime();
      for (Expectation expectation : left) {
        if (expectation.isMet(peers)) {
          millis.add((now - expectation.since()) / 1e6);
        }
      }
      left.removeIf(expectation -> expectation.isMet(peers));
      if (now - start > PATIENCE) {
        throw new IOException("the interface never came to show " + left);
      }
      LockSupport.parkNanos(left.isEmpty() ? 0 : PAUSE);
    }
    return millis;
  }

  /** Waits until there are so many peers. */
  void awaitCount(long count) throws IOException {
    long start = System.nanoTime();
    long present = peers().lines().count();
    while (present != count) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new IOException("the interface has " + present + " peers, not " + count);
      }
      LockSupport.parkNanos(PAUSE);
      present = peers().lines().count();
    }
  }

  private String peers() {
    return node.run("wg", "show", link.name(), "allowed-ips");
  }
}
