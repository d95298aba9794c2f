package com.truevault.sqlite.doctor;

import com.truevault.secret.TokenHash;
import com.truevault.sqlite.file.Snapshot;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import java.util.List;

/** What SQLite cannot work out itself: whether invoices still say what they were issued with. */
final class InvoiceChecks {
  private InvoiceChecks() {}

  static List<Examination.Breach> of(Snapshot snapshot) {
    List<Examination.Broken> changed =
        snapshot
            .query(
                """
                select invoice_number, snapshot, snapshot_sha256
                  from billing.invoices
                 where snapshot is not null
                 order by id
                """,
                Parameters.none(),
                row ->
                    TokenHash.of(row.text("snapshot")).value().equals(row.text("snapshot_sha256"))
                        ? ""
                        : row.text("invoice_number"))
            .stream()
            .filter(number -> !number.isEmpty())
            .map(Examination.Broken::of)
            .toList();
    return changed.isEmpty()
        ? List.of()
        : List.of(
            new Examination.Breach(
                Invariant.of(
                    "invoice-changed",
                    DataFile.BILLING,
                    "an invoice does not say what it was issued with; put it back from a copy",
                    ""),
                changed));
  }
}
