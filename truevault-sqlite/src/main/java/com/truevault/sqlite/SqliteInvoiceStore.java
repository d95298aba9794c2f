package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceForm;
import com.truevault.ledger.InvoiceKind;
import com.truevault.ledger.InvoiceStore;
import com.truevault.secret.TokenHash;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Invoices are read from their snapshots; the other columns are for lists and for people. */
final class SqliteInvoiceStore implements InvoiceStore {
  private final SqliteFile billing;
  private final InstantSource clock;

  SqliteInvoiceStore(SqliteFile billing, InstantSource clock) {
    this.billing = billing;
    this.clock = clock;
  }

  @Override
  public Invoice issue(InvoiceKind kind, int year, Function<String, Invoice> made) {
    return billing.write(
        () -> {
          int nth = next(kind, year);
          Invoice invoice = made.apply(kind.number(year, nth));
          insert(invoice, kind, year, nth);
          return invoice;
        });
  }

  private int next(InvoiceKind kind, int year) {
    return billing.one(
        """
        select coalesce(max(series_number), 0) + 1 as next
          from invoices
         where series = :series and series_year = :year
        """,
        bind("series", kind.series()).and("year", year),
        row -> row.integer("next"));
  }

  private void insert(Invoice invoice, InvoiceKind kind, int year, int nth) {
    String snapshot = FlatJson.write(InvoiceForm.details(invoice));
    billing.update(
        """
        insert into invoices
          (user_id, invoice_number, status, invoice_date, due_date, paid_date, payment_id,
           created_at, amount_minor, tax_minor, total_minor, currency, series, series_year,
           series_number, subscription_id, corrects, snapshot, snapshot_sha256)
        values
          (:user_id, :invoice_number, 'paid', :issued_at, :issued_at, :issued_at,
           (select id from payments where paypal_transaction_id = :sale_id), :now, :net_minor,
           :tax_minor, :total_minor, :currency, :series, :series_year, :series_number,
           (select id from subscriptions where public_id = :subscription), :corrects, :snapshot,
           :snapshot_sha256)
        """,
        bind("user_id", invoice.user().value())
            .and("invoice_number", invoice.number())
            .and("issued_at", invoice.issuedAt())
            .and("sale_id", invoice.saleId())
            .and("now", clock.instant())
            .and("net_minor", invoice.net().minor())
            .and("tax_minor", invoice.tax().minor())
            .and("total_minor", invoice.total().minor())
            .and("currency", invoice.total().currency().getCurrencyCode())
            .and("series", kind.series())
            .and("series_year", year)
            .and("series_number", nth)
            .and("subscription", invoice.subscription())
            .and("corrects", invoice.corrects())
            .and("snapshot", snapshot)
            .and("snapshot_sha256", TokenHash.of(snapshot).value()));
  }

  @Override
  public Optional<Invoice> find(String number) {
    return billing.find(
        """
        select snapshot
          from invoices
         where invoice_number = :number and snapshot is not null
        """,
        bind("number", number),
        SqliteInvoiceStore::toInvoice);
  }

  @Override
  public List<Invoice> ofSale(String saleId) {
    return billing.query(
        """
        select i.snapshot
          from invoices i
          join payments p on p.id = i.payment_id
         where p.paypal_transaction_id = :sale_id and i.snapshot is not null
         order by i.id
        """,
        bind("sale_id", saleId),
        SqliteInvoiceStore::toInvoice);
  }

  @Override
  public List<Invoice> ofUser(UserId user) {
    return billing.query(
        """
        select snapshot
          from invoices
         where user_id = :user_id and snapshot is not null
         order by id desc
        """,
        bind("user_id", user.value()),
        SqliteInvoiceStore::toInvoice);
  }

  @Override
  public Page<Invoice> oldest(PageRequest request) {
    return Numbered.page(
        billing.query(
            """
            select id, snapshot
              from invoices
             where id > :after and snapshot is not null
             order by id
             limit :limit
            """,
            bind("after", request.after()).and("limit", request.limit() + 1),
            row -> new Numbered<>(row.number("id"), toInvoice(row))),
        request);
  }

  @Override
  public String snapshotHash(String number) {
    return billing.one(
        """
        select snapshot_sha256
          from invoices
         where invoice_number = :number and snapshot is not null
        """,
        bind("number", number),
        row -> row.text("snapshot_sha256"));
  }

  @Override
  public Optional<Document> document(String number) {
    return billing.find(
        """
        select d.pdf, d.sha256
          from invoice_documents d
          join invoices i on i.id = d.invoice_id
         where i.invoice_number = :number
        """,
        bind("number", number),
        row -> new Document(row.bytes("pdf"), row.text("sha256")));
  }

  @Override
  public boolean keep(String number, Document document) {
    return billing.update(
            """
            insert into invoice_documents (invoice_id, pdf, sha256, created_at)
            values
              ((select id from invoices where invoice_number = :number), :pdf, :sha256, :now)
                on conflict (invoice_id) do nothing
            """,
            bind("number", number)
                .and("pdf", document.bytes())
                .and("sha256", document.sha256())
                .and("now", clock.instant()))
        > 0;
  }

  private static Invoice toInvoice(Row row) {
    return InvoiceForm.of(FlatJson.read(row.text("snapshot")));
  }
}
