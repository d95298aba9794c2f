package com.truevault.web.config;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which name was meant. */
final class Suggestion {
  private Suggestion() {}

  /** A question to put behind a refusal; empty if no known name is near. */
  static String among(Collection<String> known, String typed) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(name, typed)))
        .filter(name -> distance(name, typed) <= Math.max(3, typed.length() / 3))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  /** How many letters must be added, removed or replaced (Levenshtein). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
