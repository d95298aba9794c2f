package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.truevault.health.Probe;
import com.truevault.web.config.WebConfig;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** Stands for the web server in commands that run beside it. */
public final class OfflineModule extends AbstractModule {
  @Provides
  @Singleton
  SiteAddress address(WebConfig config) {
    URI own = URI.create("http://" + config.web().host() + ":" + config.web().port());
    return new SiteAddress(Objects.requireNonNullElse(config.web().baseUrl(), own));
  }

  /** Whoever runs beside a host leaves the servers to it. */
  @Provides
  @Singleton
  Probe probe() {
    return targets -> Map.of();
  }
}
