package com.truevault.subscription;

import java.util.List;

/** Comparisons with the payment provider. */
public interface ComparisonStore {
  /** Keeps a comparison. */
  void add(Comparison comparison);

  /**
   * The comparisons that were kept last, newest first.
   *
   * @param limit at least 1
   */
  List<Comparison> newest(int limit);
}
