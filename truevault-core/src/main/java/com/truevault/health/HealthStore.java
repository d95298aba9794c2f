package com.truevault.health;

import com.truevault.server.ServerKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Checks, and what they are summed up to. Hours are counted from checks and days from hours; to
 * count again replaces what was counted and changes nothing else.
 */
public interface HealthStore {

  /** Adds checks of servers that are there. */
  void add(List<HealthCheck> checks);

  /** The last checks of a server, newest first. */
  List<HealthCheck> recent(ServerKey server, int limit);

  /** The condition of every server that was ever checked. */
  List<Condition> conditions();

  /** The conditions of those that count as offline. */
  List<Condition> offline();

  /** Adds or replaces conditions. */
  void put(List<Condition> conditions);

  /** The start of the newest hour that was counted. */
  Optional<Instant> newestHour();

  /**
   * Counts the hours from that one on, as far as there are checks in them.
   *
   * @param from a full hour
   */
  void countHours(Instant from);

  /** Counts the days from that one on, UTC, as far as there are hours in them. */
  void countDays(LocalDate from);

  /** The hours of a server that have checks, oldest first. */
  List<HealthHour> hours(ServerKey server, Instant from, Instant end);

  /** The days of a server that have checks, oldest first. */
  List<HealthDay> days(ServerKey server, LocalDate from, LocalDate end);

  /** Removes what is older: checks, hours and days that start before. */
  void forget(Instant checksBefore, Instant hoursBefore, LocalDate daysBefore);
}
