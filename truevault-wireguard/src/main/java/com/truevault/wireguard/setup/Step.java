package com.truevault.wireguard.setup;

import java.io.IOException;
import java.util.List;

/** One part of setting up a machine. */
interface Step {
  /** What it is about, in a few words. */
  String title();

  /**
   * What is missing, from what is there now; empty if nothing is.
   *
   * @throws com.truevault.TrueVaultException CONFLICT if what is there must not be changed
   */
  List<Deed> deeds() throws IOException;
}
