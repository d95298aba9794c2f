package com.truevault.wireguard.list;

import com.truevault.secret.SigningKey;
import com.truevault.secret.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signed text as it travels: one line of ASCII with the length of the text in bytes and its
 * Ed25519 signature in base64, a line feed, and the text.
 *
 * <pre>truevault-peers/1 1234 c2lnbmF0dXJl…
 * {"server":…}</pre>
 *
 * The signature covers {@code truevault-peers/1}, a line feed and the text, so that no signature
 * made for another purpose fits.
 */
public final class SignedList {
  /** The media type. */
  public static final String MEDIA_TYPE = "application/vnd.truevault.peers";

  private static final String MARK = "truevault-peers/1";
  private static final Pattern HEADER =
      Pattern.compile("truevault-peers/1 (0|[1-9]\\d{0,8}) ([A-Za-z0-9+/]{86}==)");
  private static final int LONGEST_HEADER = 128;

  private final byte[] text;
  private final byte[] signature;
  private final boolean isWhole;

  private SignedList(byte[] text, byte[] signature, boolean isWhole) {
    this.text = text;
    this.signature = signature;
    this.isWhole = isWhole;
  }

  /** The bytes to send for a text. */
  public static byte[] sign(byte[] text, SigningKey key) {
    String signature = Base64.getEncoder().encodeToString(key.sign(covered(text)));
    byte[] header =
        (MARK + " " + text.length + " " + signature + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(header, header.length + text.length);
    System.arraycopy(text, 0, whole, header.length, text.length);
    return whole;
  }

  /** Takes apart what was received; null if it does not even begin like a signed list. */
  public static @Nullable SignedList parse(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && end < LONGEST_HEADER && bytes[end] != '\n') {
      end++;
    }
    Matcher header = HEADER.matcher(new String(bytes, 0, end, StandardCharsets.ISO_8859_1));
    if (!header.matches()) {
      return null;
    }
    byte[] text = end < bytes.length ? Arrays.copyOfRange(bytes, end + 1, bytes.length) : bytes;
    boolean isWhole = end < bytes.length && text.length == Integer.parseInt(header.group(1));
    return new SignedList(text, Base64.getDecoder().decode(header.group(2)), isWhole);
  }

  /** Whether all of the text arrived, and nothing after it. */
  public boolean isWhole() {
    return isWhole;
  }

  /** Whether the key signed exactly this text. */
  public boolean isSignedBy(VerifyingKey key) {
    return key.verifies(covered(text), signature);
  }

  /** The text; to be believed only if {@link #isSignedBy} says so. */
  public byte[] text() {
    return text.clone();
  }

  private static byte[] covered(byte[] text) {
    byte[] mark = (MARK + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] covered = Arrays.copyOf(mark, mark.length + text.length);
    System.arraycopy(text, 0, covered, mark.length, text.length);
    return covered;
  }
}
