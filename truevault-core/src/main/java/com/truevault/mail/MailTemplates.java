package com.truevault.mail;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.mail.Mails.Site;
import com.truevault.outbox.Effects;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of mails, which an operator may change. Values go where their names stand in braces;
 * nothing in a template is ever run. Safe for use by many threads.
 */
public final class MailTemplates {
  private final MailTemplateStore store;
  private final Effects effects;
  private final MailSender sender;
  private final Supplier<Site> site;
  private final StandardMails standard = new StandardMails();
  private volatile @Nullable Map<String, MailTemplate> changed;

  /**
   * Reads from the given store.
   *
   * @param sender carries samples away
   * @param site asked for each mail, so that a change of name or look takes effect at once
   */
  public MailTemplates(
      MailTemplateStore store, Effects effects, MailSender sender, Supplier<Site> site) {
    this.store = store;
    this.effects = effects;
    this.sender = sender;
    this.site = site;
  }

  /**
   * A template as it is used.
   *
   * @param standard what a fresh installation says
   * @param placeholders what may stand in braces, in alphabetical order
   * @param changedAt null if nobody changed it
   */
  public record Text(
      MailWords words, MailWords standard, Set<String> placeholders, @Nullable Instant changedAt) {}

  /** All templates by name. */
  public List<Text> list() {
    return standard.names().stream().map(this::find).toList();
  }

  /**
   * The template of that name.
   *
   * @throws TrueVaultException NOT_FOUND if there is none
   */
  public Text find(String template) {
    MailWords usual = standard.find(template).orElseThrow(() -> unknown(template));
    MailTemplate own = changed().get(template);
    return new Text(
        own == null ? usual : new MailWords(template, own.subject(), own.body()),
        usual,
        standard.placeholders(usual),
        own == null ? null : own.updatedAt());
  }

  /**
   * Changes a template.
   *
   * @param actor who does it, for the audit log
   * @throws TrueVaultException INVALID if the words cannot be used, with the placeholders that can
   */
  public Text change(String actor, MailWords words) {
    MailWords checked = check(words);
    effects.run(
        DataFile.MAIN,
        out -> {
          store.put(
              new MailTemplate(
                  checked.template(), checked.subject(), checked.body(), effects.now()));
          AuditLog.note(out, actor, "mail-template.changed", checked.template(), Map.of());
        });
    forget();
    return find(checked.template());
  }

  /** Puts a template back to what a fresh installation says. */
  public Text reset(String actor, String template) {
    find(template);
    effects.run(
        DataFile.MAIN,
        out -> {
          if (store.remove(template)) {
            AuditLog.note(out, actor, "mail-template.reset", template, Map.of());
          }
        });
    forget();
    return find(template);
  }

  /**
   * The mail these words make, with values that are made up.
   *
   * @throws TrueVaultException INVALID if the words cannot be used
   */
  public Mail preview(String to, MailWords words) {
    MailWords checked = check(words);
    Map<String, String> values = new HashMap<>();
    for (String placeholder : find(checked.template()).placeholders()) {
      values.put(placeholder, standard.sample(placeholder));
    }
    values.put("site", site.get().name());
    values.put("link", site.get().baseUrl() + "/");
    return mail(
        effects.random().id(),
        to,
        Placeholders.fillLine(checked.subject(), values),
        Placeholders.fill(checked.body(), values));
  }

  /**
   * Sends a sample at once, so that whoever asked for it sees what the mail server says.
   *
   * @throws TrueVaultException as the sender throws it
   */
  public void sendSample(String to, MailWords words) {
    sender.send(preview(to, words));
    sender.roundOver();
  }

  /** The finished words of a mail. */
  MailWords write(String template, Map<String, String> values) {
    MailWords words = find(template).words();
    return new MailWords(
        template,
        Placeholders.fillLine(words.subject(), values),
        Placeholders.fill(words.body(), values));
  }

  /** The mail in the look of now. */
  Mail mail(String id, String to, String subject, String text) {
    Site current = site.get();
    String untitled = standard.phrase("open", Map.of("site", current.name()));
    return new Mail(id, to, subject, text, new HtmlMail(current, untitled).of(subject, text));
  }

  Site site() {
    return site.get();
  }

  String phrase(String key, Map<String, String> values) {
    return standard.phrase(key, values);
  }

  private MailWords check(MailWords words) {
    Text text = find(words.template());
    return new WordRules(text.standard(), text.placeholders()).check(words);
  }

  private Map<String, MailTemplate> changed() {
    Map<String, MailTemplate> known = changed;
    return known != null ? known : load();
  }

  private synchronized Map<String, MailTemplate> load() {
    Map<String, MailTemplate> loaded =
        store.all().stream()
            .collect(Collectors.toUnmodifiableMap(MailTemplate::template, own -> own));
    changed = loaded;
    return loaded;
  }

  // Waits for a load under way: it may have read the rows of before the change.
  private synchronized void forget() {
    changed = null;
  }

  private static TrueVaultException unknown(String template) {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND,
        "mail-template-unknown",
        "no mail template is called " + template + "; list them first");
  }
}
