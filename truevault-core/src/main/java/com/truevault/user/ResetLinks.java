package com.truevault.user;

import com.truevault.audit.AuditLog;
import com.truevault.outbox.Message;
import com.truevault.outbox.Outgoing;
import com.truevault.outbox.OutsideEffect;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.user.Credentials.Link;
import java.time.Duration;
import java.util.Map;

/**
 * Mails links that allow a new password, in a round of its own after the one who asked was
 * answered. Safe for use by many threads.
 */
public final class ResetLinks implements OutsideEffect {
  static final String TOPIC = "user.password-forgotten";

  private static final Duration LINK_LIFE = Duration.ofHours(1);

  private final UserStore users;
  private final Outbound outbound;

  /** Mails to users of the given store. */
  public ResetLinks(UserStore users, Outbound outbound) {
    this.users = users;
    this.outbound = outbound;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public void apply(Message message) {
    EmailAddress email = EmailAddress.of(message.value("email"));
    outbound
        .effects()
        .run(DataFile.USERS, out -> users.findByEmail(email).ifPresent(user -> mail(out, user)));
  }

  private void mail(Outgoing out, User user) {
    String secret = outbound.effects().random().secret();
    Link link = new Link(TokenHash.of(secret), outbound.effects().now().plus(LINK_LIFE));
    users.credentials(user.id()).ifPresent(c -> users.update(user.id(), c.resetting(link)));
    AuditLog.note(out, "anonymous", "user.reset-asked", user.publicId(), Map.of());
    outbound
        .mails()
        .queue(
            out,
            user.email().deliverable(),
            "password-reset",
            user.name().full(),
            "/reset?token=" + secret);
  }
}
