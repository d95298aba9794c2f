package com.truevault.wireguard.agent;

import com.truevault.peer.InterfacePlan;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.peer.Shrinkage;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SigningKey;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.list.PeerListWriter;
import com.truevault.wireguard.list.SignedList;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as a panel signs them. */
final class Lists {
  static final ServerKey SERVER = new ServerKey("here");
  static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

  final SigningKey key = SigningKey.generate(new RandomIds(new SecureRandom()));
  final PanelIdentity identity = new PanelIdentity(SERVER, key.verifyingKey());
  private final InterfacePlan plan;

  Lists() {
    this(new InterfacePlan(publicKey(1_000_000), 51820, List.of("10.8.0.1/14"), 1420));
  }

  Lists(InterfacePlan plan) {
    this.plan = plan;
  }

  /** Always the same key for the same number. */
  static PublicKey publicKey(int number) {
    return new PublicKey(base64(number, 1));
  }

  /** The peer of that number, with an address of its own. */
  static Peer peer(int number) {
    String address =
        "10." + (8 + (number >> 16)) + "." + (number >> 8 & 255) + "." + (number & 255);
    return new Peer(
        publicKey(number),
        new PresharedKey(base64(number, 2)),
        List.of(
            new AllowedIp(address + "/32"),
            new AllowedIp("fd00:8::" + Integer.toHexString(number) + "/128")));
  }

  /** Peers from one number to another, that one excluded. */
  static List<Peer> peers(int from, int to) {
    List<Peer> peers = new ArrayList<>();
    for (int number = from; number < to; number++) {
      peers.add(peer(number));
    }
    return peers;
  }

  PeerList list(long generation, List<Peer> peers) {
    return list(generation, peers, START, null);
  }

  PeerList list(
      long generation, List<Peer> peers, Instant issuedAt, @Nullable Shrinkage confirmed) {
    return new PeerList(
        SERVER,
        new ListVersion(1, generation),
        issuedAt,
        issuedAt.plus(Duration.ofDays(3)),
        plan,
        false,
        confirmed,
        peers);
  }

  byte[] signed(PeerList list) {
    return SignedList.sign(PeerListWriter.bytes(list), key);
  }

  byte[] signed(String json) {
    return SignedList.sign(json.getBytes(StandardCharsets.UTF_8), key);
  }

  /** The answer that carries it. */
  Answer answer(PeerList list) {
    return new Answer.Received(200, signed(list));
  }

  private static String base64(int number, int kind) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    bytes[1] = (byte) (number >> 8);
    bytes[2] = (byte) (number >> 16);
    bytes[16] = (byte) kind;
    return java.util.Base64.getEncoder().encodeToString(bytes);
  }
}
