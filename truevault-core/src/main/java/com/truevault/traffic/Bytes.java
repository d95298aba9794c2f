package com.truevault.traffic;

/**
 * How much was carried, as the device sees it.
 *
 * @param down to the device, from 0
 * @param up from the device, from 0
 */
public record Bytes(long down, long up) {
  /** The largest number that JSON carries exactly; nothing real counts that far. */
  static final long MOST = 1L << 53;

  /** Nothing. */
  public static final Bytes NONE = new Bytes(0, 0);

  /** Checks the range. */
  public Bytes {
    if (down < 0 || up < 0) {
      throw new IllegalArgumentException("bytes are counted from 0: " + down + ", " + up);
    }
  }

  /** Both ways together. */
  public long total() {
    return down + up;
  }

  /** This and that, each way 2^53 at most, so that a broken agent makes no sum overflow. */
  public Bytes plus(Bytes other) {
    return new Bytes(Math.min(MOST, down + other.down), Math.min(MOST, up + other.up));
  }

  /**
   * What was carried since a counter stood at {@code before}. A counter that fell belongs to an
   * interface that was made anew, where both ways began at nothing.
   */
  Bytes since(Bytes before) {
    boolean anew = down < before.down || up < before.up;
    return anew ? this : new Bytes(down - before.down, up - before.up);
  }
}
