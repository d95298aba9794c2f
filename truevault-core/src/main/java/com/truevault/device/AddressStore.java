package com.truevault.device;

import java.time.Instant;
import java.util.OptionalInt;

/** Which offsets of the address pool are free. Call inside the transaction that uses the offset. */
public interface AddressStore {

  /**
   * Takes the offset that has been free longest, else the next that was never used.
   *
   * @param end offsets are below this
   * @return empty if none is free
   */
  OptionalInt allocate(Instant now, int end);

  /** Gives an offset back; it is free again from that moment. */
  void release(int offset, Instant freeAt);

  /** Whether any offset was ever taken. */
  boolean wereGivenOut();

  /** How many offsets are in use or resting. */
  int used(Instant now);
}
