package com.truevault.web.page.customer;

import com.truevault.entitlement.Entitlement;
import com.truevault.entitlement.Reason;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence about protection, why, and the next step.
 *
 * @param next what to do now; null if the news says it
 * @param news how the plan stands if that needs attention; null if it does not
 * @param plan null while there is none
 * @param deletionDue the day of the erasure; empty if none is planned
 */
public record DashboardPage(
    Tone tone,
    String sentence,
    List<String> reasons,
    @Nullable Step next,
    @Nullable PlanNote news,
    @Nullable PlanCurrent plan,
    String deletionDue,
    Room room,
    Use use,
    List<DeviceCard> devices,
    List<TroubleNote> troubles) {
  private static final int SHOWN = 4;
  private static final String DELETION = "deletion-planned";

  /** The page for what a user has. */
  public static DashboardPage from(
      Holdings holdings,
      @Nullable Connected connected,
      PlanFacts facts,
      String deletionDue,
      Messages messages) {
    Standing standing = Standing.of(holdings.entitlement(), holdings.devices());
    PlanNote note = PlanNote.of(facts, messages);
    PlanNote news = note != null && note.isUrgent() ? note : null;
    List<DeviceCard> cards = holdings.cards(messages);
    return new DashboardPage(
        standing.tone(),
        sentence(standing, connected, messages),
        reasons(holdings.entitlement()),
        news != null && standing.isAboutMoney()
            ? null
            : standing.next(messages, holdings.support()),
        news,
        PlanCurrent.of(facts, messages),
        deletionDue,
        holdings.room(messages),
        Use.of(holdings, messages),
        cards.subList(0, Math.min(SHOWN, cards.size())),
        TroubleNote.all(holdings));
  }

  /**
   * The reasons that the customer needs: what would count if the first did not outweigh it would
   * contradict the sentence, and a planned erasure is told apart.
   */
  private static List<String> reasons(Entitlement entitlement) {
    return entitlement.reasons().stream()
        .filter(reason -> !DELETION.equals(reason.code()))
        .limit(entitlement.allowed() ? Long.MAX_VALUE : 1)
        .map(Reason::text)
        .toList();
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
