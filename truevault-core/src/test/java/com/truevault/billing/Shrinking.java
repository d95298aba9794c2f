package com.truevault.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the few of many things that are enough to make something fail. */
public final class Shrinking {
  private Shrinking() {}

  /**
   * The given things without those that it fails without as well.
   *
   * @param fails true for the whole list
   */
  public static <T> List<T> minimal(List<T> all, Predicate<List<T>> fails) {
    List<T> left = new ArrayList<>(all);
    for (int chunk = Math.max(1, all.size() / 2); chunk > 0; chunk /= 2) {
      for (int i = 0; i + chunk <= left.size(); ) {
        List<T> less = new ArrayList<>(left);
        less.subList(i, i + chunk).clear();
        if (fails.test(less)) {
          left = less;
        } else {
          i += chunk;
        }
      }
    }
    return List.copyOf(left);
  }
}
