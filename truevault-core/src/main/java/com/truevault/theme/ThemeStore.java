package com.truevault.theme;

import java.time.Instant;
import java.util.List;

/** The theme table. The twelve catalogue rows are there from the start. */
public interface ThemeStore {

  /** Every element, in the order of its id. */
  List<ThemeElement> all();

  /** Changes a value; false if there is no such element. */
  boolean update(String name, String value, Instant at);
}
