package com.truevault.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ledger.Invoice;
import com.truevault.ledger.Party;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfInvoicesTest {
  private final PdfInvoices printer = new PdfInvoices();

  private String text(Invoice invoice) throws IOException {
    try (PDDocument document = Loader.loadPDF(printer.print(invoice))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[ \\n]+", " ");
    }
  }

  private int pages(Invoice invoice) throws IOException {
    try (PDDocument document = Loader.loadPDF(printer.print(invoice))) {
      return document.getNumberOfPages();
    }
  }

  @Test
  void saysWhatTheInvoiceSays() throws IOException {
    assertEquals(
        "Invoice"
            + " Example Networks Ltd Number INV-2026-017"
            + " 1 Harbour Street Date 1 March 2026"
            + " London EX1 2MP Payment 8AB12345CD678901E"
            + " United Kingdom Tax ID GB 000 0000 00 billing@example.com"
            + " Billed to Łucja Żółć ul. Przykładowa 7/3 90-001 Łódź Polska lucja@example.com"
            + " Description Amount"
            + " TrueVault VPN, family plan, monthly 12.60 EUR"
            + " 1 March 2026 – 1 April 2026"
            + " Net 12.60 EUR Tax 19 % 2.39 EUR Total 14.99 EUR"
            + " Thank you for staying with us."
            + " INV-2026-017 · page 1 of 1 ",
        text(InvoiceFixture.invoice()));
  }

  @Test
  void namesTheInvoiceThatACreditNoteCorrects() throws IOException {
    String text = text(InvoiceFixture.creditNote());

    assertTrue(text.startsWith("Credit note "), text);
    assertTrue(text.contains("Number CN-2026-002"), text);
    assertTrue(text.contains("Corrects INV-2026-017"), text);
    assertTrue(text.contains("Net -12.60 EUR Tax 19 % -2.39 EUR"), text);
    assertTrue(text.contains("Total credited -14.99 EUR"), text);
  }

  @Test
  void writesTheLettersOfManyLanguages() throws IOException {
    String names = "Łódź Σωκράτης Дмитрий Ærøskøbing Þórður Őrsi İpek Nguyễn fi ffl ﬁ Tô 5 € №";
    String text = text(InvoiceFixture.to(new Party(names, "", "", ""), ""));

    for (String name : names.replace("ﬁ", "").split(" +", -1)) {
      assertTrue(text.contains(name), name + " in " + text);
    }
  }

  @Test
  void marksWhatTheFontCannotWrite() throws IOException {
    String text = text(InvoiceFixture.to(new Party("A漢B😀C", "", "", ""), ""));

    assertTrue(text.matches(".*Billed to A(.)B\\1C .*"), text);
  }

  @Test
  void givesTheSameBytesEachTime() {
    Invoice invoice = InvoiceFixture.invoice();

    assertArrayEquals(printer.print(invoice), new PdfInvoices().print(invoice));
    assertFalse(Arrays.equals(printer.print(invoice), printer.print(InvoiceFixture.creditNote())));
  }

  @Test
  void givesTheSameBytesInAnotherProcess() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.timezone=Asia/Kolkata",
                "-Duser.language=tr",
                "-cp",
                System.getProperty("java.class.path"),
                PrintedInvoice.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(other.waitFor(60, TimeUnit.SECONDS), "still running");

    assertTrue(
        said.endsWith(PrintedInvoice.hash() + System.lineSeparator()),
        PrintedInvoice.hash() + " is not what the other process says: " + said);
  }

  @Test
  void wrapsWhatIsLongAndGoesOnToAnotherPage() throws IOException {
    String name = "Maximilian-Alexander ".repeat(20).strip();
    String word = "Q".repeat(300);
    Invoice invoice =
        InvoiceFixture.to(new Party(name, word + "\nlast line", "", ""), "note ".repeat(60));
    String text = text(invoice);

    assertEquals(20, text.split("Maximilian-Alexander", -1).length - 1, text);
    assertEquals(300, text.chars().filter(c -> c == 'Q').count(), text);
    assertEquals(60, text.split("note ", -1).length - 1, text);
    assertEquals(1, pages(InvoiceFixture.invoice()));
    assertEquals(
        2, pages(InvoiceFixture.to(InvoiceFixture.BUYER, "a line that says much\n".repeat(40))));
  }

  @Test
  void printsAnyName() {
    long seed = 20260301;
    Random random = new Random(seed);
    for (int run = 0; run < 2000; run++) {
      String name = unicode(random);
      byte[] pdf = printer.print(InvoiceFixture.to(new Party(name, name, name, ""), name));
      assertTrue(pdf.length > 5000, "seed " + seed + " run " + run);
    }
  }

  private static String unicode(Random random) {
    int kind = random.nextInt(4);
    int limit = List.of(0x250, 0x3000, 0x10000, 0x110000).get(kind);
    return random
        .ints(random.nextInt(60), 0, limit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void carriesNoMoreThanTheLettersItUses() throws IOException {
    byte[] pdf = printer.print(InvoiceFixture.invoice());

    assertTrue(pdf.length < 40_000, pdf.length + " bytes");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertTrue(font.isEmbedded(), font.getName());
        assertTrue(font.getName().matches("[A-Z]{6}\\+LiberationSans"), font.getName());
      }
    }
  }

  @Test
  void doesNotTellTwoInvoicesApartByTheTimeOfPrinting() {
    assertNotEquals(
        hash(InvoiceFixture.invoice()), hash(InvoiceFixture.to(InvoiceFixture.BUYER, "other")));
    assertEquals(
        1, Stream.generate(InvoiceFixture::invoice).limit(3).map(this::hash).distinct().count());
  }

  private String hash(Invoice invoice) {
    return PrintedInvoice.hash(printer.print(invoice));
  }
}
