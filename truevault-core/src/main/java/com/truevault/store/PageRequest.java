package com.truevault.store;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/**
 * Which part of a long list is wanted.
 *
 * @param after the id of the last row already seen; 0 for the first page. Lists run by ascending id
 *     unless their store says otherwise
 * @param limit how many rows at the most, 1 to 200
 */
public record PageRequest(long after, int limit) {
  /** The largest page. */
  public static final int MAX_LIMIT = 200;

  /** The page size where the caller has no wish. */
  public static final int USUAL_LIMIT = 50;

  /** Checks the bounds. */
  public PageRequest {
    if (after < 0) {
      throw new TrueVaultException(
          ErrorKind.INVALID, "cursor-invalid", "cursor is not one this list gave: " + after);
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new TrueVaultException(
          ErrorKind.INVALID,
          "limit-invalid",
          "limit must be 1 to " + MAX_LIMIT + ": " + limit + "; ask for a smaller page");
    }
  }

  /** The first page of the usual size. */
  public static PageRequest first() {
    return new PageRequest(0, USUAL_LIMIT);
  }
}
