package com.truevault.web.demo;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.truevault.billing.PaymentGateway;
import com.truevault.mail.MailSender;
import com.truevault.secret.RandomIds;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SimulatedGateway;
import com.truevault.web.host.SiteAddress;
import com.truevault.web.host.SiteModule;
import com.truevault.web.http.Routes;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.PageRoutes;
import java.time.InstantSource;

/** Simulated payments and a mailbox that everybody may read, instead of the real ones. */
public final class DemoModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(PaymentGateway.class).to(SimulatedGateway.class);
    bind(MailSender.class).to(RecordingMailSender.class);
  }

  @Provides
  @Singleton
  SimulatedGateway gateway(RandomIds random, InstantSource clock, SiteAddress address) {
    return new SimulatedGateway(random, clock, address.text() + "/demo/approve/");
  }

  @Provides
  @Singleton
  RecordingMailSender mailbox() {
    return new RecordingMailSender();
  }

  @ProvidesIntoSet
  @Singleton
  Routes demo(PageKit pages, SimulatedGateway gateway, RecordingMailSender mailbox) {
    return SiteModule.together(PageRoutes.demo(pages, gateway, mailbox));
  }
}
