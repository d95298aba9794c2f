package com.truevault.web.page.admin;

import com.truevault.agent.AgentReport;
import com.truevault.agent.Delivery;
import com.truevault.agent.Delivery.Wanted;
import com.truevault.agent.ReceivedReport;
import com.truevault.peer.ListVersion;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import com.truevault.web.page.admin.AgentCard.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an agent reported of itself and its machine, in words. */
record AgentFacts(Messages messages) {
  private static final Duration CLOCK_OFF = Duration.ofSeconds(30);
  private static final Duration IN_STEP = Duration.ofSeconds(2);
  private static final long DISK_LOW = 100_000_000;

  List<Fact> of(Delivery delivery, Instant now) {
    List<Fact> facts = new ArrayList<>();
    Wanted list = delivery.list();
    if (list != null) {
      Duration age = Duration.between(list.issuedAt(), now);
      facts.add(
          fact(
              "newest", messages.text("agent.fact.newest.value", list.version(), Words.span(age))));
    }
    ReceivedReport received = delivery.report();
    if (received != null) {
      AgentReport report = received.report();
      facts.add(fact("applied", applied(report, list == null ? null : list.version())));
      facts.add(fact("software", report.software()));
      facts.add(fact("clock", clock(report)));
      facts.add(fact("disk", disk(report)));
      facts.add(fact("port", port(report)));
    }
    Instant enrolled = delivery.enrolledAt();
    if (enrolled != null) {
      facts.add(fact("enrolled", Words.day(enrolled)));
    }
    return facts;
  }

  boolean isClockWrong(AgentReport report) {
    return report.node().clockSkew().abs().compareTo(CLOCK_OFF) > 0;
  }

  boolean isDiskFull(AgentReport report) {
    return report.node().freeBytes() >= 0 && report.node().freeBytes() < DISK_LOW;
  }

  String clock(AgentReport report) {
    Duration skew = report.node().clockSkew();
    if (skew.abs().compareTo(IN_STEP) < 0) {
      return messages.text("agent.clock.good");
    }
    return messages.text(
        skew.isNegative() ? "agent.clock.behind" : "agent.clock.ahead", Words.span(skew.abs()));
  }

  private String applied(AgentReport report, @Nullable ListVersion newest) {
    ListVersion applied = report.applied();
    if (applied == null) {
      return messages.text("agent.fact.applied.none");
    }
    return messages.text(
        Objects.equals(applied, newest) ? "agent.fact.applied.newest" : "agent.fact.applied.other",
        applied);
  }

  private String disk(AgentReport report) {
    long free = report.node().freeBytes();
    return free < 0
        ? messages.text("agent.fact.unknown")
        : messages.text("agent.fact.disk.value", Words.bytes(free));
  }

  private String port(AgentReport report) {
    int port = report.node().port();
    return port == 0 ? messages.text("agent.fact.port.none") : Integer.toString(port);
  }

  private Fact fact(String key, String value) {
    return new Fact(messages.text("agent.fact." + key), value);
  }
}
