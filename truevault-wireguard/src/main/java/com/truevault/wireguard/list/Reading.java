package com.truevault.wireguard.list;

import com.truevault.peer.PeerList;
import java.util.List;

/** What a text turned out to be. */
public sealed interface Reading {

  /**
   * A list.
   *
   * @param list with every peer that makes sense
   * @param unparsable the others, in their order
   */
  record Complete(PeerList list, List<UnparsablePeer> unparsable) implements Reading {
    /** Copies the entries. */
    public Complete {
      unparsable = List.copyOf(unparsable);
    }
  }

  /** The word null. */
  record Null() implements Reading {}

  /**
   * No JSON.
   *
   * @param reason where it ends to be
   */
  record NotJson(String reason) implements Reading {}

  /**
   * JSON of another shape.
   *
   * @param reason what is missing or wrong
   */
  record NotAList(String reason) implements Reading {}
}
