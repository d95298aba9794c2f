package com.truevault.wireguard.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The last good list, exactly as it was signed, and the agent's state, in its own folder (0700).
 * The state goes first: whoever left is remembered before the list that lacks them takes effect.
 */
final class ListArchive {
  static final String LIST = "peers.list";
  static final String STATE = "state.json";

  private final Path folder;
  private final DurableFile list;
  private final DurableFile state;

  ListArchive(Path folder) {
    this.folder = folder;
    this.list = new DurableFile(folder.resolve(LIST));
    this.state = new DurableFile(folder.resolve(STATE));
  }

  /** The signed bytes; null before the first list. */
  byte @Nullable [] list() throws IOException {
    return list.read();
  }

  /**
   * The state; an empty one before the first list.
   *
   * @throws IOException if it cannot be read or is damaged
   */
  AgentState state() throws IOException {
    byte[] bytes = state.read();
    return bytes == null ? AgentState.NONE : AgentState.of(bytes);
  }

  void save(byte[] signed, AgentState next) throws IOException {
    DurableFile.createFolder(folder);
    state.write(next.bytes());
    list.write(signed);
  }

  /** Forgets both: another server or panel counts its lists from another beginning. */
  void clear() throws IOException {
    list.delete();
    state.delete();
  }

  /** Free bytes on its disk; -1 if unknown. */
  long freeBytes() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return -1;
    }
  }
}
