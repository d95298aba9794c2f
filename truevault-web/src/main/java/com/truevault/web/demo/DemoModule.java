package com.truevault.web.demo;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.truevault.mail.MailSender;
import com.truevault.testing.RecordingMailSender;
import com.truevault.web.http.Routes;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.demo.MailPages;

/** A mailbox that everybody may read, instead of mails that leave. */
public final class DemoModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(MailSender.class).to(RecordingMailSender.class);
  }

  @Provides
  @Singleton
  RecordingMailSender mailbox() {
    return new RecordingMailSender();
  }

  @ProvidesIntoSet
  @Singleton
  Routes mails(PageKit pages, RecordingMailSender mailbox) {
    return new MailPages(pages, mailbox);
  }
}
