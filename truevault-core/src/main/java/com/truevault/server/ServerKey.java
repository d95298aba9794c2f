package com.truevault.server;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.regex.Pattern;

/**
 * What a server is called in URLs and other files.
 *
 * @param value 2 to 40 characters of {@code [a-z0-9_]}, such as {@code new_york}
 */
public record ServerKey(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9_]{2,40}");

  /**
   * Checks the shape.
   *
   * @throws TrueVaultException INVALID if it has another
   */
  public ServerKey {
    if (!SHAPE.matcher(value).matches()) {
      throw new TrueVaultException(
          ErrorKind.INVALID,
          "server-key-invalid",
          "serverKey must be 2 to 40 lower-case letters, digits or underscores, such as new_york");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
