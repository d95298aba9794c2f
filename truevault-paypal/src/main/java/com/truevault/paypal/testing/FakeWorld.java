package com.truevault.paypal.testing;

import com.google.gson.JsonObject;
import com.truevault.billing.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What all parts of the fake share. */
final class FakeWorld {
  final FakeTimeline timeline;
  final FakeBooks books = new FakeBooks();
  final FakeIds ids;
  final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
  final URI api;
  final URI site;
  boolean capturesAreDecidedLater;

  FakeWorld(Instant now, RandomGenerator random, URI api, URI site) {
    timeline = new FakeTimeline(now);
    ids = new FakeIds(random);
    this.api = api;
    this.site = site;
  }

  Instant now() {
    return timeline.now();
  }

  boolean has(Oddity oddity) {
    return oddities.contains(oddity);
  }

  /** An amount as the newer APIs write it. */
  JsonObject money(Money amount) {
    return FakeJson.object(
        "currency_code", amount.currency().getCurrencyCode(), "value", text(amount));
  }

  /** An amount as the older payments API writes it. */
  JsonObject total(Money amount) {
    return FakeJson.object("total", text(amount), "currency", amount.currency().getCurrencyCode());
  }

  /** A part of an amount as the older payments API writes it. */
  JsonObject value(Money amount) {
    return FakeJson.object("value", text(amount), "currency", amount.currency().getCurrencyCode());
  }

  private String text(Money amount) {
    String exact = amount.amount();
    if (has(Oddity.SHORT_AMOUNTS) && new BigDecimal(exact).stripTrailingZeros().scale() <= 0) {
      return new BigDecimal(exact).setScale(1).toPlainString();
    }
    return has(Oddity.LONG_AMOUNTS) ? new BigDecimal(exact).setScale(4).toPlainString() : exact;
  }
}
