package com.truevault.web.mail;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.outbox.HopelessException;
import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server's refusal means, in its own words but without the password. */
final class Refusals {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final int LONGEST = 300;

  private Refusals() {}

  /**
   * What to throw. Only a refusal of the address itself is final: anything else, wrong passwords
   * and policies included, is in the hands of whoever runs the server.
   */
  static TrueVaultException of(SmtpServer server, MessagingException failure) {
    for (@Nullable Exception part = failure; part != null; part = next(part)) {
      if (part instanceof SMTPAddressFailedException address && isFinal(address)) {
        return new HopelessException(
            "mail-refused",
            "mail server %s refuses the address for good: %s"
                .formatted(server, words(server, address.getMessage())),
            failure);
      }
    }
    return new TrueVaultException(
        ErrorKind.UNAVAILABLE,
        "mail-not-sent",
        "mail server %s did not take the mail: %s; check the settings that begin with smtp"
            .formatted(server, words(server, chain(failure))),
        failure);
  }

  /** 550, 551 and 553 are about the mailbox, unless the class 5.7 says that it is about policy. */
  private static boolean isFinal(SMTPAddressFailedException refusal) {
    int code = refusal.getReturnCode();
    String answer = String.valueOf(refusal.getMessage());
    return (code == 550 || code == 551 || code == 553) && !answer.contains(" 5.7.");
  }

  private static String chain(MessagingException failure) {
    StringBuilder words = new StringBuilder();
    Throwable part = failure;
    while (part != null) {
      String message = String.valueOf(part.getMessage());
      if (words.indexOf(message) < 0) {
        words.append(words.isEmpty() ? "" : ": ").append(message);
      }
      part = part instanceof MessagingException mail ? next(mail) : part.getCause();
    }
    return words.toString();
  }

  private static @Nullable Exception next(Exception part) {
    return part instanceof MessagingException mail ? mail.getNextException() : null;
  }

  private static String words(SmtpServer server, @Nullable String said) {
    String line = UNPRINTABLE.matcher(String.valueOf(said)).replaceAll(" ").strip();
    String safe =
        server.password().isEmpty() ? line : line.replace(server.password(), "(password)");
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
  }
}
