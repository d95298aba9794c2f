package com.truevault.ledger;

import static com.truevault.billing.SubscriptionFixture.ONE;
import static com.truevault.billing.SubscriptionFixture.USER;
import static com.truevault.testing.Corpus.MOMENT;

import com.truevault.Storage;
import com.truevault.billing.Money;
import com.truevault.billing.SubscriptionFixture;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Money that moved. */
public final class LedgerFixture {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private LedgerFixture() {}

  /** Adds two subscriptions of one user. */
  public static void addSubscriptions(Storage storage) {
    storage.subscriptions().add(SubscriptionFixture.subscription());
    storage.subscriptions().add(SubscriptionFixture.another());
  }

  /** A payment of 11.90 EUR. */
  public static Payment payment(String saleId) {
    return payment(saleId, MOMENT);
  }

  /** A payment of 11.90 EUR at that time. */
  public static Payment payment(String saleId, Instant at) {
    return new Payment(
        saleId, USER, ONE, eur("11.90"), null, eur("0"), PaymentStatus.COMPLETED, at, false);
  }

  /** The invoice of such a payment. */
  public static Invoice invoice(String number, String saleId) {
    return document(
        number, InvoiceKind.INVOICE, saleId, null, new String[] {"10", "1.90", "11.90"});
  }

  /** The credit note for all of such an invoice. */
  public static Invoice creditNote(String number, String saleId, String corrects) {
    return document(
        number, InvoiceKind.CREDIT_NOTE, saleId, corrects, new String[] {"-10", "-1.90", "-11.90"});
  }

  /** An amount in euros. */
  public static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  private static Invoice document(
      String number, InvoiceKind kind, String saleId, @Nullable String corrects, String[] amounts) {
    return new Invoice(
        number,
        kind,
        USER,
        ONE,
        saleId,
        corrects,
        DAY,
        MOMENT,
        new Party("Example GmbH", "1 Main Street\nExample", "XX123", "shop@example.com"),
        new Party("Sam Sample", "", "", "sam@example.com"),
        "TrueVault VPN, personal plan",
        DAY,
        DAY.plusMonths(1),
        eur(amounts[0]),
        eur(amounts[1]),
        eur(amounts[2]),
        1900,
        "");
  }
}
