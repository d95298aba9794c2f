package com.truevault.paypal.testing;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.zip.CRC32;

/** PayPal's own answer to the question whether it sent something. */
final class SignatureCheck {
  private final FakeSigner signer;

  SignatureCheck(FakeSigner signer) {
    this.signer = signer;
  }

  /**
   * Whether the event in a request was signed by us. Its bytes are taken from the request as they
   * stand there, since writing it anew would change them.
   */
  boolean isGenuine(JsonObject request, String text) {
    CRC32 crc = new CRC32();
    crc.update(member(text, "webhook_event").getBytes(StandardCharsets.UTF_8));
    String message =
        String.join(
            "|",
            FakeJson.text(request, "transmission_id"),
            FakeJson.text(request, "transmission_time"),
            FakeJson.text(request, "webhook_id"),
            Long.toString(crc.getValue()));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(signer.certificate());
      signature.update(message.getBytes(StandardCharsets.US_ASCII));
      return signature.verify(
          Base64.getDecoder().decode(FakeJson.text(request, "transmission_sig")));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The text of an object that is a member of the outermost one. */
  private static String member(String text, String name) {
    int key = text.lastIndexOf("\"" + name + "\"");
    int from = key < 0 ? -1 : text.indexOf('{', key);
    if (from < 0) {
      throw FakeProblemException.invalid("MISSING_REQUIRED_PARAMETER");
    }
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '}')) {
        depth += c == '{' ? 1 : -1;
        if (depth == 0) {
          return text.substring(from, i + 1);
        }
      }
    }
    throw FakeProblemException.invalid("MALFORMED_REQUEST_JSON");
  }
}
