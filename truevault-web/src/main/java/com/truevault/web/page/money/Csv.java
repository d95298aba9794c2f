package com.truevault.web.page.money;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Comma-separated values, RFC 4180, that no spreadsheet takes for formulas. */
final class Csv implements AutoCloseable {
  static final String TYPE = "text/csv; charset=utf-8";

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+@\\-\\t\\r].*");

  private final CsvWriter rows;

  Csv(OutputStream out, String... names) {
    rows =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    rows.writeRecord(names);
  }

  void row(String... values) {
    rows.writeRecord(Arrays.stream(values).map(Csv::harmless).toArray(String[]::new));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  /** A spreadsheet takes a text for a formula that begins with one of these; a number is none. */
  private static String harmless(String value) {
    boolean formula = FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches();
    return formula ? "'" + value : value;
  }
}
