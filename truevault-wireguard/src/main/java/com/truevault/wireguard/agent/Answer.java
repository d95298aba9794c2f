package com.truevault.wireguard.agent;

/** What came of asking the panel for the list. */
public sealed interface Answer {

  /**
   * An answer that arrived whole, as far as HTTP can tell.
   *
   * @param status such as 200 or 304
   * @param body unpacked; at most as long as a list may be
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody, copied by nobody: it may be long.
  record Received(int status, byte[] body) implements Answer {
    @Override
    public String toString() {
      return "Received[" + status + ", " + body.length + " bytes]";
    }
  }

  /**
   * An answer that ended too early.
   *
   * @param reason without an address
   */
  record CutOff(String reason) implements Answer {}

  /**
   * No answer.
   *
   * @param reason without an address
   */
  record Unreachable(String reason) implements Answer {}
}
