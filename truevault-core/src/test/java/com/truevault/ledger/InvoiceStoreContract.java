package com.truevault.ledger;

import static com.truevault.billing.SubscriptionFixture.ONE;
import static com.truevault.billing.SubscriptionFixture.USER;
import static com.truevault.ledger.LedgerFixture.creditNote;
import static com.truevault.ledger.LedgerFixture.invoice;
import static com.truevault.ledger.LedgerFixture.payment;
import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link InvoiceStore} does. */
public interface InvoiceStoreContract {
  Storage storage();

  private InvoiceStore invoices() {
    return storage().invoices();
  }

  private Invoice issue(String saleId) {
    return invoices().issue(InvoiceKind.INVOICE, 2026, number -> invoice(number, saleId));
  }

  private Invoice correct(Invoice invoice) {
    return invoices()
        .issue(
            InvoiceKind.CREDIT_NOTE,
            2026,
            number -> creditNote(number, invoice.saleId(), invoice.number()));
  }

  @BeforeEach
  default void addPayments() {
    LedgerFixture.addSubscriptions(storage());
    storage().payments().put(payment("a"));
    storage().payments().put(payment("b"));
  }

  @Test
  default void givesBackWhatWasIssued() {
    Invoice issued = issue("a");

    assertEquals(invoice("INV-2026-001", "a"), issued);
    assertEquals(Optional.of(issued), invoices().find("INV-2026-001"));
    assertEquals(Optional.empty(), invoices().find("INV-2026-002"));
  }

  @Test
  default void givesBackWhatPeopleWrote() {
    for (String text : Corpus.TEXTS) {
      Party party = new Party(text, text, text, text);
      Invoice issued =
          invoices().issue(InvoiceKind.INVOICE, 2026, number -> written(number, party, text));
      assertEquals(Optional.of(issued), invoices().find(issued.number()));
    }
  }

  private static Invoice written(String number, Party party, String text) {
    return new Invoice(
        number,
        InvoiceKind.INVOICE,
        USER,
        ONE,
        "a",
        null,
        LocalDate.of(2026, 12, 31),
        MOMENT,
        party,
        party,
        text,
        null,
        null,
        LedgerFixture.eur("0"),
        LedgerFixture.eur("0"),
        LedgerFixture.eur("0"),
        0,
        text);
  }

  @Test
  default void countsEachSeriesAndYearFromOne() {
    Invoice first = issue("a");
    Invoice second = issue("b");
    Invoice corrected = correct(first);
    Invoice next = invoices().issue(InvoiceKind.INVOICE, 2027, number -> invoice(number, "b"));

    assertEquals("INV-2026-001", first.number());
    assertEquals("INV-2026-002", second.number());
    assertEquals("CN-2026-001", corrected.number());
    assertEquals("INV-2027-001", next.number());
    assertEquals("INV-2026-003", issue("b").number());
  }

  @Test
  default void growsBeyondThreeDigits() {
    storage()
        .transactions()
        .run(DataFile.BILLING, () -> IntStream.range(0, 1000).forEach(i -> issue("a")));

    assertTrue(invoices().find("INV-2026-999").isPresent());
    assertTrue(invoices().find("INV-2026-1000").isPresent());
    assertEquals("INV-2026-1001", issue("a").number());
  }

  @Test
  default void leavesNoGapWhenManyIssueAndSomeFail() {
    Race race =
        Race.each(
            50,
            caller ->
                () ->
                    storage()
                        .transactions()
                        .run(
                            DataFile.BILLING,
                            () -> {
                              issue("a");
                              if (caller % 3 == 0) {
                                throw new IllegalStateException("planned");
                              }
                            }));

    assertEquals(33, race.successes());
    assertEquals(
        IntStream.rangeClosed(1, 33).mapToObj(n -> InvoiceKind.INVOICE.number(2026, n)).toList(),
        invoices().oldest(PageRequest.first()).items().stream().map(Invoice::number).toList());
  }

  @Test
  default void gaveNoNumberIfItCouldNotBeIssued() {
    assertThrows(
        IllegalStateException.class,
        () ->
            invoices()
                .issue(
                    InvoiceKind.INVOICE,
                    2026,
                    number -> {
                      throw new IllegalStateException("planned");
                    }));
    assertThrows(RuntimeException.class, () -> issue("a-sale-that-nobody-knows"));
    Undone.run(storage().transactions(), DataFile.BILLING, () -> issue("a"));

    assertEquals(List.of(), invoices().ofUser(USER));
    assertEquals("INV-2026-001", issue("a").number());
  }

  @Test
  default void refusesADocumentUnderANumberThatItWasNotGiven() {
    issue("a");

    assertThrows(
        RuntimeException.class,
        () -> invoices().issue(InvoiceKind.INVOICE, 2026, n -> invoice("INV-2026-001", "b")));
    assertThrows(
        RuntimeException.class,
        () -> invoices().issue(InvoiceKind.INVOICE, 2026, n -> invoice("INV-2026-009", "b")));
    assertEquals("INV-2026-002", issue("b").number());
  }

  @Test
  default void listsTheDocumentsOfASaleAndOfAUser() {
    Invoice first = issue("a");
    Invoice second = issue("b");
    Invoice note = correct(first);

    assertEquals(List.of(first, note), invoices().ofSale("a"));
    assertEquals(List.of(note, second, first), invoices().ofUser(USER));
    assertEquals(List.of(), invoices().ofUser(new UserId(8)));
  }

  @Test
  default void pagesThroughAllDocumentsInTheOrderOfTheirIssue() {
    Invoice first = issue("a");
    Invoice note = correct(first);
    Invoice second = issue("b");

    Page<Invoice> page = invoices().oldest(new PageRequest(0, 2));

    assertEquals(List.of(first, note), page.items());
    assertEquals(List.of(second), invoices().oldest(new PageRequest(page.next(), 2)).items());
  }

  @Test
  default void hashesWhatADocumentSays() {
    String one = invoices().snapshotHash(issue("a").number());

    assertTrue(one.matches("[0-9a-f]{64}"), one);
    assertEquals(one, invoices().snapshotHash("INV-2026-001"));
    assertNotEquals(one, invoices().snapshotHash(issue("a").number()));
  }

  @Test
  default void keepsTheFirstPrintOfADocument() {
    String number = issue("a").number();
    String hash = "ab".repeat(32);
    assertEquals(Optional.empty(), invoices().document(number));

    assertTrue(invoices().keep(number, new InvoiceStore.Document(new byte[] {1, -1, 0}, hash)));
    assertFalse(invoices().keep(number, new InvoiceStore.Document(new byte[] {2}, hash)));

    InvoiceStore.Document kept = invoices().document(number).orElseThrow();
    assertArrayEquals(new byte[] {1, -1, 0}, kept.bytes());
    assertEquals(hash, kept.sha256());
    assertThrows(RuntimeException.class, () -> invoices().keep("INV-2026-009", kept));
  }

  @Test
  default void keepsOnePrintOfManyThreads() {
    String number = issue("a").number();

    Race race =
        Race.each(
            8,
            caller ->
                () -> {
                  var print = new InvoiceStore.Document(new byte[] {1}, "ab".repeat(32));
                  assertTrue(invoices().keep(number, print));
                });

    assertEquals(1, race.successes());
  }
}
