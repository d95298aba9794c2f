package com.truevault.benchmarks;

import com.truevault.benchmarks.SignedDeliveries.Delivery;
import com.truevault.webhook.WebhookInbox;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/** Deliveries verified and committed, beside the signature alone and raw commits of groups. */
final class WebhookIntake implements Benchmark {
  private static final int CALLERS = 64;
  private static final int EACH = 20;
  private static final double TARGET = 0.5;

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    SignedDeliveries deliveries = new SignedDeliveries();
    try (RawInbox floor = new RawInbox(folder.resolve("floor"));
        Shop shop = new Shop(folder.resolve("ours"), deliveries.reader());
        Callers threads = new Callers(CALLERS)) {
      Rounds.Medians perSecond =
          new Rounds(4, 9)
              .alternate(
                  round -> perSecond(threads.run(raw(deliveries, floor, made(deliveries, round)))),
                  round -> perSecond(threads.run(ours(shop, made(deliveries, round)))));
      return List.of(Result.rate("webhook verified and committed, 64 callers", perSecond, TARGET));
    }
  }

  private static List<Delivery> made(SignedDeliveries deliveries, int round) {
    return deliveries.make(round, CALLERS * EACH);
  }

  private static IntFunction<Callable<Boolean>> raw(
      SignedDeliveries deliveries, RawInbox floor, List<Delivery> all) {
    return caller ->
        () -> {
          for (Delivery delivery : all.subList(caller * EACH, (caller + 1) * EACH)) {
            if (!deliveries.isGenuine(delivery)) {
              throw new IllegalStateException("the floor must verify " + delivery.id());
            }
            floor.keep(delivery);
          }
          return true;
        };
  }

  private static IntFunction<Callable<Boolean>> ours(Shop shop, List<Delivery> all) {
    WebhookInbox inbox = shop.vault().webhookInbox();
    return caller ->
        () -> {
          for (Delivery delivery : all.subList(caller * EACH, (caller + 1) * EACH)) {
            String reason = inbox.receive(delivery.headers(), delivery.body()).reason();
            if (!reason.equals("verified")) {
              throw new IllegalStateException(delivery.id() + " was not taken: " + reason);
            }
          }
          return true;
        };
  }

  private static double perSecond(long nanos) {
    return CALLERS * EACH * 1e9 / nanos;
  }
}
