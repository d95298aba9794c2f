package com.truevault.device;

import com.truevault.TrueVaultException;
import java.util.regex.Pattern;

/**
 * What a device is called in URLs and other files; random, so that nobody guesses another's.
 *
 * @param value 8 to 64 characters of {@code [A-Za-z0-9_-]}
 */
public record DeviceId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  /**
   * Checks the shape.
   *
   * @throws TrueVaultException NOT_FOUND if no device can be called that
   */
  public DeviceId {
    if (!SHAPE.matcher(value).matches()) {
      throw Devices.unknown();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
