package com.truevault.wireguard.setup;

import java.io.IOException;
import java.util.List;

/** One change to a machine. */
interface Deed {
  /** For people: exactly what is done, in one line or more. */
  String text();

  /** How to take it back, in the order in which it was done; empty if something else does. */
  List<Undo> undoing() throws IOException;

  /**
   * Does it.
   *
   * @throws com.truevault.TrueVaultException UNAVAILABLE if a program failed
   */
  void perform() throws IOException;
}
