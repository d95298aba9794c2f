package com.truevault.health;

/** What was found out about a server. */
public enum HealthKind {
  /** It shook hands, and a packet came back through the tunnel. */
  UP,
  /**
   * Nothing came back. The machine may be off, a firewall may be in the way, the server may have
   * another key than it should, or not know the probe: WireGuard is silent in all these cases.
   */
  NO_ANSWER,
  /** The machine answered that nothing listens on the port. */
  PORT_CLOSED,
  /** It answered as the right server, but under another preshared key than the probe's. */
  WRONG_PRESHARED_KEY,
  /** Something answered that is not the server, or does not speak WireGuard. */
  BAD_ANSWER,
  /** It shook hands, but nothing came back through the tunnel. */
  HANDSHAKE_BUT_NO_TRAFFIC,
  /** Its agent has not reported for too long; no probe finds this. Tunnels may well work. */
  AGENT_SILENT
}
