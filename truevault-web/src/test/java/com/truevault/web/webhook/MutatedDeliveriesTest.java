package com.truevault.web.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.Subscription;
import com.truevault.store.PageRequest;
import com.truevault.testing.InMemoryStorage;
import com.truevault.user.Plan;
import com.truevault.user.Registration;
import com.truevault.user.User;
import com.truevault.web.host.TestHost;
import com.truevault.web.webhook.PayPalSender.Sent;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand deliveries that are broken in their bytes, headers, sizes or encodings, each on a
 * socket of its own or after others on the same one.
 */
@Tag("slow")
class MutatedDeliveriesTest {
  private static final int DELIVERIES = 10_000;
  private static final long SEED = 20_261_125;
  private static final List<String> FOREIGN =
      List.of(
          "https://evil.example.com/v1/notifications/certs/CERT-1",
          "https://api.paypal.com.evil.example.com/v1/notifications/certs/CERT-1",
          "https://api.paypal.com@evil.example.com/v1/notifications/certs/CERT-1",
          "http://api.paypal.com/v1/notifications/certs/CERT-1",
          "https://127.0.0.1:1/v1/notifications/certs/CERT-1",
          "https://[::1]/v1/notifications/certs/CERT-1",
          "file:///etc/passwd",
          "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1");

  private final Random random = new Random(SEED);
  private final PayPalSender payPal = new PayPalSender();
  private final Map<Integer, Integer> answers = new TreeMap<>();

  @Test
  void areAnsweredByAProblemAndChangeNothing() throws IOException {
    try (TestHost host = TestHost.receiving(new InMemoryStorage(), payPal.reader())) {
      Subscription subscription = subscription(host);
      Sent genuine = payPal.sale("WH-1", "t-1", String.valueOf(subscription.gatewayId()));
      URI address = URI.create(host.url());
      for (int i = 0; i < DELIVERIES; i++) {
        byte[] request = broken(genuine);
        int status = exchanged(address, request);
        answers.merge(status, 1, Integer::sum);
        int number = i;
        assertTrue(
            status == 0 || (status >= 400 && status < 500) || status == 503,
            () ->
                "seed %d, delivery %d was answered by %d: %s"
                    .formatted(
                        SEED, number, status, new String(request, StandardCharsets.ISO_8859_1)));
      }
      assertEquals(List.of(), host.vault().webhookInbox().list("", PageRequest.first()).items());
      assertEquals(
          subscription, host.vault().storage().subscriptions().find(subscription.publicId()).get());
      assertTrue(answers.getOrDefault(400, 0) > DELIVERIES / 2, answers::toString);
      assertEquals(
          Set.of("api.paypal.com"),
          payPal.asked().stream().map(URI::getHost).collect(Collectors.toSet()));
      assertEquals(200, exchanged(address, bytes(genuine.headers(), genuine.body())));
    }
  }

  private static Subscription subscription(TestHost host) {
    User user =
        host.vault()
            .users()
            .register(Registration.of("kim@example.com", "seven green horses", "Kim", "Example"));
    return host.vault()
        .subscriptions()
        .start(user, Plan.PERSONAL, BillingCycle.MONTHLY)
        .subscription();
  }

  private byte[] broken(Sent genuine) {
    Map<String, String> headers = new TreeMap<>(genuine.headers());
    List<String> names =
        headers.keySet().stream()
            .filter(name -> name.startsWith("PAYPAL-"))
            .filter(name -> !name.equals("PAYPAL-AUTH-VERSION"))
            .toList();
    String name = names.get(random.nextInt(names.size()));
    byte[] body = genuine.body();
    switch (random.nextInt(10)) {
      case 0 -> headers.remove(name);
      case 1 -> headers.put(name, mutated(headers.getOrDefault(name, "")));
      case 2 -> headers.put(name, "x".repeat(1 + random.nextInt(9000)));
      case 3 -> headers.put("PAYPAL-CERT-URL", FOREIGN.get(random.nextInt(FOREIGN.size())));
      case 4 -> headers.put(name, headers.get(names.get((names.indexOf(name) + 1) % names.size())));
      case 5 -> body = flipped(body);
      case 6 -> body = java.util.Arrays.copyOf(body, random.nextInt(body.length));
      case 7 -> body = (text(body) + " ".repeat(1 + random.nextInt(2000))).getBytes(UTF_16);
      case 8 -> body = new byte[random.nextInt(300 * 1024)];
      default -> {
        return twice(headers, name, body);
      }
    }
    return bytes(headers, body);
  }

  private static final java.nio.charset.Charset UTF_16 = StandardCharsets.UTF_16;

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private byte[] twice(Map<String, String> headers, String name, byte[] body) {
    String again = name + ": " + headers.get(name) + "\r\n";
    byte[] whole = bytes(headers, body);
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n") + 2;
    return (text.substring(0, end) + again + text.substring(end))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private String mutated(String value) {
    StringBuilder changed = new StringBuilder(value);
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(changed.length());
      char other = (char) (random.nextInt(10) == 0 ? random.nextInt(256) : 33 + random.nextInt(94));
      changed.setCharAt(at, other);
    }
    return changed.toString().equals(value) ? value + "~" : changed.toString();
  }

  private byte[] flipped(byte[] body) {
    byte[] changed = body.clone();
    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  private static byte[] bytes(Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder("POST /webhooks/paypal HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Connection: close\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  /** The status; 0 if the connection was closed without one. */
  private static int exchanged(URI address, byte[] request) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (IOException refused) {
        // Whoever is refused early may be cut off while sending; the answer may still be there.
      }
      return status(socket);
    }
  }

  private static int status(Socket socket) {
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      List<Integer> line = new ArrayList<>();
      for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
        line.add(octet);
      }
      String text =
          line.stream().map(octet -> "" + (char) (int) octet).collect(Collectors.joining());
      return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    } catch (IOException cut) {
      return 0;
    }
  }
}
