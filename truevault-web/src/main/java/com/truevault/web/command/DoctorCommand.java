package com.truevault.web.command;

import com.truevault.ErrorKind;
import com.truevault.Storage;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.store.Finding;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for breaches of the rules that hold across the nine files. */
@Command(
    name = "doctor",
    description = "Examines a data folder that no host uses; exit code 1 if something is wrong.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data = Path.of("");

  @Option(names = "--repair", description = "Repair what can be repaired without losing anything.")
  private boolean repair;

  @Override
  public Integer call() {
    requireInstallation(data);
    PrintWriter out = spec.commandLine().getOut();
    try (Storage storage = SqliteStorage.open(data)) {
      List<Finding> findings = repair ? storage.doctor().repair() : storage.doctor().examine();
      findings.forEach(finding -> tell(out, finding));
      boolean isUnbroken = new AuditLog(storage.audit()).isUnbroken();
      if (!isUnbroken) {
        out.println(
            "main.db: audit-chain-broken: an entry of the audit log was changed or removed");
      }
      long open = findings.stream().filter(finding -> !finding.repaired()).count();
      boolean isHealthy = open == 0 && isUnbroken;
      out.println(isHealthy ? "healthy" : "not healthy; see above");
      return isHealthy ? 0 : 1;
    }
  }

  /** Opening would make a new installation, which is not what a mistyped path asks for. */
  static void requireInstallation(Path data) {
    if (!Files.exists(data.resolve("CURRENT"))) {
      throw new TrueVaultException(
          ErrorKind.NOT_FOUND,
          "folder-empty",
          "data folder " + data.toAbsolutePath() + " holds no installation; check its path");
    }
  }

  private static void tell(PrintWriter out, Finding finding) {
    out.println(
        finding.file().fileName()
            + ": "
            + finding.invariant()
            + (finding.repaired() ? " (repaired)" : "")
            + ": "
            + finding.explanation());
    finding.rows().forEach(row -> out.println("    " + row));
  }
}
