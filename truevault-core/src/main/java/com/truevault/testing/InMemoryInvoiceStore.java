package com.truevault.testing;

import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceForm;
import com.truevault.ledger.InvoiceKind;
import com.truevault.ledger.InvoiceStore;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

final class InMemoryInvoiceStore implements InvoiceStore {
  private final InMemoryTransactions transactions;
  private final InMemoryPaymentStore payments;
  private final InMemoryTable<Issued> issued;
  private final InMemoryTable<Kept> documents;

  InMemoryInvoiceStore(InMemoryTransactions transactions, InMemoryPaymentStore payments) {
    this.transactions = transactions;
    this.payments = payments;
    this.issued = new InMemoryTable<>(transactions, DataFile.BILLING);
    this.documents = new InMemoryTable<>(transactions, DataFile.BILLING);
  }

  @Override
  public Invoice issue(InvoiceKind kind, int year, Function<String, Invoice> made) {
    return transactions.write(
        DataFile.BILLING,
        () -> {
          String number = kind.number(year, next(kind, year));
          Invoice invoice = made.apply(number);
          payments.require(invoice.saleId());
          if (!invoice.number().equals(number)) {
            throw new IllegalStateException(invoice.number() + " is made for " + number);
          }
          issued.add(new Issued(kind, year, invoice));
          return invoice;
        });
  }

  @Override
  public Optional<Invoice> find(String number) {
    return issued.first(row -> row.invoice().number().equals(number)).map(Issued::invoice);
  }

  @Override
  public List<Invoice> ofSale(String saleId) {
    return issued
        .all()
        .map(Issued::invoice)
        .filter(invoice -> invoice.saleId().equals(saleId))
        .toList();
  }

  @Override
  public List<Invoice> ofUser(UserId user) {
    return issued.rows().descendingMap().values().stream()
        .map(Issued::invoice)
        .filter(invoice -> invoice.user().equals(user))
        .toList();
  }

  @Override
  public Page<Invoice> oldest(PageRequest request) {
    Page<Issued> page = issued.page(request, row -> true);
    return new Page<>(page.items().stream().map(Issued::invoice).toList(), page.next());
  }

  @Override
  public String snapshotHash(String number) {
    return TokenHash.of(new TreeMap<>(InvoiceForm.details(require(number))).toString()).value();
  }

  @Override
  public Optional<Document> document(String number) {
    return documents.first(row -> row.number().equals(number)).map(Kept::document);
  }

  @Override
  public boolean keep(String number, Document document) {
    return transactions.write(
        DataFile.BILLING,
        () -> {
          require(number);
          boolean isNew = document(number).isEmpty();
          if (isNew) {
            documents.add(new Kept(number, document));
          }
          return isNew;
        });
  }

  private int next(InvoiceKind kind, int year) {
    return 1
        + Math.toIntExact(
            issued.all().filter(row -> row.kind() == kind && row.year() == year).count());
  }

  private Invoice require(String number) {
    return find(number)
        .orElseThrow(() -> new IllegalStateException("there is no invoice " + number));
  }

  private record Issued(InvoiceKind kind, int year, Invoice invoice) {}

  private record Kept(String number, Document document) {}
}
