package com.truevault.ledger;

import static com.truevault.billing.SubscriptionFixture.USER;
import static com.truevault.ledger.LedgerFixture.invoice;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.TrueVaultException;
import com.truevault.ledger.InvoiceStore.Document;
import com.truevault.store.DataFile;
import com.truevault.store.PageRequest;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.Race;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Role;
import com.truevault.user.User;
import com.truevault.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvoicesTest {
  private static final String NUMBER = "INV-2026-001";

  private final InMemoryStorage storage = new InMemoryStorage();
  private final VaultFixture fixture = new VaultFixture(storage);
  private final AtomicInteger printed = new AtomicInteger();
  private final Invoices invoices =
      new Invoices(storage.invoices(), this::print, storage.transactions());

  /** Never the same twice, so that only keeping makes documents equal. */
  private byte[] print(Invoice invoice) {
    // It would be refused inside the work of another file.
    storage.transactions().run(DataFile.USERS, () -> {});
    return (invoice.number() + " print " + printed.incrementAndGet())
        .getBytes(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void issue() {
    LedgerFixture.addSubscriptions(storage);
    storage.payments().put(LedgerFixture.payment("a"));
    storage.invoices().issue(InvoiceKind.INVOICE, 2026, number -> invoice(number, "a"));
  }

  private User user(UserId id, Role role) {
    User some = fixture.customer("user" + id + role + "@example.com");
    return new User(
        id,
        some.publicId(),
        some.email(),
        some.name(),
        role,
        some.membership(),
        true,
        null,
        some.createdAt(),
        null,
        null);
  }

  private static void assertUnknown(Runnable asking) {
    assertEquals("invoice-not-found", assertThrows(TrueVaultException.class, asking::run).code());
  }

  @Test
  void showsAnInvoiceToItsBuyerAndToAdministratorsAlone() {
    User stranger = user(new UserId(USER.value() + 1), Role.CUSTOMER);

    assertEquals(NUMBER, invoices.find(user(USER, Role.CUSTOMER), NUMBER).number());
    assertEquals(NUMBER, invoices.find(user(new UserId(99), Role.ADMINISTRATOR), NUMBER).number());
    assertUnknown(() -> invoices.find(stranger, NUMBER));
    assertUnknown(() -> invoices.find(stranger, "INV-2026-002"));
    assertEquals(List.of(), invoices.ofUser(stranger.id()));
    assertEquals(1, invoices.ofUser(USER).size());
    assertEquals(1, invoices.all(new PageRequest(0, 10)).items().size());
  }

  @Test
  void printsOnceAndGivesOutTheSameBytesForGood() {
    byte[] first = invoices.document(NUMBER).bytes();

    assertArrayEquals(first, invoices.document(NUMBER).bytes());
    assertArrayEquals(
        first,
        new Invoices(storage.invoices(), invoice -> new byte[] {1}, storage.transactions())
            .document(NUMBER)
            .bytes());
    assertEquals(1, printed.get());
  }

  @Test
  void givesEverybodyTheDocumentThatWasKeptFirst() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Race.of(8, () -> seen.add(invoices.document(NUMBER).sha256()));

    assertEquals(Set.of(storage.invoices().document(NUMBER).orElseThrow().sha256()), seen);
  }

  @Test
  void givesOutNothingThatIsNotWhatWasKept() {
    storage.invoices().keep(NUMBER, new Document(new byte[] {1, 2, 3}, "0".repeat(64)));

    TrueVaultException refused =
        assertThrows(TrueVaultException.class, () -> invoices.document(NUMBER));
    assertEquals("invoice-damaged", refused.code());
  }

  @Test
  void keepsNothingIfPrintingFails() {
    Invoices jammed =
        new Invoices(
            storage.invoices(),
            invoice -> {
              throw new IllegalStateException("out of paper");
            },
            storage.transactions());

    assertThrows(IllegalStateException.class, () -> jammed.document(NUMBER));
    assertEquals(0, printed.get());
    invoices.document(NUMBER);
    assertEquals(1, printed.get());
  }

  @Test
  void knowsNoOtherNumber() {
    assertUnknown(() -> invoices.document("INV-2026-002"));
    assertUnknown(() -> invoices.document(""));
  }
}
