package com.truevault.sqlite;

import static com.truevault.testing.VaultFixture.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.ledger.LedgerAccount;
import com.truevault.ledger.Payment;
import com.truevault.sqlite.file.Synchronous;
import com.truevault.testing.KillSwitch;
import com.truevault.testing.SimulatedGateway;
import com.truevault.testing.SimulatedGateway.Decision;
import com.truevault.testing.StepSwitch;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever step of taking in money the process is killed at, the files as they lie there then are
 * opened again, the same is done once more, and each piece of money is booked once.
 */
@Tag("slow")
class BookingKillTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Money PRICE = Money.of("9.99", "USD");
  private static final Money PART = Money.of("3.33", "USD");
  private static final Money FEE = Money.of("0.64", "USD");

  @TempDir Path folder;
  private int runs;

  @Test
  void booksEachPieceOfMoneyOnceWhereverItIsKilled() throws IOException {
    int points = 0;
    for (Happening happening : Happening.values()) {
      points += new Sweep(happening).points();
    }
    assertTrue(points >= 100, "only " + points + " points");
  }

  /** What happens at the provider; except for the first payment, that one is booked before. */
  private enum Happening {
    FIRST_PAYMENT(new Books(1, 1, 1, PRICE.minor(), 0)),
    RENEWAL(new Books(2, 2, 2, 2 * PRICE.minor(), 0)),
    FEE_KNOWN_LATER(new Books(1, 1, 2, PRICE.minor() - FEE.minor(), 0)),
    PARTIAL_REFUND(new Books(1, 2, 2, PRICE.minor() - PART.minor(), 0)),
    CHARGEBACK(new Books(1, 2, 2, 0, 0)),
    STRANGE_AMOUNT(new Books(2, 1, 2, PRICE.minor() + PART.minor(), 0)),
    FAILED_RENEWAL(new Books(1, 1, 1, PRICE.minor(), 1));

    private final Books booked;

    Happening(Books booked) {
      this.booked = booked;
    }

    Books booked() {
      return booked;
    }

    void happen(SimulatedGateway gateway, String gatewayId, String sale) {
      switch (this) {
        case FIRST_PAYMENT -> {}
        case RENEWAL -> gateway.pay(gatewayId);
        case FEE_KNOWN_LATER -> gateway.add(gatewayId, new Fact.Fee(sale, FEE, START));
        case PARTIAL_REFUND ->
            gateway.add(gatewayId, new Repayment("R-1", sale, RepaymentKind.REFUND, PART, START));
        case CHARGEBACK ->
            gateway.add(
                gatewayId, new Repayment("R-1", sale, RepaymentKind.REVERSAL, PRICE, START));
        case STRANGE_AMOUNT ->
            gateway.add(gatewayId, new Sale("S-1", SaleState.COMPLETED, PART, START));
        case FAILED_RENEWAL -> gateway.fail(gatewayId, START.plus(Duration.ofDays(5)));
      }
    }
  }

  /** All points at which one happening can be cut off. */
  private final class Sweep {
    private final Happening happening;
    private final Path template;
    private final VaultFixture before;
    private final String publicId;
    private final Set<Integer> mailed = new HashSet<>();

    Sweep(Happening happening) {
      this.happening = happening;
      this.template = next();
      try (SqliteStorage storage = open(template)) {
        before = new VaultFixture(storage);
        publicId = approved();
        happen();
        before.vault().maintenance().deliver();
      }
    }

    int points() throws IOException {
      int points = 0;
      while (isKilledAt(points + 1)) {
        points++;
      }
      assertEquals(1, mailed.size(), () -> happening + " mailed " + mailed + " mails");
      return points;
    }

    private String approved() {
      User user = before.customer("kim@example.com");
      Subscription opened =
          before
              .vault()
              .subscriptions()
              .start(user, Plan.PERSONAL, BillingCycle.MONTHLY)
              .subscription();
      before.gateway().decide(String.valueOf(opened.gatewayId()), Decision.APPROVE);
      return opened.publicId();
    }

    private void happen() {
      if (happening != Happening.FIRST_PAYMENT) {
        Subscription paid = before.vault().reconciliation().reconcile(publicId);
        String sale = String.valueOf(paid.standing().lastPayment());
        happening.happen(before.gateway(), String.valueOf(paid.gatewayId()), sale);
      }
    }

    private boolean isKilledAt(int fatal) throws IOException {
      Path data = next();
      Path image = next();
      copy(template, data);
      boolean struck;
      try (SqliteStorage storage = open(data)) {
        StepSwitch step = new StepSwitch(storage, fatal);
        VaultFixture doomed = new VaultFixture(step.wired(), before);
        step.arm();
        struck = isKilled(doomed, publicId);
        assertEquals(struck, step.hasStruck());
        copy(data, image);
      }
      try (SqliteStorage storage = open(image)) {
        assertBookedOnceAfterRestart(storage, happening + " killed at step " + fatal);
      }
      delete(data);
      delete(image);
      return struck;
    }

    private void assertBookedOnceAfterRestart(SqliteStorage storage, String point) {
      assertEquals(List.of(), storage.doctor().examine(), point);
      VaultFixture after = new VaultFixture(storage, before);
      for (int i = 0; i < 2; i++) {
        after.vault().reconciliation().reconcile(publicId);
        assertEquals(happening.booked(), booked(storage, publicId), point);
      }
      mailed.add(after.mails().mails().size());
      assertEquals(List.of(), storage.doctor().examine(), point);
    }
  }

  private static boolean isKilled(VaultFixture doomed, String publicId) {
    try {
      doomed.vault().reconciliation().reconcile(publicId);
      return false;
    } catch (KillSwitch.Killed e) {
      return true;
    }
  }

  private static Books booked(Storage storage, String publicId) {
    List<Payment> payments = storage.payments().of(publicId);
    long documents =
        payments.stream()
            .flatMap(payment -> storage.invoices().ofSale(payment.saleId()).stream())
            .count();
    return new Books(
        payments.size(),
        documents,
        storage.ledger().of(publicId).size(),
        storage.ledger().balances(USD).getOrDefault(LedgerAccount.PAYPAL_CLEARING, 0L),
        storage.payments().failures(publicId).size());
  }

  /**
   * What is there to be counted.
   *
   * @param clearing what the provider holds for us
   */
  private record Books(
      long payments, long documents, long bookings, long clearing, long failures) {}

  private static SqliteStorage open(Path data) {
    return SqliteStorage.open(
        SqliteConfig.of(data)
            .withClock(InstantSource.fixed(START))
            .withSynchronous(Synchronous.NORMAL));
  }

  private Path next() {
    return folder.resolve("run" + runs++);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void delete(Path data) throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
