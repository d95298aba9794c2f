package com.truevault.sqlite.migration;

import com.truevault.store.DataFile;
import java.util.Arrays;
import java.util.Optional;

/** The {@code application_id} that marks a file as one of the nine. */
final class Slot {
  private Slot() {}

  static int idOf(DataFile file) {
    return switch (file) {
      case MAIN -> 0x54560001;
      case USERS -> 0x54560002;
      case DEVICES -> 0x54560003;
      case SERVERS -> 0x54560004;
      case BILLING -> 0x54560005;
      case FORMS -> 0x54560006;
      case CAMPAIGNS -> 0x54560007;
      case BUILDER -> 0x54560008;
      case TUTORIALS -> 0x54560009;
    };
  }

  static Optional<DataFile> of(int id) {
    return Arrays.stream(DataFile.values()).filter(file -> idOf(file) == id).findFirst();
  }
}
