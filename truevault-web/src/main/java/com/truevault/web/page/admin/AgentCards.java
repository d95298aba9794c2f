package com.truevault.web.page.admin;

import com.truevault.agent.AgentReport;
import com.truevault.agent.Delivery;
import com.truevault.agent.ReceivedReport;
import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.peer.PeerList;
import com.truevault.peer.Shrinkage;
import com.truevault.server.Server;
import com.truevault.web.page.Form;
import com.truevault.web.page.Messages;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Words;
import com.truevault.web.page.admin.AgentCard.Decision;
import com.truevault.web.page.admin.AgentCard.Invitation;
import com.truevault.web.page.admin.AgentCard.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what administrators are told of agents. */
final class AgentCards {
  private final PageKit kit;
  private final Messages messages;
  private final AgentFacts facts;
  private final AgentStrays strays;

  AgentCards(PageKit kit) {
    this.kit = kit;
    this.messages = kit.messages();
    this.facts = new AgentFacts(messages);
    this.strays = new AgentStrays(kit.vault(), messages);
  }

  /** The page of a server that exists. */
  ServerPage page(Server server, Form form) {
    return page(server, form, ServerHealth.BLANK);
  }

  /** The page of a server with a form of planned maintenance. */
  ServerPage page(Server server, Form form, Form maintenance) {
    return new ServerPage(
        server.key().value(), form, card(server, null), health(server, maintenance));
  }

  /** The page of a server with a token that was made just now. */
  ServerPage page(Server server, Invitation invitation) {
    return new ServerPage(
        server.key().value(),
        ServerPage.form(server),
        card(server, invitation),
        health(server, ServerHealth.BLANK));
  }

  private ServerHealth health(Server server, Form maintenance) {
    return ServerHealth.of(kit.vault(), server, maintenance, messages);
  }

  /** How delivery to a server goes, in a few words. */
  DeliveryState state(Server server) {
    return DeliveryState.of(
        server, kit.vault().agentReports().delivery(server.key()), kit.now(), messages);
  }

  private AgentCard card(Server server, @Nullable Invitation invitation) {
    Delivery delivery = kit.vault().agentReports().delivery(server.key());
    boolean enrolled = delivery.enrolledAt() != null;
    return new AgentCard(
        server.key().value(),
        enrolled,
        DeliveryState.of(server, delivery, kit.now(), messages),
        facts.of(delivery, kit.now()),
        enrolled ? troubles(server, delivery) : List.of(),
        enrolled ? strays.of(delivery.differences()) : List.of(),
        enrolled ? decision(server, delivery) : null,
        invitation);
  }

  private List<Trouble> troubles(Server server, Delivery delivery) {
    List<Trouble> troubles = new ArrayList<>();
    ReceivedReport received = delivery.report();
    if (delivery.isSilent(kit.now())) {
      troubles.add(trouble("agent.trouble.silent", ""));
    }
    if (received == null) {
      return troubles;
    }
    Refusal refusal = received.report().refusal();
    if (refusal != null) {
      troubles.add(trouble("refusal." + Words.key(refusal.kind()), refusal.detail()));
    }
    AgentReport report = received.report();
    if (DeliveryState.isMismatched(server, report)) {
      troubles.add(trouble("agent.trouble.key", String.valueOf(report.node().publicKey())));
    }
    if (report.node().port() != server.endpoint().port()) {
      troubles.add(trouble("agent.trouble.port", Integer.toString(report.node().port())));
    }
    if (facts.isClockWrong(report)) {
      troubles.add(trouble("agent.trouble.clock", facts.clock(report)));
    }
    if (facts.isDiskFull(report)) {
      troubles.add(trouble("agent.trouble.disk", Words.bytes(report.node().freeBytes())));
    }
    return troubles;
  }

  private Trouble trouble(String key, String detail) {
    return new Trouble(messages.text(key), detail, messages.text(key + ".step"));
  }

  private @Nullable Decision decision(Server server, Delivery delivery) {
    ReceivedReport received = delivery.report();
    Refusal refusal = received == null ? null : received.report().refusal();
    if (received == null || refusal == null) {
      return null;
    }
    if (refusal.kind() == RefusalKind.OLDER_GENERATION) {
      return decision("", "agent.epoch", kit.t("agent.epoch.text"));
    }
    PeerList list = kit.vault().peerLists().current(server.key()).orElse(null);
    if (refusal.kind() != RefusalKind.SHRINKAGE || list == null || isConfirmed(list)) {
      return null;
    }
    int going = Math.max(0, received.report().presence().wanted() - list.peers().size());
    String question =
        kit.t(
            "agent.shrinkage.text",
            Words.number(list.peers().size()),
            list.version(),
            Words.number(going),
            server.key());
    return decision(list.version().toString(), "agent.shrinkage", question, Words.number(going));
  }

  /** One that shrank again since it was confirmed wants another word. */
  private static boolean isConfirmed(PeerList list) {
    Shrinkage confirmed = list.confirmed();
    return confirmed != null && confirmed.covers(list.peers().size());
  }

  private Decision decision(String version, String key, String question, Object... arguments) {
    return new Decision(
        version, messages.text(key, arguments), question, messages.text(key + ".yes", arguments));
  }
}
