package com.truevault.wireguard.agent;

import com.truevault.agent.AgentReport;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.util.Map;

/**
 * A report to be sent.
 *
 * @param counters what it says about peers, to be acknowledged once it arrived
 */
record Report(AgentReport content, Instant sentAt, Map<PublicKey, Sightings.Counters> counters) {}
