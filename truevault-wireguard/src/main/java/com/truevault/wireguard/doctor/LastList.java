package com.truevault.wireguard.doctor;

import com.truevault.peer.PeerList;
import com.truevault.wireguard.list.PeerListReader;
import com.truevault.wireguard.list.Reading;
import com.truevault.wireguard.list.SignedList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The list that the agent keeps. */
final class LastList {
  private LastList() {}

  /** The list in a file; null if there is none, or none that can be read. */
  static @Nullable PeerList read(Path file) {
    try {
      SignedList signed = SignedList.parse(Files.readAllBytes(file));
      return signed != null
              && signed.isWhole()
              && PeerListReader.read(signed.text()) instanceof Reading.Complete complete
          ? complete.list()
          : null;
    } catch (IOException e) {
      return null;
    }
  }
}
