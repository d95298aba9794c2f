package com.truevault.web.page.admin;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditEntry;
import com.truevault.server.ServerKey;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import com.truevault.web.page.Messages;
import com.truevault.web.page.admin.AuditPage.Party;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Puts names to the ids of the audit log; each is looked up once for a page. One thread's own. */
final class AuditParties {
  private static final Set<String> SESSIONS_OF_A_USER =
      Set.of("session.all-ended", "session.others-ended");
  private static final Set<String> NOBODY = Set.of("system", "anonymous", "gateway", "agent");

  private final TrueVault vault;
  private final Messages messages;
  private final Map<String, Party> users = new HashMap<>();
  private final Map<String, Party> others = new HashMap<>();

  AuditParties(TrueVault vault, Messages messages) {
    this.vault = vault;
    this.messages = messages;
  }

  Party actor(AuditEntry entry) {
    return NOBODY.contains(entry.actor())
        ? new Party(messages.text("audit.actor." + entry.actor()), "", "")
        : user(entry.actor());
  }

  Party subject(AuditEntry entry) {
    String id = entry.subject();
    String kind = entry.action().substring(0, Math.max(0, entry.action().indexOf('.')));
    if (id.isEmpty()) {
      return new Party("", "", "");
    }
    if (entry.action().equals("user.signed-in")) {
      return thing("session", id);
    }
    if (entry.action().equals("list.shrinkage-confirmed")) {
      return others.computeIfAbsent(id, this::server);
    }
    return switch (kind) {
      case "user" -> user(id);
      case "vip" -> others.computeIfAbsent(id, this::vip);
      case "server" -> others.computeIfAbsent(id, this::server);
      case "setting" -> new Party(id, "", "/admin/settings#s-" + id);
      case "theme" -> new Party(id, "", "/admin/theme#t-" + id);
      case "session" -> SESSIONS_OF_A_USER.contains(entry.action()) ? user(id) : thing(kind, id);
      default -> thing(kind, id);
    };
  }

  private Party user(String id) {
    return users.computeIfAbsent(
        id,
        unknown ->
            found(
                id,
                () -> {
                  User user =
                      id.contains("@")
                          ? vault.users().findByEmail(EmailAddress.of(id)).orElseThrow(this::gone)
                          : vault.users().require(id);
                  String path = "/admin/users/" + user.publicId();
                  return new Party(user.email().typed(), "", path);
                }));
  }

  private Party vip(String id) {
    return found(id, () -> new Party(vault.vips().require(id).email().typed(), "", "/admin/vips"));
  }

  private Party server(String key) {
    return found(
        key,
        () -> {
          var server = vault.servers().require(new ServerKey(key));
          return new Party(server.label().name(), "", "/admin/servers/" + key);
        });
  }

  private Party thing(String kind, String id) {
    return new Party(messages.textOr("audit.thing." + kind, ""), id, "");
  }

  /** What a look-up gives; who is erased or removed keeps the id as the only name. */
  private static Party found(String id, Supplier<Party> lookUp) {
    try {
      return lookUp.get();
    } catch (TrueVaultException gone) {
      return new Party("", id, "");
    }
  }

  private TrueVaultException gone() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "user-not-found", "no user has this address");
  }
}
