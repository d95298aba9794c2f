package com.truevault.secret;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The 256-bit key under which secret settings and columns rest; kept outside the nine files. */
public final class MasterKey {
  private static final int LENGTH = 32;

  private final String id;
  private final byte[] bytes;

  /**
   * Checks and copies a key.
   *
   * @param id 1 to 16 lower-case letters or digits, written before every sealed value so that keys
   *     can change
   * @param bytes exactly 32 bytes
   */
  public MasterKey(String id, byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw invalid(
          "must have 32 bytes: it has " + bytes.length + "; make one with openssl rand", null);
    }
    if (!id.matches("[a-z0-9]{1,16}")) {
      throw invalid("id must be 1 to 16 lower-case letters or digits: " + id, null);
    }
    this.id = id;
    this.bytes = bytes.clone();
  }

  /** A key from its base64 form, as it stands in a key file. */
  public static MasterKey ofBase64(String id, String base64) {
    try {
      return new MasterKey(id, Base64.getDecoder().decode(base64.strip()));
    } catch (IllegalArgumentException e) {
      throw invalid("is not base64; check its file", e);
    }
  }

  /** The key's name. */
  public String id() {
    return id;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "MasterKey[" + id + "]";
  }

  private static TrueVaultException invalid(String why, @Nullable Throwable cause) {
    return new TrueVaultException(
        ErrorKind.INVALID, "master-key-invalid", "master key " + why, cause);
  }
}
