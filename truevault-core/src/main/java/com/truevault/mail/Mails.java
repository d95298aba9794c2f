package com.truevault.mail;

import com.truevault.outbox.Message;
import com.truevault.outbox.Outgoing;
import com.truevault.outbox.OutsideEffect;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SecretBox;
import com.truevault.secret.SecretBox.Place;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes mails from their templates and queues them with what caused them. Until a mail is sent it
 * rests sealed, because it may hold a link that opens an account. Safe for many threads.
 */
public final class Mails implements OutsideEffect {
  private static final String TOPIC = "mail";
  private static final String NOBODY = "nobody@example.invalid";

  private final MailSender sender;
  private final SecretBox box;
  private final RandomIds random;
  private final MailTemplates templates;

  /** Sends by the given sender what the templates say. */
  public Mails(MailSender sender, SecretBox box, RandomIds random, MailTemplates templates) {
    this.sender = sender;
    this.box = box;
    this.random = random;
    this.templates = templates;
  }

  /** Queues a mail whose template needs nothing but the link. */
  public void queue(Outgoing out, String to, String template, String name, String path) {
    queue(out, to, template, name, path, Map.of());
  }

  /**
   * Queues a mail in the running transaction.
   *
   * @param template such as {@code password-reset}
   * @param name how to address the reader
   * @param path the page the mail leads to, such as {@code /reset?token=…}
   * @param more what the template needs beyond {@code {site}}, {@code {name}} and {@code {link}}
   */
  public void queue(
      Outgoing out,
      String to,
      String template,
      String name,
      String path,
      Map<String, String> more) {
    Site current = templates.site();
    Map<String, String> values = new HashMap<>(more);
    values.put("site", current.name());
    values.put("name", name.isEmpty() ? to : name);
    values.put("link", current.baseUrl() + path);
    MailWords words = templates.write(template, values);
    String row = random.id();
    out.send(
        TOPIC,
        template,
        Map.of(
            "row", row,
            "to", box.seal(place(row, "to"), to),
            "subject", box.seal(place(row, "subject"), words.subject()),
            "text", box.seal(place(row, "text"), words.body())));
  }

  /**
   * A piece of a mail, for values that are made of words.
   *
   * @param key a name in the bundle, such as {@code alarm.line}
   */
  public String phrase(String key, Map<String, String> values) {
    return templates.phrase(key, values);
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
      // The look is that of now; what the mail says was decided when it was queued.
      sender.send(
          templates.mail(message.id(), to, open(message, "subject"), open(message, "text")));
    }
  }

  @Override
  public void roundOver() {
    sender.roundOver();
  }

  private String open(Message message, String part) {
    return box.open(place(message.value("row"), part), message.value(part));
  }

  private static Place place(String row, String part) {
    return new Place("outbox", "mail", part, row);
  }

  /**
   * The site that mails speak for.
   *
   * @param name such as {@code TrueVault VPN}
   * @param baseUrl where people reach it, without a slash at the end
   * @param look its colours
   */
  public record Site(String name, String baseUrl, MailLook look) {}
}
