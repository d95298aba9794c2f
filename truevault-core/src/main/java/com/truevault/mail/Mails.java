package com.truevault.mail;

import com.truevault.outbox.Message;
import com.truevault.outbox.Outgoing;
import com.truevault.outbox.OutsideEffect;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SecretBox;
import com.truevault.secret.SecretBox.Place;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/**
 * Writes mails from the message bundle and queues them with what caused them. Until a mail is sent
 * it rests sealed, because it may hold a link that opens an account. Safe for many threads.
 */
public final class Mails implements OutsideEffect {
  private static final String TOPIC = "mail";
  private static final String NOBODY = "nobody@example.invalid";

  private final MailSender sender;
  private final SecretBox box;
  private final RandomIds random;
  private final Supplier<Site> site;
  private final ResourceBundle texts =
      ResourceBundle.getBundle("com.truevault.mail.mails", Locale.ROOT);

  /**
   * Sends by the given sender.
   *
   * @param site asked for each mail, so that a change of name or address takes effect at once
   */
  public Mails(MailSender sender, SecretBox box, RandomIds random, Supplier<Site> site) {
    this.sender = sender;
    this.box = box;
    this.random = random;
    this.site = site;
  }

  /**
   * Queues a mail in the running transaction.
   *
   * @param template a name in the bundle, such as {@code password-reset}
   * @param name how to address the reader
   * @param path the page the mail leads to, such as {@code /reset?token=…}
   * @param more what the template needs beyond these, from {@code {3}} on
   */
  public void queue(
      Outgoing out, String to, String template, String name, String path, String... more) {
    Site current = site.get();
    Object[] values = new Object[3 + more.length];
    values[0] = current.name();
    values[1] = name.isEmpty() ? to : name;
    values[2] = current.baseUrl() + path;
    System.arraycopy(more, 0, values, 3, more.length);
    String row = random.id();
    out.send(
        TOPIC,
        template,
        Map.of(
            "row", row,
            "to", box.seal(place(row, "to"), to),
            "subject", box.seal(place(row, "subject"), text(template + ".subject", values)),
            "text", box.seal(place(row, "text"), text(template + ".text", values))));
  }

  /** A piece of a mail, for templates that need more than one value. */
  public String phrase(String key, Object... values) {
    return text(key, values);
  }

  /** Does the work of queueing a mail that nobody gets, so that both cases take the same time. */
  public void pretend(Outgoing out, String template) {
    queue(out, NOBODY, template, "", "/");
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public void apply(Message message) {
    String to = open(message, "to");
    if (!to.equals(NOBODY)) {
      sender.send(new Mail(to, open(message, "subject"), open(message, "text")));
    }
  }

  private String open(Message message, String part) {
    return box.open(place(message.value("row"), part), message.value(part));
  }

  private String text(String key, Object[] values) {
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
  }

  private static Place place(String row, String part) {
    return new Place("outbox", "mail", part, row);
  }

  /**
   * The site that mails speak for.
   *
   * @param name such as {@code TrueVault VPN}
   * @param baseUrl where people reach it, without a slash at the end
   */
  public record Site(String name, String baseUrl) {}
}
