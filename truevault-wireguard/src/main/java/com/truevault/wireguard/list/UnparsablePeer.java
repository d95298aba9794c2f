package com.truevault.wireguard.list;

import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list that makes no sense as a whole.
 *
 * @param position in the list, from 1
 * @param reason what is wrong, without repeating what was sent
 * @param publicKey null if not even that can be read
 * @param allowedIps those that can be read
 */
public record UnparsablePeer(
    int position, String reason, @Nullable PublicKey publicKey, List<AllowedIp> allowedIps) {

  /** Copies the addresses. */
  public UnparsablePeer {
    allowedIps = List.copyOf(allowedIps);
  }

  /** Whether nobody can tell which peer was meant, so that it could be any. */
  public boolean couldBeAnyone() {
    return publicKey == null && allowedIps.isEmpty();
  }

  /** Such as {@code peer 17 (xTIB…): presharedKey is not 32 bytes in base64}. */
  public String text() {
    String name = publicKey == null ? "" : " (" + publicKey + ")";
    return "peer " + position + name + ": " + reason;
  }
}
