package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.truevault.secret.RandomIds;
import com.truevault.web.config.Keys;
import com.truevault.web.config.WebConfig;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What is given from outside: configuration, keys, time and randomness. */
public final class ConfigModule extends AbstractModule {
  private final WebConfig config;
  private final Keys keys;
  private final InstantSource clock;

  /** Hands out the given parts. */
  public ConfigModule(WebConfig config, Keys keys, InstantSource clock) {
    this.config = config;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  protected void configure() {
    bind(WebConfig.class).toInstance(config);
    bind(Keys.class).toInstance(keys);
    bind(InstantSource.class).toInstance(clock);
  }

  @Provides
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }

  @Provides
  @Singleton
  RandomIds ids(SecureRandom random) {
    return new RandomIds(random);
  }
}
