package com.truevault.paypal;

import com.truevault.billing.Fact;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one reading has found so far: each fact and each doubt once. */
final class Findings {
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Set<String> doubts = new LinkedHashSet<>();

  void add(Fact fact) {
    facts.putIfAbsent(fact.key(), fact);
  }

  void addAll(Collection<? extends Fact> more) {
    more.forEach(this::add);
  }

  void doubt(String text) {
    doubts.add(text);
  }

  /** Reads one thing; what cannot be understood of it becomes a doubt and spoils nothing else. */
  void about(String thing, Runnable reading) {
    try {
      reading.run();
    } catch (DoubtfulException e) {
      doubt(thing + ": " + e.text());
    }
  }

  List<Fact> facts() {
    return List.copyOf(facts.values());
  }

  List<String> doubts() {
    return List.copyOf(doubts);
  }
}
