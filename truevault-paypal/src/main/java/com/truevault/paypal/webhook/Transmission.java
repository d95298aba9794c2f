package com.truevault.paypal.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What the headers of a delivery say. Nothing of it is believed yet.
 *
 * @param id what PayPal calls the transmission
 * @param timeText when it was sent, as it was written
 * @param time the same, understood
 * @param signature in Base64
 * @param certificateUrl where the certificate is said to be
 * @param algorithm how it is said to be signed
 */
public record Transmission(
    String id,
    String timeText,
    Instant time,
    String signature,
    String certificateUrl,
    String algorithm) {
  /** The header with the id. */
  public static final String ID = "paypal-transmission-id";

  /** The header with the time. */
  public static final String TIME = "paypal-transmission-time";

  /** The header with the signature. */
  public static final String SIGNATURE = "paypal-transmission-sig";

  /** The header with the address of the certificate. */
  public static final String CERTIFICATE_URL = "paypal-cert-url";

  /** The header with the algorithm. */
  public static final String ALGORITHM = "paypal-auth-algo";

  /** All five. */
  static final Set<String> HEADERS = Set.of(ID, TIME, SIGNATURE, CERTIFICATE_URL, ALGORITHM);

  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_TEXT = 500;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");

  /** Reads the headers, by lower-case name with all their values. */
  static Transmission of(Map<String, List<String>> headers) throws UnverifiedException {
    String id = only(headers, ID, LONGEST_NAME);
    String timeText = only(headers, TIME, LONGEST_NAME);
    String signature = only(headers, SIGNATURE, LONGEST_TEXT);
    String certificateUrl = only(headers, CERTIFICATE_URL, LONGEST_TEXT);
    String algorithm = only(headers, ALGORITHM, LONGEST_TEXT);
    if (!NAME.matcher(id).matches()) {
      throw new UnverifiedException(
          Reason.HEADER_MALFORMED, "header " + ID + " is no id: " + shown(id));
    }
    return new Transmission(id, timeText, time(timeText), signature, certificateUrl, algorithm);
  }

  /** What PayPal signs. The body stands in it by its checksum only, which does not protect it. */
  byte[] signedText(String webhookId, byte[] body) {
    CRC32 checksum = new CRC32();
    checksum.update(body);
    return String.join("|", id, timeText, webhookId, Long.toString(checksum.getValue()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Text of a stranger, fit for one line. */
  static String shown(String text) {
    String line = text.replaceAll("[^\\x20-\\x7e]", "?");
    return line.length() <= 100 ? line : line.substring(0, 100) + "…";
  }

  private static String only(Map<String, List<String>> headers, String name, int longest)
      throws UnverifiedException {
    List<String> values = headers.getOrDefault(name, List.of());
    if (values.isEmpty() || values.get(0).isEmpty()) {
      throw new UnverifiedException(Reason.HEADER_MISSING, "header " + name + " is missing");
    }
    if (values.size() > 1) {
      throw new UnverifiedException(
          Reason.HEADER_DUPLICATE, "header " + name + " came " + values.size() + " times");
    }
    String value = values.get(0);
    if (value.length() > longest) {
      throw new UnverifiedException(
          Reason.HEADER_TOO_LONG,
          "header %s has %d characters, at most %d are due"
              .formatted(name, value.length(), longest));
    }
    return value;
  }

  private static Instant time(String text) throws UnverifiedException {
    try {
      if (Character.isDigit(text.charAt(0))) {
        return OffsetDateTime.parse(text).toInstant();
      }
    } catch (DateTimeParseException e) {
      throw unreadable(text);
    }
    // Signs come before years that no calendar of a certificate has.
    throw unreadable(text);
  }

  private static UnverifiedException unreadable(String time) {
    return new UnverifiedException(
        Reason.TRANSMISSION_TIME_UNREADABLE, "header " + TIME + " is no time: " + shown(time));
  }
}
