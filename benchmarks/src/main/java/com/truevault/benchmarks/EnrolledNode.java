package com.truevault.benchmarks;

import com.truevault.peer.InterfacePlan;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SigningKey;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.list.PeerListWriter;
import com.truevault.wireguard.list.SignedList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The files of an agent that has joined, and a signed list of many peers. */
final class EnrolledNode {
  private final RandomIds random = new RandomIds(new SecureRandom());
  private final SigningKey key = SigningKey.generate(random);
  private final List<Peer> peers;
  private final byte[] signed;

  EnrolledNode(int count) {
    peers = peers(count);
    Instant now = Instant.now();
    signed =
        SignedList.sign(
            PeerListWriter.bytes(
                new PeerList(
                    new ServerKey("bench"),
                    new ListVersion(1, 1),
                    now,
                    now.plus(Duration.ofDays(3)),
                    new InterfacePlan(publicKey(), 51820, List.of(), 1420),
                    false,
                    null,
                    peers)),
            key);
  }

  byte[] signed() {
    return signed;
  }

  /** The same peers as {@code wg} reads them. */
  String configuration() {
    StringBuilder text = new StringBuilder();
    for (Peer peer : peers) {
      PresharedKey secret = peer.presharedKey();
      text.append("[Peer]\nPublicKey = ").append(peer.publicKey().base64());
      text.append("\nPresharedKey = ").append(secret == null ? "" : secret.base64());
      text.append("\nAllowedIPs = ")
          .append(peer.allowedIps().stream().map(AllowedIp::text).collect(Collectors.joining(", ")))
          .append('\n');
    }
    return text.toString();
  }

  void write(Path state) throws IOException {
    Files.createDirectories(state);
    Files.writeString(state.resolve("credential"), "bench\n" + Instant.now() + "\n");
    Files.writeString(
        state.resolve("panel.json"),
        "{\"serverKey\":\"bench\",\"listKey\":\"" + key.verifyingKey().base64() + "\"}");
  }

  private List<Peer> peers(int count) {
    List<Peer> made = new ArrayList<>(count);
    for (int number = 2; number < count + 2; number++) {
      String address = "10.8." + (number >> 8) + "." + (number & 255) + "/32";
      String address6 = "fd00:8::" + Integer.toHexString(number) + "/128";
      made.add(
          new Peer(
              publicKey(),
              PresharedKey.generate(random),
              List.of(new AllowedIp(address), new AllowedIp(address6))));
    }
    return made;
  }

  private PublicKey publicKey() {
    return new PublicKey(Base64.getEncoder().encodeToString(random.bytes(32)));
  }
}
