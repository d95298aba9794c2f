package com.truevault.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.SqliteStorage;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as processes of their own, as people run them. */
class TrueVaultCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void demoPrintsOneLineOfJsonAndStopsWhenAsked() throws Exception {
    Path data = folder.resolve("demo");
    String first;
    try (Program demo = Program.start("demo", "--port", "0", "--data", data.toString(), "--json")) {
      first = demo.line();
      assertTrue(first.startsWith("{\"url\":\"http://127.0.0.1:"), first);
      assertTrue(demo.get(Program.member(first, "url") + "/readyz").contains("\"ready\":true"));
      assertEquals(List.of(), demo.stop());
    }
    try (Program again =
        Program.start("demo", "--port", "0", "--data", data.toString(), "--json")) {
      String second = again.line();
      assertEquals(Program.member(first, "adminPassword"), Program.member(second, "adminPassword"));
      assertEquals(143, again.stopped());
    }
    try (Program doctor = Program.start("doctor", "--data", data.toString())) {
      assertEquals("healthy", doctor.line());
      assertEquals(0, doctor.exitCode());
    }
  }

  @Test
  void demoIsReachedFromThisMachineAloneWhateverItsFolderSays() throws Exception {
    Path data = Files.createDirectory(folder.resolve("open"));
    Files.writeString(
        data.resolve("truevault.properties"),
        "web.host = 0.0.0.0\nweb.base-url = https://vpn.example.com\nweb.trusted-proxies = ::1\n");
    try (Program demo = Program.start("demo", "--port", "0", "--data", data.toString(), "--json")) {
      String url = Program.member(demo.line(), "url");
      assertTrue(url.startsWith("http://127.0.0.1:"), url);
      int port = URI.create(url).getPort();
      // Loopback too, but not the address that the demo listens on.
      assertThrows(ConnectException.class, () -> new Socket("127.0.0.2", port).close());
    }
  }

  @Test
  void serveHasNobodyWhoMaySignInUntilAnAdministratorIsCreated() throws Exception {
    String data = folder.resolve("serve").toString();
    try (Program serve = Program.start("serve", "--data", data, "--port", "0")) {
      String running = serve.line();
      assertTrue(running.startsWith("TrueVault is running at http://127.0.0.1:"), running);
      String url = running.substring(running.indexOf("http"));
      assertEquals(200, serve.status(url + "/sign-in"));
      assertEquals(404, serve.status(url + "/demo/mail"));
      assertEquals(404, serve.status(url + "/demo/clock"));
      assertTrue(serve.line().startsWith("Nobody can administer it yet."));
      assertTrue(serve.line().contains("truevault admin create --data"));
      try (Program create = create(data, "long secret words\n")) {
        assertEquals(1, create.exitCode());
        assertTrue(create.errors().contains("is in use by another TrueVault"));
      }
    }
    try (Program create = create(data, "long secret words\n")) {
      assertEquals("ada@example.com is an administrator now", create.line());
      assertEquals(0, create.exitCode());
    }
    try (SqliteStorage storage = SqliteStorage.open(Path.of(data))) {
      User ada = storage.users().findByEmail(EmailAddress.of("ada@example.com")).orElseThrow();
      assertTrue(ada.isAdministrator());
    }
  }

  @Test
  void adminServerEnrolMakesATokenBesideARunningHost() throws Exception {
    String data = folder.resolve("running").toString();
    try (Program serve = Program.start("serve", "--data", data, "--port", "0")) {
      String running = serve.line();
      String url = running.substring(running.indexOf("http"));
      String token;
      try (Program enrol = Program.start("admin", "server", "enrol", "new_york", "--data", data)) {
        assertTrue(enrol.line().startsWith("Token for the agent of new_york, for one use until "));
        token = enrol.line().strip();
        enrol.line();
        String command = enrol.line();
        assertTrue(command.contains("truevault agent enrol --panel http"), command);
        assertTrue(command.endsWith(" --token " + token), command);
        assertEquals(0, enrol.exitCode());
      }
      // The key is the right one; there is no such server yet.
      assertEquals(404, enrolled(url, token));
      assertEquals(401, enrolled(url, token + "x"));
    }
    try (Program nowhere = Program.start("admin", "server", "enrol", "x1", "--data", "/nowhere")) {
      assertEquals(1, nowhere.exitCode());
      assertTrue(nowhere.errors().contains("holds no installation"), nowhere.errors());
    }
  }

  private static int enrolled(String url, String token) throws Exception {
    String body = "{\"token\":\"" + token + "\",\"software\":\"test\"}";
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url + "/api/v1/agent/enrolments"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void adminCreateRefusesPasswordsThatWouldBeGuessed() throws Exception {
    try (Program create = create(folder.resolve("new").toString(), "admin123\n")) {
      assertEquals(1, create.exitCode());
      assertTrue(create.errors().contains("password"), create.errors());
    }
  }

  @Test
  void serveRefusesABadConfigurationAndNamesEveryProblem() throws Exception {
    Path data = Files.createDirectory(folder.resolve("bad"));
    Files.writeString(data.resolve("truevault.properties"), "web.prot = 1\nweb.max-threads = x\n");
    try (Program serve = Program.start("serve", "--data", data.toString())) {
      assertEquals(1, serve.exitCode());
      assertTrue(serve.errors().contains("did you mean web.port?"), serve.errors());
      assertTrue(serve.errors().contains("web.max-threads must be"), serve.errors());
    }
    assertFalse(Files.exists(data.resolve("CURRENT")));
  }

  @Test
  void demoRefusesAFolderThatIsNoDemo() throws Exception {
    Path data = folder.resolve("real");
    SqliteStorage.open(data).close();
    try (Program demo = Program.start("demo", "--port", "0", "--data", data.toString())) {
      assertEquals(1, demo.exitCode());
      assertTrue(demo.errors().contains("is no demo"), demo.errors());
    }
  }

  @Test
  void doctorMakesNothingWhereNothingIs() throws IOException, InterruptedException {
    try (Program doctor = Program.start("doctor", "--data", folder.resolve("none").toString())) {
      assertEquals(1, doctor.exitCode());
      assertTrue(doctor.errors().contains("holds no installation"));
    }
    assertFalse(Files.exists(folder.resolve("none")));
  }

  @Test
  void wrongUseIsExitCodeTwo() throws Exception {
    for (String[] wrong : new String[][] {{}, {"serve"}, {"sevre"}, {"admin"}, {"demo", "--no"}}) {
      try (Program program = Program.start(wrong)) {
        assertEquals(2, program.exitCode());
      }
    }
    try (Program version = Program.start("version")) {
      assertTrue(version.line().startsWith("TrueVault "));
      assertEquals(0, version.exitCode());
    }
  }

  private static Program create(String data, String input) throws IOException {
    Program create =
        Program.start(
            "admin", "create", "--data", data, "--email", "ada@example.com", "--password-stdin");
    create.type(input);
    return create;
  }
}
