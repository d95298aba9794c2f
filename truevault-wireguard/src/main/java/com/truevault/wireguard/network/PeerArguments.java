package com.truevault.wireguard.network;

import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A difference as arguments of one {@code wg set}. It reads each secret from a file of its own, and
 * input is only one.
 *
 * @param input the secret that is read from the input; empty if there is none
 */
record PeerArguments(List<String> words, String input) {
  /** Read as no secret. */
  private static final String NOTHING = "/dev/null";

  /** The arguments; null if there is more than one secret. */
  static @Nullable PeerArguments of(Difference difference, String inputFile) {
    List<String> words = new ArrayList<>();
    String input = "";
    for (Peer peer : difference.set()) {
      PresharedKey secret = peer.presharedKey();
      if (secret != null && !input.isEmpty()) {
        return null;
      }
      input = secret == null ? input : secret.base64();
      words.addAll(List.of("peer", peer.publicKey().base64(), "preshared-key"));
      words.add(secret == null ? NOTHING : inputFile);
      words.add("allowed-ips");
      words.add(peer.allowedIps().stream().map(AllowedIp::text).collect(Collectors.joining(",")));
    }
    difference.remove().forEach(key -> words.addAll(List.of("peer", key.base64(), "remove")));
    return new PeerArguments(words, input);
  }

  /** The whole command. */
  List<String> after(String... command) {
    List<String> whole = new ArrayList<>(List.of(command));
    whole.addAll(words);
    return whole;
  }

  @Override
  public String toString() {
    return "PeerArguments" + words;
  }
}
