package com.truevault.web.page.admin;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.mail.MailTemplates;
import com.truevault.setting.SettingKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Parameters;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The settings, saved by groups. A secret that is left empty stays, unless it is to be cleared. */
public final class SettingPages implements Routes {
  private static final String CLEAR = "clear.";
  private static final String[] FIELDS =
      Arrays.stream(SettingKey.values())
          .flatMap(key -> Stream.of(key.key(), CLEAR + key.key()))
          .toArray(String[]::new);
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public SettingPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/admin/settings", this::show).access(Access.ADMIN).summary("Shows the settings");
    router
        .post("/admin/settings", this::save)
        .form(FIELDS)
        .access(Access.ADMIN)
        .summary("Changes settings");
    router
        .post("/admin/settings/test-mail", this::testMail)
        .access(Access.ADMIN)
        .summary("Sends a test mail to the one who asks");
  }

  private Response show(Request request) {
    return page(200, request, Form.EMPTY);
  }

  private Response save(Request request) {
    Map<SettingKey, String> sent = sent(request.form());
    return kit.submit(
        typed(sent),
        Map.of(),
        () -> {
          FieldChecks.demand(sent, SettingKey::key, SettingKey::check);
          kit.vault().settings().change(kit.user(request).publicId(), sent);
          return kit.done("/admin/settings", "settings.saved");
        },
        (status, form) -> page(status, request, form));
  }

  private Response testMail(Request request) {
    MailTemplates templates = kit.vault().mailTemplates();
    try {
      templates.sendSample(kit.user(request).email().deliverable(), templates.find("test").words());
      return kit.done("/admin/settings", "mails.sent");
    } catch (TrueVaultException failure) {
      int status = failure.kind() == ErrorKind.UNAVAILABLE ? 503 : 409;
      return page(status, request, Form.EMPTY.refused(Form.WHOLE, failure.getMessage()));
    }
  }

  private Response page(int status, Request request, Form form) {
    var page = SettingsPage.from(kit.vault().settings(), form, kit.messages());
    return kit.show(status, request, Area.ADMIN, "admin/settings", page);
  }

  private static Map<SettingKey, String> sent(Parameters form) {
    Map<SettingKey, String> sent = new EnumMap<>(SettingKey.class);
    for (SettingKey key : SettingKey.values()) {
      String value = form.text(key.key(), "");
      if (form.isChecked(CLEAR + key.key())) {
        sent.put(key, "");
      } else if (form.names().contains(key.key()) && !(key.isSecret() && value.isEmpty())) {
        sent.put(key, value);
      }
    }
    return sent;
  }

  private static Form typed(Map<SettingKey, String> sent) {
    Map<String, String> values = new HashMap<>();
    sent.forEach((key, value) -> values.put(key.key(), key.isSecret() ? "" : value));
    return Form.of(values);
  }
}
