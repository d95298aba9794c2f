package com.truevault.webhook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands one provider's deliveries. Implementations are safe for use by many threads. */
public interface WebhookReader {

  /** The lower-case names of the headers that a delivery is verified by, and kept with. */
  Set<String> headers();

  /**
   * Whether the provider sent it.
   *
   * @param headers those of {@link #headers()} that arrived, by lower-case name, with all their
   *     values; others are not looked at
   * @param body the exact bytes
   */
  Verdict verify(Map<String, List<String>> headers, byte[] body);

  /** What a delivery is about; whatever else it says is read from the provider again. */
  About about(WebhookDelivery delivery);

  /** What the verification found. */
  enum Outcome {
    /** The provider sent it. */
    GENUINE,
    /** The provider did not send it, or not to us. */
    REFUSED,
    /** Nobody can say now; the provider is to try again. */
    UNDECIDED
  }

  /**
   * The finding.
   *
   * @param reason stable code, such as {@code body-changed}
   * @param text for people
   * @param eventId null unless genuine
   * @param eventType null unless genuine
   * @param transmissionId null unless genuine
   */
  record Verdict(
      Outcome outcome,
      String reason,
      String text,
      @Nullable String eventId,
      @Nullable String eventType,
      @Nullable String transmissionId) {}

  /**
   * What has to be looked at.
   *
   * @param subscription the provider's id of the subscription; null if the delivery names none
   * @param reference our public id, if the delivery repeats it; null if not
   * @param saleId the sale concerned; null if none
   * @param isRelevant whether anything has to be read again
   */
  record About(
      @Nullable String subscription,
      @Nullable String reference,
      @Nullable String saleId,
      boolean isRelevant) {}
}
