package com.truevault.web.page.admin;

import com.truevault.agent.AgentReport;
import com.truevault.agent.Delivery;
import com.truevault.agent.Delivery.Differences;
import com.truevault.agent.ReceivedReport;
import com.truevault.agent.Refusal;
import com.truevault.server.Server;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server has what the panel wants there, in a few words: the worst that is known.
 *
 * @param counts how list and kernel compare and how old that is; empty before the first report
 */
public record DeliveryState(Badge badge, String counts) {

  static DeliveryState of(Server server, Delivery delivery, Instant now, Messages messages) {
    ReceivedReport report = delivery.report();
    return new DeliveryState(
        new Judge(server, delivery, now, messages).badge(),
        report == null ? "" : counts(report, now, messages));
  }

  private static String counts(ReceivedReport received, Instant now, Messages messages) {
    AgentReport.Presence presence = received.report().presence();
    return messages.text(
        "agent.counts",
        Words.number(presence.wanted()),
        Words.number(presence.present()),
        Words.span(Duration.between(received.receivedAt(), now)));
  }

  /** Whether the interface has another key than the server's configurations name. */
  static boolean isMismatched(Server server, AgentReport report) {
    PublicKey key = report.node().publicKey();
    return key != null && !key.equals(server.publicKey());
  }

  private record Judge(Server server, Delivery delivery, Instant now, Messages messages) {
    Badge badge() {
      ReceivedReport received = delivery.report();
      if (delivery.enrolledAt() == null) {
        return new Badge(Tone.PLAIN, messages.text("agent.none"));
      }
      if (delivery.isSilent(now)) {
        return silent(received);
      }
      if (received == null) {
        return new Badge(Tone.PLAIN, messages.text("agent.waiting"));
      }
      return reported(received.report());
    }

    private Badge silent(@Nullable ReceivedReport received) {
      Instant since = received == null ? delivery.enrolledAt() : received.receivedAt();
      Duration age = since == null ? Duration.ZERO : Duration.between(since, now);
      return bad("agent.silent", Words.span(age));
    }

    private Badge reported(AgentReport report) {
      Refusal refusal = report.refusal();
      Differences differences = delivery.differences();
      if (refusal != null) {
        return bad("refusal." + Words.key(refusal.kind()));
      }
      if (isMismatched(server, report)) {
        return bad("agent.mismatch");
      }
      if (delivery.isLagging(now)) {
        return bad("agent.lagging", Words.span(delivery.behindFor()));
      }
      if (!differences.paidButOff().isEmpty()) {
        return bad("agent.off", differences.paidButOff().size());
      }
      if (!differences.unpaidButOn().isEmpty()) {
        return bad("agent.on", differences.unpaidButOn().size());
      }
      return differences.foreign().isEmpty()
          ? new Badge(Tone.GOOD, messages.text("agent.good"))
          : new Badge(Tone.WARN, messages.text("agent.foreign", differences.foreign().size()));
    }

    private Badge bad(String key, Object... arguments) {
      return new Badge(Tone.BAD, messages.text(key, arguments));
    }
  }
}
