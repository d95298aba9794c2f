package com.truevault.mail;

import com.truevault.outbox.Message;
import com.truevault.outbox.Outgoing;
import com.truevault.outbox.OutsideEffect;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SecretBox;
import com.truevault.secret.SecretBox.Place;
import java.util.HashMap;
import java.util.Map;
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
  private final StandardMails standard = new StandardMails();

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

  /** Queues a mail whose template needs nothing but the link. */
  public void queue(Outgoing out, String to, String template, String name, String path) {
    queue(out, to, template, name, path, Map.of());
  }

  /**
   * Queues a mail in the running transaction.
   *
   * @param template a name in the bundle, such as {@code password-reset}
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
    Site current = site.get();
    Map<String, String> values = new HashMap<>(more);
    values.put("site", current.name());
    values.put("name", name.isEmpty() ? to : name);
    values.put("link", current.baseUrl() + path);
    MailWords words = standard.find(template).orElseThrow();
    String row = random.id();
    out.send(
        TOPIC,
        template,
        Map.of(
            "row", row,
            "to", box.seal(place(row, "to"), to),
            "subject",
                box.seal(place(row, "subject"), Placeholders.fillLine(words.subject(), values)),
            "text", box.seal(place(row, "text"), Placeholders.fill(words.body(), values))));
  }

  /**
   * A piece of a mail, for values that are made of words.
   *
   * @param key a name in the bundle, such as {@code alarm.line}
   */
  public String phrase(String key, Map<String, String> values) {
    return standard.phrase(key, values);
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
      sender.send(mail(message.id(), to, open(message, "subject"), open(message, "text")));
    }
  }

  // The look is that of now; what the mail says was decided when it was queued.
  private Mail mail(String id, String to, String subject, String text) {
    Site current = site.get();
    String open = standard.phrase("open", Map.of("site", current.name()));
    return new Mail(id, to, subject, text, new HtmlMail(current, open).of(subject, text));
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
