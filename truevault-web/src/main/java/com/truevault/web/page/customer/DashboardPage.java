package com.truevault.web.page.customer;

import com.truevault.device.Device;
import com.truevault.entitlement.Reason;
import com.truevault.user.Plan;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.util.List;

/** One sentence about protection, why, and the next step. */
public record DashboardPage(
    Tone tone,
    String sentence,
    List<String> reasons,
    Step next,
    String plan,
    Room room,
    List<DeviceCard> devices) {
  private static final int SHOWN = 4;

  /** What to do now. */
  public record Step(String label, String href) {}

  private enum State {
    REFUSED(Tone.BAD, "refused", "plan", "/plan"),
    NO_DEVICE(Tone.WARN, "nodevice", "add", "/devices/new"),
    ALL_DISABLED(Tone.WARN, "alldisabled", "enable", "/devices"),
    PROTECTED(Tone.GOOD, "protected", "devices", "/devices"),
    READY(Tone.PLAIN, "ready", "devices", "/devices");

    private final Tone tone;
    private final String sentence;
    private final String step;
    private final String href;

    State(Tone tone, String sentence, String step, String href) {
      this.tone = tone;
      this.sentence = sentence;
      this.step = step;
      this.href = href;
    }

    static State of(Holdings holdings) {
      List<Device> devices = holdings.devices();
      if (!holdings.entitlement().allowed()) {
        return REFUSED;
      }
      if (devices.isEmpty()) {
        return NO_DEVICE;
      }
      if (devices.stream().noneMatch(Device::enabled)) {
        return ALL_DISABLED;
      }
      return devices.stream().anyMatch(device -> device.presence().online()) ? PROTECTED : READY;
    }
  }

  /** The page for what a user has. */
  public static DashboardPage from(Holdings holdings, Messages messages) {
    State state = State.of(holdings);
    List<DeviceCard> cards = holdings.cards(messages);
    return new DashboardPage(
        state.tone,
        sentence(state, holdings, messages),
        holdings.entitlement().reasons().stream().map(Reason::text).toList(),
        new Step(messages.text("dashboard.next." + state.step), state.href),
        plan(holdings, messages),
        holdings.room(messages),
        cards.subList(0, Math.min(SHOWN, cards.size())));
  }

  private static String sentence(State state, Holdings holdings, Messages messages) {
    Device connected =
        holdings.devices().stream()
            .filter(device -> device.presence().online())
            .findFirst()
            .orElse(null);
    String key = "dashboard." + state.sentence;
    return state != State.PROTECTED || connected == null
        ? messages.text(key)
        : messages.text(
            key,
            connected.profile().name(),
            ServerNames.of(holdings.servers()).name(connected.server()));
  }

  private static String plan(Holdings holdings, Messages messages) {
    Plan plan = holdings.entitlement().plan();
    return plan == null
        ? messages.text("dashboard.nosubscription")
        : messages.text("dashboard.planline", messages.text("plan." + Words.key(plan)));
  }
}
