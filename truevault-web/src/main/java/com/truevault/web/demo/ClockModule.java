package com.truevault.web.demo;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.truevault.TrueVault;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.testing.RecordingMailSender;
import com.truevault.web.demo.time.DemoClock;
import com.truevault.web.demo.time.TimeMachine;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.demo.ClockPages;

/** A clock that everybody may move, and what happens meanwhile. */
public final class ClockModule extends AbstractModule {
  private final DemoClock clock;

  /** Moves that clock, which host and PayPal share. */
  public ClockModule(DemoClock clock) {
    this.clock = clock;
  }

  @Provides
  @Singleton
  TimeMachine time(FakePayPal paypal, TrueVault vault, RecordingMailSender mailbox) {
    return new TimeMachine(clock, paypal, vault, mailbox);
  }

  @ProvidesIntoSet
  @Singleton
  Routes clock(PageKit pages, TimeMachine time, SessionTokens tokens) {
    return new ClockPages(pages, time, tokens, DemoSignIns.CUSTOMER);
  }
}
