package com.truevault.web.demo;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.secret.RandomIds;
import com.truevault.web.file.PrivateFile;
import com.truevault.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The passwords of a demo, drawn for each data folder and kept in it. */
public record DemoSignIns(String adminPassword, String customerPassword, String vipPassword) {
  static final String ADMIN = "admin@example.com";
  static final String CUSTOMER = "casey@example.com";
  static final String VIP = "vera@example.com";

  private static final String FILE = "demo-sign-ins.json";

  /**
   * Reads the passwords of a folder, or draws them if the folder is new.
   *
   * @throws TrueVaultException CONFLICT if the folder holds an installation that is no demo
   */
  static DemoSignIns of(Path data, RandomIds random) {
    Path file = data.resolve(FILE);
    try {
      if (Files.exists(file)) {
        return Json.read(DemoSignIns.class, Files.readAllBytes(file));
      }
      if (Files.exists(data.resolve("CURRENT"))) {
        throw new TrueVaultException(
            ErrorKind.CONFLICT,
            "folder-not-demo",
            "data folder " + data + " is no demo; choose another or run truevault serve");
      }
      DemoSignIns drawn = new DemoSignIns(password(random), password(random), password(random));
      PrivateFile.create(file, Json.bytes(drawn));
      return drawn;
    } catch (IOException failure) {
      throw new UncheckedIOException("sign-ins of the demo cannot be kept in " + data, failure);
    }
  }

  private static String password(RandomIds random) {
    return random.id().substring(0, 16);
  }

  @Override
  public String toString() {
    return "DemoSignIns[hidden]";
  }
}
