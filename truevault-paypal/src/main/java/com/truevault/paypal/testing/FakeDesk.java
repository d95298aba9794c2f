package com.truevault.paypal.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All parts of the fake put together, and the order in which a call meets them. */
final class FakeDesk {
  final FakeWorld world;
  final FakeAgreements agreements;
  final FakePayments payments;
  final FakeDisputes disputes;
  private final FakeFaults faults;
  private final TokenRoutes tokens;
  private final RepeatedCalls repeated;
  private final FakeRoutes routes = new FakeRoutes();

  FakeDesk(FakeWorld world, FakeDeliveries deliveries, FakeFaults faults, FakeSigner signer) {
    this.world = world;
    this.faults = faults;
    FakeEvents events = new FakeEvents(world, deliveries::send);
    payments = new FakePayments(world, events);
    FakeCharges charges = new FakeCharges(world, events, payments);
    agreements = new FakeAgreements(world, events, charges, payments);
    disputes = new FakeDisputes(world, events, payments);
    tokens =
        new TokenRoutes(world, FakePayPal.CREDENTIALS.clientId(), FakePayPal.CREDENTIALS.secret());
    repeated = new RepeatedCalls(world);
    tokens.define(routes);
    new CatalogRoutes(world).define(routes);
    new SubscriptionRoutes(world, agreements).define(routes);
    new PaymentRoutes(world, payments).define(routes);
    new DisputeRoutes(world).define(routes);
    new NotificationRoutes(world, deliveries, signer).define(routes);
    new ApprovalPage(world, agreements).define(routes);
  }

  FakeAnswer answer(FakeCall call) {
    if (faults.isDown()) {
      return FakeProblemException.down().answer(world.ids.debug());
    }
    @Nullable Fault fault = faults.drawn(call);
    Supplier<FakeAnswer> real = () -> real(call);
    return fault == null ? real.get() : faults.answer(fault, real);
  }

  void revokeTokens() {
    tokens.revokeAll();
  }

  private FakeAnswer real(FakeCall call) {
    try {
      if (!isOpenToAll(call)) {
        tokens.demand(call.header("authorization"));
      }
      return repeated
          .answer(call, () -> routes.answer(call))
          .with("paypal-debug-id", world.ids.debug());
    } catch (FakeProblemException e) {
      return e.answer(world.ids.debug());
    }
  }

  private static boolean isOpenToAll(FakeCall call) {
    return call.path().equals(TokenRoutes.PATH)
        || call.path().equals(ApprovalPage.PATH)
        || call.path().startsWith(NotificationRoutes.CERTIFICATES);
  }
}
