package com.truevault.web.device;

import com.truevault.device.ConfigurationStore.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the configuration for one server was written and last handed out. */
public record ConfigJson(String serverName, Instant generatedAt, @Nullable Instant downloadedAt) {
  static ConfigJson from(Stored stored) {
    return new ConfigJson(stored.server().value(), stored.generatedAt(), stored.downloadedAt());
  }
}
