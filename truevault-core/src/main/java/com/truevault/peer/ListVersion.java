package com.truevault.peer;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of two lists of a server is newer. Within an epoch generations only rise; an epoch is begun
 * when the files went back in time, as after a restore.
 *
 * @param epoch from 1
 * @param generation from 1 in each epoch
 */
public record ListVersion(long epoch, long generation) implements Comparable<ListVersion> {
  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,17})\\.([1-9][0-9]{0,17})");
  private static final Comparator<ListVersion> ORDER =
      Comparator.comparingLong(ListVersion::epoch).thenComparingLong(ListVersion::generation);

  /** Checks the range. */
  public ListVersion {
    if (epoch < 1 || generation < 1) {
      throw new IllegalArgumentException(
          "epoch and generation start at 1: " + epoch + "." + generation);
    }
  }

  /**
   * The version of a text such as {@code 1.42}.
   *
   * @throws TrueVaultException INVALID if the text is none
   */
  public static ListVersion of(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new TrueVaultException(
          ErrorKind.INVALID,
          "list-version-invalid",
          "version must be epoch and generation, such as 1.42");
    }
    return new ListVersion(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
  }

  /** Whether a list of this version comes after one of the other. */
  public boolean isNewerThan(ListVersion other) {
    return compareTo(other) > 0;
  }

  /** The version that follows in the same epoch. */
  public ListVersion next() {
    return new ListVersion(epoch, generation + 1);
  }

  @Override
  public int compareTo(ListVersion other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code 1.42}. */
  @Override
  public String toString() {
    return epoch + "." + generation;
  }
}
