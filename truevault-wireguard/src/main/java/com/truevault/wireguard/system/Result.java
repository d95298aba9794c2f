package com.truevault.wireguard.system;

/**
 * What became of a program.
 *
 * @param code its exit code; {@link #NOT_STARTED} if there is no such program, {@link #TIMED_OUT}
 *     if it had to be ended
 * @param output what it printed, cut off at {@link Program#MOST_OUTPUT} bytes
 * @param error what it said about failures, cut off alike
 */
public record Result(int code, String output, String error) {
  /** The code shells use for a program that is not there. */
  public static final int NOT_STARTED = 127;

  /** The code of {@code timeout(1)}. */
  public static final int TIMED_OUT = 124;

  /** Whether it ended well. */
  public boolean isFine() {
    return code == 0;
  }

  /** Why it failed, on one line: the first line of what it said, or its code. */
  public String reason() {
    String said = error.isBlank() ? output : error;
    return said.isBlank() ? "exit code " + code : said.strip().lines().findFirst().orElse("");
  }

  /** Output may be a private key. */
  @Override
  public String toString() {
    return "Result[" + code + "]";
  }
}
