package com.truevault.device;

import com.truevault.server.ServerKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Configuration texts that were asked for, with placeholders for both secrets. */
public interface ConfigurationStore {

  /** The text of one device for one server. */
  Optional<Stored> find(DeviceId device, ServerKey server);

  /** The texts of one device, by server key. */
  List<Stored> ofDevice(DeviceId device);

  /** Adds or replaces a text. */
  void put(DeviceId device, Stored stored);

  /** Notes that a text was handed out. */
  void downloaded(DeviceId device, ServerKey server, Instant at);

  /** Forgets the texts of a device. */
  void dropOf(DeviceId device);

  /** Forgets the texts for a server. */
  void dropFor(ServerKey server);

  /**
   * A stored text.
   *
   * @param downloadedAt null if it was never handed out
   */
  record Stored(
      ServerKey server, String text, Instant generatedAt, @Nullable Instant downloadedAt) {}
}
