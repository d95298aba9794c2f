package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as it was typed, and the form by which it is compared.
 *
 * @param typed trimmed, at most 254 characters
 * @param canonical lower case, the domain in its ASCII form; two addresses are the same if this is
 */
public record EmailAddress(String typed, String canonical) {
  private static final int MAX_LENGTH = 254;
  // ASCII only before the @: look-alike letters would make two people one in the eye of a reader.
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /**
   * The address a person typed.
   *
   * @throws TrueVaultException INVALID if it cannot be an address
   */
  public static EmailAddress of(String typed) {
    String text = typed.strip();
    int at = text.lastIndexOf('@');
    if (text.length() > MAX_LENGTH || at < 1 || at > 64) {
      throw invalid();
    }
    String local = text.substring(0, at);
    String domain = ascii(text.substring(at + 1));
    if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
      throw invalid();
    }
    String shown = local + "@" + visible(text.substring(at + 1), domain);
    return new EmailAddress(shown, local.toLowerCase(Locale.ROOT) + "@" + domain);
  }

  /** The form that mail programs take: the local part as typed, the domain in its ASCII form. */
  public String deliverable() {
    return typed.substring(0, typed.lastIndexOf('@'))
        + canonical.substring(canonical.lastIndexOf('@'));
  }

  /** The domain as it was typed, unless something in it cannot be seen. */
  private static String visible(String typed, String ascii) {
    boolean plain =
        typed.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
    return plain ? typed : ascii;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static TrueVaultException invalid() {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "email-invalid",
        "e-mail address must look like name@example.com; check it for typing errors");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailAddress that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return typed;
  }
}
