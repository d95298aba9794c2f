package com.truevault.web.page.customer;

import com.truevault.device.Device;
import com.truevault.entitlement.Entitlement;
import com.truevault.entitlement.Reason;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence about protection, why, and the next step.
 *
 * @param plan null while there is none
 * @param deletionDue the day of the erasure; empty if none is planned
 */
public record DashboardPage(
    Tone tone,
    String sentence,
    List<String> reasons,
    Step next,
    PlanPage.@Nullable Current plan,
    String deletionDue,
    Room room,
    List<DeviceCard> devices) {
  private static final int SHOWN = 4;
  private static final String DELETION = "deletion-planned";

  /** The page for what a user has. */
  public static DashboardPage from(
      Holdings holdings, PlanPage.@Nullable Current plan, String deletionDue, Messages messages) {
    Standing standing = Standing.of(holdings.entitlement(), holdings.devices());
    List<DeviceCard> cards = holdings.cards(messages);
    return new DashboardPage(
        standing.tone(),
        sentence(standing, holdings, messages),
        reasons(holdings.entitlement()),
        standing.next(messages, holdings.support()),
        plan,
        deletionDue,
        holdings.room(messages),
        cards.subList(0, Math.min(SHOWN, cards.size())));
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

  private static String sentence(Standing standing, Holdings holdings, Messages messages) {
    if (standing != Standing.PROTECTED) {
      return messages.text(standing.key());
    }
    ServerNames servers = ServerNames.of(holdings.servers());
    return holdings.devices().stream()
        .filter(device -> device.presence().online())
        .findFirst()
        .map(device -> connected(standing, device, servers, messages))
        .orElse("");
  }

  private static String connected(
      Standing standing, Device device, ServerNames servers, Messages messages) {
    return messages.text(standing.key(), device.profile().name(), servers.name(device.server()));
  }
}
