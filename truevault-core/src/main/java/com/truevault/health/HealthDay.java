package com.truevault.health;

import java.time.LocalDate;

/**
 * The checks of one server on one day.
 *
 * @param day in UTC
 */
public record HealthDay(LocalDate day, Tally tally) {}
