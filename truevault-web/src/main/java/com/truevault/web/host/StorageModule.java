package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.truevault.Storage;
import com.truevault.sqlite.SqliteConfig;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.sqlite.file.Limits;
import com.truevault.web.config.WebConfig;
import java.time.InstantSource;

/** Everything rests in the nine SQLite files of the data folder. */
public final class StorageModule extends AbstractModule {
  @Provides
  @Singleton
  Storage storage(WebConfig config, InstantSource clock) {
    return SqliteStorage.open(
        new SqliteConfig(
            config.data(),
            new Limits(
                config.files().readers(),
                config.files().busyTimeout(),
                config.files().readDeadline()),
            null,
            clock));
  }
}
