package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.outbox.Message;
import com.truevault.outbox.MessageStore;
import com.truevault.store.DataFile;
import com.truevault.store.PageRequest;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators do about dead messages (security row 90). */
class OutboxTest {
  private static final String OUTBOX = "/api/v1/admin/outbox/users/";
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "on files: {0}")
  @ValueSource(booleans = {false, true})
  void retryingAndDiscardingIsNotedInTheAuditLog(boolean onFiles) {
    try (TestHost host = onFiles ? TestHost.onFiles(folder) : TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member administrator = cast.administrator();
      Client admin = cast.client(administrator);
      die(host, "server.changed", "m1", "m2", "m3", "m4");
      assertEquals(204, admin.post(OUTBOX + "m1/retry", Map.of()).status());
      assertEquals(204, admin.delete(OUTBOX + "m2").status());
      assertEquals(303, admin.form("/admin/outbox/users/m3/retry", Map.of()).status());
      assertEquals(303, admin.form("/admin/outbox/users/m4/discard", Map.of()).status());
      assertEquals(404, admin.delete(OUTBOX + "m4").status());
      String actor = administrator.user().publicId();
      assertEquals(
          List.of(
              actor + " message.discarded m4",
              actor + " message.retried m3",
              actor + " message.discarded m2",
              actor + " message.retried m1"),
          host.vault().audit().list("message.", PageRequest.first()).items().stream()
              .map(entry -> entry.actor() + " " + entry.action() + " " + entry.subject())
              .toList());
    }
  }

  @ParameterizedTest(name = "on files: {0}")
  @ValueSource(booleans = {false, true})
  void entriesOfTheAuditLogCannotBeDiscarded(boolean onFiles) {
    try (TestHost host = onFiles ? TestHost.onFiles(folder) : TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Client admin = cast.client(cast.administrator());
      die(host, "audit", "lost");
      assertEquals("message-kept", admin.delete(OUTBOX + "lost").code());
      assertEquals(409, admin.form("/admin/outbox/users/lost/discard", Map.of()).status());
      assertEquals(204, admin.post(OUTBOX + "lost/retry", Map.of()).status());
      assertEquals(1, host.vault().audit().list("act", PageRequest.first()).items().size());
    }
  }

  /** Messages that were given up. */
  private static void die(TestHost host, String topic, String... ids) {
    MessageStore messages = host.vault().storage().messages();
    Map<String, String> payload = Map.of("actor", "somebody", "action", "act");
    host.vault()
        .storage()
        .transactions()
        .run(
            DataFile.USERS,
            () -> {
              for (String id : ids) {
                messages.add(
                    DataFile.USERS,
                    new Message(id, topic, "subject", payload, host.clock().instant()));
                messages.dead(DataFile.USERS, id, "the target was broken");
              }
            });
  }
}
