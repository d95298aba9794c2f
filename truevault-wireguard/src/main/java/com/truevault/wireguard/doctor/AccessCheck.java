package com.truevault.wireguard.doctor;

import java.util.List;
import java.util.Locale;

/** Do secrets stay among those who need them? */
final class AccessCheck implements Check {
  @Override
  public List<Finding> look(Facts facts) {
    return facts.files().stream()
        .filter(file -> (file.mode() & ~file.most()) != 0)
        .map(
            file ->
                new Finding(
                    "access-too-open",
                    file.path() + " has mode " + octal(file.mode()),
                    octal(file.most()),
                    "chmod " + octal(file.most()) + " " + file.path()))
        .toList();
  }

  private static String octal(int mode) {
    return String.format(Locale.ROOT, "%04o", mode);
  }
}
