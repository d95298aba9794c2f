package com.truevault.web.page.customer;

import com.truevault.web.page.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees first.
 *
 * @param news how the plan stands if that needs attention beside the banner; null if it does not
 * @param plan null while there is none
 * @param deletionDue the day of the erasure; empty if none is planned
 */
public record DashboardPage(
    Banner banner,
    @Nullable PlanNote news,
    @Nullable PlanCurrent plan,
    String deletionDue,
    Room room,
    Use use,
    List<DeviceCard> devices,
    List<TroubleNote> troubles) {
  private static final int SHOWN = 4;

  /** The page for what a user has. */
  public static DashboardPage from(
      Holdings holdings,
      @Nullable Connected connected,
      PlanFacts facts,
      String deletionDue,
      Messages messages) {
    Standing standing = Standing.of(holdings.entitlement(), holdings.devices());
    PlanNote note = PlanNote.of(facts, messages);
    PlanNote urgent = note != null && note.isUrgent() ? note : null;
    NextStep step = urgent == null || !standing.isAboutMoney() ? null : urgent.step();
    List<DeviceCard> cards = holdings.cards(messages);
    return new DashboardPage(
        urgent == null || step == null
            ? Banner.of(standing, sentence(standing, connected, messages), holdings, messages)
            : Banner.of(urgent, step),
        step == null ? urgent : null,
        PlanCurrent.of(facts, messages),
        deletionDue,
        holdings.room(messages),
        Use.of(holdings, messages),
        cards.subList(0, Math.min(SHOWN, cards.size())),
        TroubleNote.all(holdings));
  }

  private static String sentence(
      Standing standing, @Nullable Connected connected, Messages messages) {
    return connected == null
        ? messages.text(standing.key())
        : messages.text(standing.key(), connected.device(), connected.server());
  }

  /** A device that is connected, and through which server. */
  public record Connected(String device, String server) {}

  /**
   * What the devices do.
   *
   * @param connected how many are connected, in words
   * @param month what they carried this month, in words
   */
  public record Use(String connected, String month) {
    static Use of(Holdings holdings, Messages messages) {
      long online =
          holdings.devices().stream().filter(device -> device.presence().online()).count();
      return new Use(
          messages.text("dashboard.connected", online, holdings.devices().size()),
          holdings.activity().carried(messages));
    }
  }
}
