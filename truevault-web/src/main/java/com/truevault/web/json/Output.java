package com.truevault.web.json;

import java.io.Writer;

/** Collects characters without the locks of {@link java.io.StringWriter}. */
final class Output extends Writer {
  private final StringBuilder text = new StringBuilder(512);

  @Override
  public void write(int character) {
    text.append((char) character);
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    text.append(characters, offset, length);
  }

  @Override
  public void write(String characters) {
    text.append(characters);
  }

  @Override
  public void write(String characters, int offset, int length) {
    text.append(characters, offset, offset + length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
