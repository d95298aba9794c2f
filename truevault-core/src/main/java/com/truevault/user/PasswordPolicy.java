package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password may be: 8 to 128 characters, not one of the common ones, not the site's or the
 * user's own name. No rules of composition (ASVS 5.0, 6.2.5). Safe for use by many threads.
 */
public final class PasswordPolicy {
  private static final int MIN = 8;
  private static final int MAX = 128;
  private static final Set<String> CONTEXT =
      Set.of("truevault", "truevaultvpn", "vpn", "wireguard");

  private final Set<String> common;

  /** Reads the list of common passwords that the library carries. */
  public PasswordPolicy() {
    try (InputStream list =
        Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream("common-passwords.txt"))) {
      common =
          new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common passwords cannot be read", e);
    }
  }

  /**
   * Refuses a password that would be guessed.
   *
   * @throws TrueVaultException INVALID with the reason; never with the password
   */
  public void check(String password, EmailAddress email) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN || length > MAX) {
      throw refused("password must have 8 to 128 characters, this has " + length);
    }
    String bare = password.toLowerCase(Locale.ROOT);
    String letters = bare.replaceAll("[^\\p{L}]", "");
    if (common.contains(bare)) {
      throw refused("password is among the most common ones; choose three or four random words");
    }
    String local = email.canonical().substring(0, email.canonical().indexOf('@'));
    if (CONTEXT.contains(letters) || letters.equals(local) || bare.contains(email.canonical())) {
      throw refused(
          "password repeats the site's or your own name; choose three or four random words");
    }
  }

  private static TrueVaultException refused(String message) {
    return new TrueVaultException(ErrorKind.INVALID, "password-refused", message);
  }
}
