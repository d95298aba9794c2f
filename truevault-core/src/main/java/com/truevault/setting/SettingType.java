package com.truevault.setting;

/** How the text of a setting is to be read. */
public enum SettingType {
  /** Any line of text. */
  STRING,
  /** A whole number. */
  NUMBER,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** A JSON document. */
  JSON
}
