package com.truevault.subscription;

import java.time.Instant;
import java.util.Map;

/**
 * Work that follows from a decision and is committed with it.
 *
 * @param key unique for good, such as {@code cancel:…}; adding it again adds nothing
 * @param subscription public id
 * @param dueAt not before then
 * @param attempts made so far
 * @param values what the work needs; its request id among them
 * @param lastError what went wrong last, with the provider's debug id; empty if nothing did
 */
public record Job(
    String key,
    JobKind kind,
    String subscription,
    Instant dueAt,
    JobState state,
    int attempts,
    Map<String, String> values,
    String lastError) {

  /** Copies the values. */
  public Job {
    values = Map.copyOf(values);
  }
}
