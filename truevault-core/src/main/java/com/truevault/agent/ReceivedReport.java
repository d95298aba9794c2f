package com.truevault.agent;

import com.truevault.server.ServerKey;
import java.time.Instant;

/** A report, from whom it came, and when. */
public record ReceivedReport(ServerKey server, Instant receivedAt, AgentReport report) {}
