package com.truevault.benchmarks;

import com.truevault.billing.Money;
import com.truevault.documents.PdfInvoices;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceKind;
import com.truevault.ledger.InvoicePrinter;
import com.truevault.ledger.Party;
import com.truevault.user.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Printing an invoice once everything is warm, beside an empty page of PDFBox. */
final class InvoiceBenchmark implements Benchmark {
  private static final int PER_ROUND = 50;
  private static final double LIMIT_MILLIS = 30;

  private final InvoicePrinter printer = new PdfInvoices();

  @Override
  public String name() {
    return "invoice";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    Invoice invoice = invoice();
    Rounds.Medians millis =
        new Rounds(5, 9)
            .alternate(
                round -> millis(InvoiceBenchmark::emptyPage),
                round -> millis(() -> printer.print(invoice)));
    return List.of(Result.atMost("invoice as PDF, warm", millis, "ms", LIMIT_MILLIS));
  }

  private static double millis(Printing printing) throws IOException {
    long started = System.nanoTime();
    for (int i = 0; i < PER_ROUND; i++) {
      printing.print();
    }
    return (System.nanoTime() - started) / 1e6 / PER_ROUND;
  }

  private static byte[] emptyPage() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static Invoice invoice() {
    return new Invoice(
        "INV-2026-001",
        InvoiceKind.INVOICE,
        new UserId(7),
        "subscription-seven",
        "8AB12345CD678901E",
        null,
        LocalDate.of(2026, 3, 1),
        Instant.parse("2026-03-01T10:00:00Z"),
        new Party("Example Networks Ltd", "1 Harbour Street\nLondon", "GB 000", "a@example.com"),
        new Party("Łucja Żółć", "ul. Przykładowa 7/3\n90-001 Łódź", "", "lucja@example.com"),
        "TrueVault VPN, family plan, monthly",
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 4, 1),
        Money.of("12.60", "EUR"),
        Money.of("2.39", "EUR"),
        Money.of("14.99", "EUR"),
        1900,
        "Thank you for staying with us.");
  }

  @FunctionalInterface
  private interface Printing {
    byte[] print() throws IOException;
  }
}
