package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.truevault.Storage;
import com.truevault.mail.MailSender;
import com.truevault.secret.RandomIds;
import com.truevault.setting.Setting;
import com.truevault.setting.SettingKey;
import com.truevault.web.config.WebConfig;
import com.truevault.web.mail.SpoolMailSender;
import java.time.InstantSource;

/** Mails are left in a folder. */
public final class MailModule extends AbstractModule {
  @Provides
  @Singleton
  MailSender mail(WebConfig config, RandomIds random, InstantSource clock, Storage storage) {
    return new SpoolMailSender(config.mailSpool(), random, clock, () -> sender(storage));
  }

  private static String sender(Storage storage) {
    return storage.settings().all().stream()
        .filter(setting -> setting.key().equals(SettingKey.FROM_EMAIL.key()))
        .map(Setting::value)
        .findFirst()
        .orElse("");
  }
}
