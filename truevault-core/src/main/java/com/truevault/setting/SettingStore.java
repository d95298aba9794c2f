package com.truevault.setting;

import java.time.Instant;
import java.util.List;

/** The settings table. The catalogue rows are there from the start. */
public interface SettingStore {

  /** Every setting, by key. */
  List<Setting> all();

  /** Changes a value; false if there is no such row. */
  boolean update(String key, String value, Instant at);
}
