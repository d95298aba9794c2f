package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.user.User.Name;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a password may be: 8 to 128 characters, not one of the common ones, not the site's or the
 * user's own name. No rules of composition (ASVS 5.0, 6.2.5). Safe for use by many threads.
 */
public final class PasswordPolicy {
  private static final int MIN = 8;
  private static final int MAX = 128;
  private static final Set<String> CONTEXT =
      Set.of("truevault", "truevaultvpn", "vpn", "wireguard");

  private static final int SHORTEST_NAME = 3;

  private final Set<String> common;
  private final Supplier<String> siteName;

  /**
   * Reads the list of common passwords that the library carries.
   *
   * @param siteName what the site is called at this moment
   */
  public PasswordPolicy(Supplier<String> siteName) {
    this.siteName = siteName;
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
  public void check(String password, EmailAddress email, Name name) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN || length > MAX) {
      throw refused("password must have 8 to 128 characters, this has " + length);
    }
    String bare = password.toLowerCase(Locale.ROOT);
    if (common.contains(bare)) {
      throw refused("password is among the most common ones; choose three or four random words");
    }
    if (bare.contains(email.canonical()) || isContext(letters(password), email, name)) {
      throw refused(
          "password repeats the site's or your own name; choose three or four random words");
    }
  }

  private boolean isContext(String letters, EmailAddress email, Name name) {
    String local = email.canonical().substring(0, email.canonical().indexOf('@'));
    return CONTEXT.contains(letters)
        || Stream.of(
                local,
                name.first(),
                name.last(),
                name.first() + name.last(),
                name.last() + name.first(),
                siteName.get())
            .map(PasswordPolicy::letters)
            .anyMatch(own -> own.length() >= SHORTEST_NAME && own.equals(letters));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  private static TrueVaultException refused(String message) {
    return new TrueVaultException(ErrorKind.INVALID, "password-refused", message);
  }
}
