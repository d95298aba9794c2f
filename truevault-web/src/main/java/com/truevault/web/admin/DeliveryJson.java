package com.truevault.web.admin;

import com.truevault.agent.AgentReport;
import com.truevault.agent.Delivery;
import com.truevault.agent.ReceivedReport;
import com.truevault.peer.ListVersion;
import com.truevault.web.agent.RefusalJson;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the panel wants on a server is there.
 *
 * @param version of the newest list, such as 1.43; null before the first
 * @param peers how many it has, the probe included
 * @param isLagging whether the newest list has not been applied for more than a minute
 * @param isSilent whether reports are missing
 * @param paidButOff public keys that the list wants and that are not there
 * @param unpaidButOn public keys of devices that are there and that the list does not want
 * @param foreign public keys that are there and were never known here
 * @param report null before the first
 */
public record DeliveryJson(
    String serverKey,
    @Nullable Instant enrolledAt,
    @Nullable String version,
    @Nullable Integer peers,
    @Nullable Instant issuedAt,
    boolean isLagging,
    boolean isSilent,
    List<String> paidButOff,
    List<String> unpaidButOn,
    List<String> foreign,
    @Nullable Report report) {

  static DeliveryJson from(Delivery delivery, Instant now) {
    Delivery.Wanted list = delivery.list();
    return new DeliveryJson(
        delivery.server().value(),
        delivery.enrolledAt(),
        list == null ? null : list.version().toString(),
        list == null ? null : list.peers(),
        list == null ? null : list.issuedAt(),
        delivery.isLagging(now),
        delivery.isSilent(now),
        keys(delivery.differences().paidButOff()),
        keys(delivery.differences().unpaidButOn()),
        keys(delivery.differences().foreign()),
        Report.from(delivery.report()));
  }

  private static List<String> keys(List<PublicKey> keys) {
    return keys.stream().map(PublicKey::base64).toList();
  }

  /**
   * What the agent last reported.
   *
   * @param applied the version in force; null before the first
   * @param publicKey of the interface; null if it has none
   * @param freeBytes -1 if unknown
   * @param clockSkewMillis positive if the agent's clock is ahead
   */
  public record Report(
      Instant receivedAt,
      String software,
      @Nullable String applied,
      @Nullable Instant appliedAt,
      int wanted,
      int present,
      int unexpected,
      @Nullable String publicKey,
      int port,
      long freeBytes,
      long clockSkewMillis,
      @Nullable RefusalJson refusal) {

    static @Nullable Report from(@Nullable ReceivedReport received) {
      if (received == null) {
        return null;
      }
      AgentReport report = received.report();
      ListVersion applied = report.applied();
      PublicKey key = report.node().publicKey();
      return new Report(
          received.receivedAt(),
          report.software(),
          applied == null ? null : applied.toString(),
          report.appliedAt(),
          report.presence().wanted(),
          report.presence().present(),
          report.presence().unexpected(),
          key == null ? null : key.base64(),
          report.node().port(),
          report.node().freeBytes(),
          report.node().clockSkew().toMillis(),
          RefusalJson.from(report.refusal()));
    }
  }
}
