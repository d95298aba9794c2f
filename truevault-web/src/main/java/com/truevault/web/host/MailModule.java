package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.truevault.TrueVault;
import com.truevault.mail.MailSender;
import com.truevault.secret.RandomIds;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.web.config.WebConfig;
import com.truevault.web.mail.ChosenMailSender;
import com.truevault.web.mail.Sender;
import com.truevault.web.mail.SmtpMailSender;
import com.truevault.web.mail.SmtpServer;
import com.truevault.web.mail.SpoolMailSender;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** Mails go to the operator's mail server, or into a folder while there is none. */
public final class MailModule extends AbstractModule {
  @Provides
  @Singleton
  MailSender mail(
      WebConfig config, RandomIds random, InstantSource clock, Provider<TrueVault> vault) {
    // The settings rest in the vault that sends by this.
    Supplier<Settings> settings = () -> vault.get().settings();
    Supplier<Sender> sender = () -> Sender.of(settings.get());
    return new ChosenMailSender(
        () -> !settings.get().text(SettingKey.SMTP_HOST).isEmpty(),
        new SmtpMailSender(
            () -> SmtpServer.of(settings.get()),
            sender,
            clock,
            (SSLSocketFactory) SSLSocketFactory.getDefault()),
        new SpoolMailSender(config.mailSpool(), random, clock, sender));
  }
}
