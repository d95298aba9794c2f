package com.truevault.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Work to be done, each piece once. */
public interface JobStore {

  /** Adds work; false if its key was there, done or not. */
  boolean add(Job job, Instant now);

  /** The work of that key. */
  Optional<Job> find(String key);

  /** New work that is due, the longest due first. */
  List<Job> due(Instant now, int limit);

  /** Work that a person has to look at, oldest first. */
  List<Job> dead();

  /** A subscription's work, oldest first. */
  List<Job> of(String subscription);

  /** Replaces the work of its key. */
  void update(Job job, Instant now);
}
