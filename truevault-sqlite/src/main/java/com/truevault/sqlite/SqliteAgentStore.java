package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.agent.Agent;
import com.truevault.agent.AgentStore;
import com.truevault.agent.ReceivedReport;
import com.truevault.secret.TokenHash;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqliteAgentStore implements AgentStore {
  private final SqliteFile servers;

  SqliteAgentStore(SqliteFile servers) {
    this.servers = servers;
  }

  @Override
  public Optional<Agent> find(ServerKey server) {
    return servers.find(
        """
        select server_key, credential_hash, previous_hash, enrolled_at, credential_at
          from agents
         where server_key = :server_key
        """,
        bind("server_key", server.value()),
        SqliteAgentStore::toAgent);
  }

  @Override
  public Optional<Agent> findByCredential(TokenHash credential) {
    return servers.find(
        """
        select server_key, credential_hash, previous_hash, enrolled_at, credential_at
          from agents
         where credential_hash = :hash or previous_hash = :hash
        """,
        bind("hash", credential.value()),
        SqliteAgentStore::toAgent);
  }

  @Override
  public void put(Agent agent) {
    TokenHash previous = agent.previous();
    servers.update(
        """
        insert into agents
          (server_key, credential_hash, previous_hash, enrolled_at, credential_at)
        values
          (:server_key, :credential_hash, :previous_hash, :enrolled_at, :credential_at)
            on conflict (server_key) do update
           set credential_hash = excluded.credential_hash,
               previous_hash = excluded.previous_hash,
               enrolled_at = excluded.enrolled_at,
               credential_at = excluded.credential_at
        """,
        bind("server_key", agent.server().value())
            .and("credential_hash", agent.credential().value())
            .and("previous_hash", previous == null ? null : previous.value())
            .and("enrolled_at", agent.enrolledAt())
            .and("credential_at", agent.credentialAt()));
  }

  @Override
  public boolean remove(ServerKey server) {
    return servers.write(
        () -> {
          Parameters key = bind("server_key", server.value());
          servers.update("delete from agent_reports where server_key = :server_key", key);
          return servers.update("delete from agents where server_key = :server_key", key) > 0;
        });
  }

  @Override
  public boolean useEnrolment(String tokenId, Instant expiresAt, Instant now) {
    return servers.write(
        () -> {
          servers.update("delete from used_enrolments where expires_at < :now", bind("now", now));
          return servers.update(
                  """
                  insert into used_enrolments (token_id, expires_at)
                  values (:token_id, :expires_at)
                      on conflict (token_id) do nothing
                  """,
                  bind("token_id", tokenId).and("expires_at", expiresAt))
              > 0;
        });
  }

  @Override
  public void put(ReceivedReport report) {
    servers.update(
        """
        insert or replace into agent_reports
          (server_key, received_at, software, applied_epoch, applied_generation, applied_at, wanted,
           present, unexpected, missing_keys, stranger_keys, refusal_kind, refusal_detail,
           refused_epoch, refused_generation, interface_key, listen_port, free_bytes, clock_skew_ms)
        values
          (:server_key, :received_at, :software, :applied_epoch, :applied_generation, :applied_at,
           :wanted, :present, :unexpected, :missing_keys, :stranger_keys, :refusal_kind,
           :refusal_detail, :refused_epoch, :refused_generation, :interface_key, :listen_port,
           :free_bytes, :clock_skew_ms)
        """,
        ReportRows.parameters(report));
  }

  @Override
  public Optional<ReceivedReport> findReport(ServerKey server) {
    return servers.find(
        """
        select server_key, received_at, software, applied_epoch, applied_generation, applied_at,
               wanted, present, unexpected, missing_keys, stranger_keys, refusal_kind,
               refusal_detail, refused_epoch, refused_generation, interface_key, listen_port,
               free_bytes, clock_skew_ms
          from agent_reports
         where server_key = :server_key
        """,
        bind("server_key", server.value()),
        ReportRows::toReport);
  }

  @Override
  public List<ReceivedReport> reports() {
    return servers.query(
        """
        select server_key, received_at, software, applied_epoch, applied_generation, applied_at,
               wanted, present, unexpected, missing_keys, stranger_keys, refusal_kind,
               refusal_detail, refused_epoch, refused_generation, interface_key, listen_port,
               free_bytes, clock_skew_ms
          from agent_reports
         order by server_key
        """,
        Parameters.none(),
        ReportRows::toReport);
  }

  private static Agent toAgent(Row row) {
    return new Agent(
        new ServerKey(row.text("server_key")),
        new TokenHash(row.text("credential_hash")),
        hash(row.textOrNull("previous_hash")),
        row.instant("enrolled_at"),
        row.instant("credential_at"));
  }

  private static @Nullable TokenHash hash(@Nullable String value) {
    return value == null ? null : new TokenHash(value);
  }
}
