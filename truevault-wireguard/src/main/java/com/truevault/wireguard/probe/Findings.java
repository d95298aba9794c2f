package com.truevault.wireguard.probe;

import com.truevault.health.HealthKind;
import com.truevault.health.ProbeResult;
import com.truevault.health.ProbeTarget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is said about one server, for each way in which its probe can end. */
final class Findings {
  private final String where;

  Findings(ProbeTarget target) {
    this.where = target.endpoint().text();
  }

  ProbeResult up(Duration roundTrip, Knock.Answer answer, int initiations) {
    String through =
        switch (answer) {
          case ECHO -> "an ICMP echo came back";
          case TCP_REFUSED, TCP_ACCEPTED -> "TCP was answered";
        };
    String repeated = initiations == 1 ? "" : " after " + initiations + " initiations";
    return new ProbeResult(
        HealthKind.UP, roundTrip, "it shook hands" + repeated + " and " + through);
  }

  ProbeResult noTraffic(Duration roundTrip) {
    return new ProbeResult(
        HealthKind.HANDSHAKE_BUT_NO_TRAFFIC,
        roundTrip,
        where
            + " shook hands, but neither ICMP nor TCP was answered through the tunnel; check the"
            + " interface's address, the probe's allowed address and the firewall");
  }

  ProbeResult wrongPresharedKey() {
    return new ProbeResult(
        HealthKind.WRONG_PRESHARED_KEY,
        null,
        where + " has another preshared key for the probe; let its agent apply the list");
  }

  ProbeResult portClosed() {
    return new ProbeResult(
        HealthKind.PORT_CLOSED,
        null,
        where + " says that nothing listens there; check the interface and its port");
  }

  ProbeResult unusable(String what) {
    return new ProbeResult(
        HealthKind.BAD_ANSWER,
        null,
        where + " sent " + what + "; check what listens there and the server's public key");
  }

  /**
   * Nothing came.
   *
   * @param trouble what this machine said while sending; null if nothing
   */
  ProbeResult silence(int initiations, boolean isUnderLoad, @Nullable String trouble) {
    if (trouble != null) {
      return none("cannot be reached from here (" + trouble + "); check address and route");
    }
    if (isUnderLoad) {
      return none("is under load, asked for a cookie and ignored it; check what floods it");
    }
    return none(
        "was silent to "
            + initiations
            + " initiations; check that it is on, that its firewall lets UDP in, its public key, and"
            + " that it knows the probe");
  }

  ProbeResult uselessKey() {
    return none("was not asked: its public key cannot keep a secret; enter its real one");
  }

  private ProbeResult none(String what) {
    return new ProbeResult(HealthKind.NO_ANSWER, null, where + " " + what);
  }
}
