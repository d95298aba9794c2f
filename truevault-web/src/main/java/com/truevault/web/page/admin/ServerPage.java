package com.truevault.web.page.admin;

import com.truevault.billing.Money;
import com.truevault.server.Server;
import com.truevault.user.EmailAddress;
import com.truevault.web.page.Form;
import com.truevault.web.page.Words;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server to add or to change.
 *
 * @param key the server's key, empty for a new one
 * @param agent how its agent is doing; null for a new one
 * @param health null for a new one
 */
public record ServerPage(
    String key, Form form, @Nullable AgentCard agent, @Nullable ServerHealth health) {
  /** The form for a new server. */
  public static final Form BLANK =
      Form.of(
          Map.of("port", "51820", "accessLevel", "public", "displayOrder", "0", "active", "true"));

  /** The page of a new server. */
  static ServerPage adding(Form form) {
    return new ServerPage("", form, null, null);
  }

  /** Whether it is to be added. */
  public boolean isNew() {
    return key.isEmpty();
  }

  /** Where the form is sent. */
  public String action() {
    return isNew() ? "/admin/servers/new" : "/admin/servers/" + key;
  }

  /** The form with what is stored. */
  public static Form form(Server server) {
    Map<String, String> values = new HashMap<>();
    values.put("serverName", server.label().name());
    values.put("serverDescription", server.label().description());
    values.put("displayOrder", Integer.toString(server.label().displayOrder()));
    values.put("locationCountry", server.location().country());
    values.put("locationCity", server.location().city());
    values.put("ipAddress", server.endpoint().host());
    values.put("port", Integer.toString(server.endpoint().port()));
    values.put("publicKey", server.publicKey().base64());
    values.put("accessLevel", Words.key(server.access().level()));
    EmailAddress owner = server.access().dedicatedTo();
    values.put("dedicatedEmail", owner == null ? "" : owner.typed());
    values.put("provider", server.hosting().provider());
    Money cost = server.hosting().costPerMonth();
    values.put("cost", cost == null ? "" : cost.amount());
    values.put("active", String.valueOf(server.state().active()));
    return Form.of(values);
  }
}
