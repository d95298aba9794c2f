package com.truevault.web.device;

import com.truevault.device.OperatingSystem;
import com.truevault.web.json.InvalidFieldsException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads an operating system by the label that answers carry, such as iOS, in any case. */
final class SystemLabel {
  private SystemLabel() {}

  static OperatingSystem read(String label) {
    return OperatingSystem.of(label)
        .orElseThrow(
            () ->
                new InvalidFieldsException(
                    "operatingSystem",
                    Arrays.stream(OperatingSystem.values())
                        .map(OperatingSystem::label)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }
}
