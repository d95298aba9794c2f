package com.truevault.wireguard.doctor;

import com.truevault.peer.ListVersion;
import com.truevault.wireguard.doctor.PanelVisit.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Knocks at the panel as the agent would. */
public final class PanelDoor {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final @Nullable URI panel;
  private final Path credential;
  private final InstantSource clock;

  /**
   * The panel's door.
   *
   * @param panel its address, ending in a slash; null if this server was never enrolled
   * @param credential the file with what enrolment gave
   */
  public PanelDoor(@Nullable URI panel, Path credential, InstantSource clock) {
    this.panel = panel;
    this.credential = credential;
    this.clock = clock;
  }

  /**
   * Asks for the list.
   *
   * @param known the version that need not be sent again; null if none
   */
  PanelVisit visit(@Nullable ListVersion known) {
    if (panel == null || !Files.exists(credential)) {
      return visit(Kind.NOT_ENROLLED, "no credential in " + credential);
    }
    try {
      HttpRequest request = request(panel, known, Files.readString(credential));
      Instant before = clock.instant();
      HttpResponse<Void> answer = client().send(request, BodyHandlers.discarding());
      Instant now = clock.instant();
      Instant middle = before.plus(Duration.between(before, now).dividedBy(2));
      return new PanelVisit(
          kind(answer.statusCode()),
          panel + " answered " + answer.statusCode(),
          now,
          skew(answer, middle));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return visit(Kind.UNREACHABLE, "interrupted");
    } catch (SSLException e) {
      return visit(Kind.WRONG_CERTIFICATE, panel + ": " + e.getMessage());
    } catch (IOException | IllegalArgumentException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return visit(Kind.UNREACHABLE, panel + " does not answer: " + reason);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  private static HttpRequest request(URI panel, @Nullable ListVersion known, String credential) {
    // The lines after the first say when it was given.
    String secret = credential.lines().findFirst().orElse("").strip();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(panel.resolve("api/v1/agent/peers"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + secret);
    if (known != null) {
      request.header("If-None-Match", "\"" + known + "\"");
    }
    return request.build();
  }

  private PanelVisit visit(Kind kind, String detail) {
    return new PanelVisit(kind, detail, clock.instant(), null);
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 200, 304 -> Kind.WELCOME;
      case 401, 403 -> Kind.REFUSED;
      default -> Kind.ODD;
    };
  }

  private static @Nullable Duration skew(HttpResponse<?> answer, Instant now) {
    String date = answer.headers().firstValue("Date").orElse("");
    try {
      return Duration.between(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)), now);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
