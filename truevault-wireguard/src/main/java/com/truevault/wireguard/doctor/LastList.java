package com.truevault.wireguard.doctor;

import com.truevault.peer.PeerList;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The list that the agent keeps. */
final class LastList {
  private LastList() {}

  /** The list in a file; null if there is none, or none that can be read. */
  static @Nullable PeerList read(Path file) {
    return null;
  }
}
