package com.truevault.web.page.money;

import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.web.billing.PayPalDesk;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import com.truevault.web.session.CurrentUser;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Credentials and mode of PayPal, trying them, and what has to exist there. */
public final class PayPalPages implements Routes {
  private static final String PATH = "/admin/money/paypal";
  private static final String CONFIRM = "confirm";

  private final PageKit kit;
  private final PayPalDesk desk;

  /** Shows the page with the given kit. */
  public PayPalPages(PageKit kit, PayPalDesk desk) {
    this.kit = kit;
    this.desk = desk;
  }

  @Override
  public void define(Router router) {
    router.get(PATH, this::show).access(Access.ADMIN).summary("Shows mode and credentials");
    router
        .post(PATH, this::change)
        .form("mode", "clientId", "secret", CONFIRM)
        .access(Access.ADMIN)
        .summary("Changes mode and credentials");
    router
        .post(PATH + "/test", this::test)
        .access(Access.ADMIN)
        .summary("Signs in to PayPal, and shows what is missing there");
    router
        .post(PATH + "/setup", this::setUp)
        .access(Access.ADMIN)
        .summary("Makes at PayPal what is missing");
  }

  private Response show(Request request) {
    return page(
        200, request, Form.of(Map.of("mode", mode())), new Answer(false, List.of(), List.of()));
  }

  private Response test(Request request) {
    List<String> lacks = desk.test();
    return page(
        200, request, Form.of(Map.of("mode", mode())), new Answer(true, desk.plan(), lacks));
  }

  private Response setUp(Request request) {
    desk.apply();
    return kit.done(PATH, "money.setup");
  }

  private Response change(Request request) {
    Form typed = Form.typed(request.form(), "mode", "clientId");
    return kit.submit(
        typed,
        Map.of("setting-invalid", "clientId"),
        () -> {
          if (!request.form().isChecked(CONFIRM)) {
            throw new InvalidFieldsException(CONFIRM, "has to be ticked");
          }
          settings().change(CurrentUser.actor(request), wanted(request, typed));
          return kit.done(PATH, "money.switched");
        },
        (status, form) -> page(status, request, form, new Answer(false, List.of(), List.of())));
  }

  /** The webhook is another one in another account; an empty secret keeps the one there is. */
  private Map<SettingKey, String> wanted(Request request, Form typed) {
    Map<SettingKey, String> wanted = new EnumMap<>(SettingKey.class);
    wanted.put(SettingKey.PAYPAL_MODE, typed.value("mode"));
    wanted.put(SettingKey.PAYPAL_CLIENT_ID, typed.value("clientId").strip());
    String secret = request.form().text("secret", "").strip();
    if (!secret.isEmpty()) {
      wanted.put(SettingKey.PAYPAL_SECRET, secret);
    }
    boolean same =
        typed.is("mode", mode())
            && typed.is("clientId", settings().text(SettingKey.PAYPAL_CLIENT_ID));
    if (!same) {
      wanted.put(SettingKey.PAYPAL_WEBHOOK_ID, "");
    }
    return wanted;
  }

  private Response page(int status, Request request, Form form, Answer answer) {
    String client = settings().text(SettingKey.PAYPAL_CLIENT_ID);
    var page =
        new PayPalPage(
            !client.isEmpty() && settings().isSet(SettingKey.PAYPAL_SECRET),
            mode().equals("live"),
            client,
            answer.steps(),
            answer.asked(),
            answer.lacks(),
            form);
    return kit.show(status, request, Area.ADMIN, "money/paypal", page);
  }

  private String mode() {
    return settings().text(SettingKey.PAYPAL_MODE);
  }

  private Settings settings() {
    return kit.vault().settings();
  }

  private record Answer(boolean asked, List<String> steps, List<String> lacks) {}
}
