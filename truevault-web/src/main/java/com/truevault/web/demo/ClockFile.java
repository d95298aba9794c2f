package com.truevault.web.demo;

import com.truevault.web.demo.time.DemoClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Where a demo keeps how far its clock is ahead, so that time never goes back there. */
final class ClockFile {
  private final Path file;
  private final boolean isFresh;

  /** In the given data folder. */
  ClockFile(Path data) {
    file = data.resolve("demo-clock.txt");
    isFresh = !Files.exists(data.resolve("CURRENT"));
  }

  /** The clock of the folder; behind the real one if the folder is new. */
  DemoClock clock(InstantSource real) {
    return new DemoClock(real, ahead(), this::keep);
  }

  private Duration ahead() {
    if (isFresh) {
      return SampleHistory.LENGTH.negated();
    }
    try {
      return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    } catch (IOException failure) {
      throw new UncheckedIOException("time of the demo cannot be read from " + file, failure);
    }
  }

  private void keep(Duration ahead) {
    try {
      Files.writeString(file, ahead.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException("time of the demo cannot be kept in " + file, failure);
    }
  }
}
