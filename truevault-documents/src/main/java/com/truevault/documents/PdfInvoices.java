package com.truevault.documents;

import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoicePrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Invoices as PDF on A4, with the letters they use inside. A character the font lacks is printed as
 * a replacement mark. The bytes depend on nothing but the invoice, this version of the library, and
 * how the Java runtime compresses. Safe for use by many threads.
 */
public final class PdfInvoices implements InvoicePrinter {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final byte[] font;
  private final Words words = new Words();

  /** Reads the font. */
  public PdfInvoices() {
    try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      font = Objects.requireNonNull(file, "PDFBox comes without " + FONT).readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public byte[] print(Invoice invoice) {
    try (PDDocument document = new PDDocument();
        TrueTypeFont face = new TTFParser(true).parse(new RandomAccessReadBuffer(font))) {
      describe(document, invoice);
      Letters letters = new Letters(document, face);
      try (Sheet sheet = new Sheet(document, letters)) {
        Layout layout = new Layout(sheet, words);
        layout.draw(invoice);
        sheet.foot(
            layout.foot(), (page, pages) -> words.text("page", invoice.number(), page, pages));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void describe(PDDocument document, Invoice invoice) {
    document.setDocumentId(id(invoice.number()));
    document.getDocumentCatalog().setLanguage("en");
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(words.title(invoice.kind()) + " " + invoice.number());
    about.setAuthor(invoice.seller().name());
    about.setProducer("TrueVault");
    about.setCreationDate(calendar(invoice.issuedAt()));
  }

  private static GregorianCalendar calendar(Instant at) {
    return GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
  }

  private static long id(String number) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
