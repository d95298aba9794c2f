package com.truevault.web.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.http.Access;
import com.truevault.web.http.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTest {
  @Test
  void letsARequestUnderWayEndAndFreesThePort() throws Exception {
    CountDownLatch isWorking = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    TestServer server =
        TestServer.of(
            router ->
                router
                    .get(
                        "/slow",
                        request -> {
                          isWorking.countDown();
                          return Response.text("" + waitFor(mayEnd));
                        })
                    .access(Access.ANYONE));
    int port = server.port();
    CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> statusOf(server));
    assertTrue(waitFor(isWorking));
    CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
    mayEnd.countDown();
    assertEquals(200, answer.get(10, TimeUnit.SECONDS));
    stop.get(10, TimeUnit.SECONDS);
    JettyServer.bind(JettyConfig.of("127.0.0.1", port)).close();
  }

  @Test
  void saysThatAPortIsTaken() {
    try (JettyServer first = JettyServer.bind(JettyConfig.of("127.0.0.1", 0))) {
      IllegalStateException refusal =
          assertThrows(
              IllegalStateException.class,
              () -> JettyServer.bind(JettyConfig.of("127.0.0.1", first.port())));
      assertTrue(String.valueOf(refusal.getMessage()).contains("port " + first.port()));
      assertEquals("http://127.0.0.1:" + first.port(), first.url().toString());
    }
  }

  private static int statusOf(TestServer server) {
    try {
      return server.get("/slow").statusCode();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static boolean waitFor(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
