package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.testing.InMemoryStorage;
import com.truevault.web.health.Readiness;
import com.truevault.web.host.TestHost;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void saysThatItIsAliveAndReady() {
    try (TestHost host = TestHost.inMemory()) {
      Client client = new Cast(host).client();
      assertEquals("{\"alive\":true}", client.get("/healthz").body());
      assertEquals("{\"ready\":true,\"problems\":[]}", client.get("/readyz").body());
    }
  }

  @Test
  void saysWhatIsWrongAndForgetsItSoon() {
    try (TestHost host = TestHost.inMemory()) {
      AtomicLong free = new AtomicLong(1024);
      Readiness readiness =
          new Readiness(new InMemoryStorage(), host.vault().deliveries(), free::get, host.clock());
      assertEquals(List.of("disk of the data folder has 0 MiB left"), readiness.now().problems());
      free.set(Long.MAX_VALUE);
      assertTrue(!readiness.now().ready());
      host.clock().advance(Duration.ofSeconds(2));
      assertTrue(readiness.now().ready());
    }
  }

  @Test
  void theStyleSheetIsSentAgainOnlyAfterTheThemeChanged() {
    try (TestHost host = TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Client client = cast.client();
      String tag = client.get("/theme.css").header("ETag");
      HttpRequest.Builder again =
          HttpRequest.newBuilder(client.uri("/theme.css")).header("If-None-Match", tag);
      assertEquals(304, client.send(again).status());
      cast.client(cast.administrator())
          .patch("/api/v1/admin/theme", Map.of("primary_color", "#ffcc00"));
      Answer changed = client.send(again);
      assertEquals(200, changed.status());
      assertTrue(changed.body().contains("--primary-color: #ffcc00;"));
      assertNotEquals(tag, changed.header("ETag"));
    }
  }
}
