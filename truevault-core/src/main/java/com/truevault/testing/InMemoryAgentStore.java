package com.truevault.testing;

import com.truevault.agent.Agent;
import com.truevault.agent.AgentReport;
import com.truevault.agent.AgentStore;
import com.truevault.agent.ReceivedReport;
import com.truevault.secret.TokenHash;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryAgentStore implements AgentStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Agent> agents;
  private final InMemoryTable<Used> used;
  private final InMemoryTable<ReceivedReport> reports;

  InMemoryAgentStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.agents = new InMemoryTable<>(transactions, DataFile.SERVERS);
    this.used = new InMemoryTable<>(transactions, DataFile.SERVERS);
    this.reports = new InMemoryTable<>(transactions, DataFile.SERVERS);
  }

  @Override
  public Optional<Agent> find(ServerKey server) {
    return agents.first(row -> row.server().equals(server));
  }

  @Override
  public Optional<Agent> findByCredential(TokenHash credential) {
    return agents.first(
        row -> credential.equals(row.credential()) || credential.equals(row.previous()));
  }

  @Override
  public void put(Agent agent) {
    transactions.run(
        DataFile.SERVERS,
        () -> {
          agents.remove(row -> row.server().equals(agent.server()));
          agents.add(agent);
        });
  }

  @Override
  public boolean remove(ServerKey server) {
    return transactions.write(
        DataFile.SERVERS,
        () -> {
          reports.remove(row -> row.server().equals(server));
          return agents.remove(row -> row.server().equals(server)) > 0;
        });
  }

  @Override
  public boolean useEnrolment(String tokenId, Instant expiresAt, Instant now) {
    return transactions.write(
        DataFile.SERVERS,
        () -> {
          used.remove(row -> row.expiresAt().isBefore(now));
          if (used.has(row -> row.tokenId().equals(tokenId))) {
            return false;
          }
          used.add(new Used(tokenId, expiresAt));
          return true;
        });
  }

  @Override
  public void put(ReceivedReport received) {
    transactions.run(
        DataFile.SERVERS,
        () -> {
          reports.remove(row -> row.server().equals(received.server()));
          reports.add(withoutSightings(received));
        });
  }

  @Override
  public Optional<ReceivedReport> findReport(ServerKey server) {
    return reports.first(row -> row.server().equals(server));
  }

  @Override
  public List<ReceivedReport> reports() {
    return reports.all().toList();
  }

  private static ReceivedReport withoutSightings(ReceivedReport received) {
    AgentReport r = received.report();
    return new ReceivedReport(
        received.server(),
        received.receivedAt(),
        new AgentReport(
            r.software(),
            r.applied(),
            r.appliedAt(),
            r.presence(),
            r.node(),
            r.refusal(),
            List.of()));
  }

  private record Used(String tokenId, Instant expiresAt) {}
}
