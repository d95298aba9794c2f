package com.truevault.agent;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.outbox.Effects;
import com.truevault.secret.TokenHash;
import com.truevault.server.ServerKey;
import com.truevault.server.Servers;
import com.truevault.store.DataFile;
import java.util.Map;
import java.util.Optional;

/**
 * Lets agents join and knows them by their credentials, of which only hashes rest. Safe for use by
 * many threads.
 */
public final class Agents {
  private static final String ACTOR = "agent";

  private final AgentStore store;
  private final EnrolmentTokens tokens;
  private final Servers servers;
  private final Effects effects;

  /** Keeps agents in the given store. */
  public Agents(AgentStore store, EnrolmentTokens tokens, Servers servers, Effects effects) {
    this.store = store;
    this.tokens = tokens;
    this.servers = servers;
    this.effects = effects;
  }

  /**
   * Mints a token for the agent of a server.
   *
   * @param actor who does it, for the audit log
   * @throws TrueVaultException NOT_FOUND if there is no such server
   */
  public EnrolmentTokens.Minted invite(String actor, ServerKey server) {
    servers.require(server);
    EnrolmentTokens.Minted minted = tokens.mint(server);
    effects.run(
        DataFile.SERVERS,
        out -> AuditLog.note(out, actor, "server.agent-invited", server.value(), Map.of()));
    return minted;
  }

  /**
   * Exchanges a token for a credential; an agent that the server had is out.
   *
   * @throws TrueVaultException UNAUTHENTICATED if the token is unknown, expired or used, NOT_FOUND
   *     if it is for a server that is not there
   */
  public Enrolled enrol(String token, String software) {
    EnrolmentTokens.Opened opened = tokens.open(token);
    String credential = effects.random().secret();
    return effects.write(
        DataFile.SERVERS,
        out -> {
          servers.require(opened.server());
          if (!store.useEnrolment(opened.id(), opened.expiresAt(), effects.now())) {
            throw EnrolmentTokens.invalid();
          }
          store.put(
              new Agent(
                  opened.server(), TokenHash.of(credential), null, effects.now(), effects.now()));
          AuditLog.note(
              out, ACTOR, "server.enrolled", opened.server().value(), Map.of("software", software));
          return new Enrolled(opened.server(), credential);
        });
  }

  /**
   * Which server's agent has that credential; nothing if none has. The first use of a new
   * credential ends the one before.
   */
  public Optional<ServerKey> authenticate(String credential) {
    Optional<Agent> found = findByCredential(credential);
    found
        .filter(agent -> agent.previous() != null && agent.credential().matches(credential))
        .ifPresent(agent -> settle(agent.server(), credential));
    return found.map(Agent::server);
  }

  /**
   * Hands a new credential to the agent that has this one, which stays valid until the new one was
   * used.
   *
   * @throws TrueVaultException UNAUTHENTICATED if no agent has it
   */
  public String rotate(String credential) {
    String fresh = effects.random().secret();
    effects.run(
        DataFile.SERVERS,
        out -> {
          Agent agent = findByCredential(credential).orElseThrow(Agents::unknown);
          store.put(agent.handed(TokenHash.of(fresh), TokenHash.of(credential), effects.now()));
          AuditLog.note(
              out, ACTOR, "server.agent-credential-rotated", agent.server().value(), Map.of());
        });
    return fresh;
  }

  /**
   * Shuts the agent of a server out; the server keeps the tunnels it has.
   *
   * @throws TrueVaultException NOT_FOUND if it has none
   */
  public void revoke(String actor, ServerKey server) {
    effects.run(
        DataFile.SERVERS,
        out -> {
          if (!store.remove(server)) {
            throw new TrueVaultException(
                ErrorKind.NOT_FOUND,
                "agent-not-enrolled",
                "server " + server + " has no agent; enrol one first");
          }
          AuditLog.note(out, actor, "server.agent-revoked", server.value(), Map.of());
        });
  }

  /** The agent of a server, if one has joined. */
  public Optional<Agent> find(ServerKey server) {
    return store.find(server);
  }

  /** Found by its hash, then compared in constant time. */
  private Optional<Agent> findByCredential(String credential) {
    return store
        .findByCredential(TokenHash.of(credential))
        .filter(agent -> isOf(agent, credential));
  }

  private void settle(ServerKey server, String credential) {
    effects.run(
        DataFile.SERVERS,
        out ->
            store
                .find(server)
                .filter(now -> now.credential().matches(credential))
                .ifPresent(now -> store.put(now.settled())));
  }

  private static boolean isOf(Agent agent, String credential) {
    TokenHash previous = agent.previous();
    return agent.credential().matches(credential)
        || (previous != null && previous.matches(credential));
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.UNAUTHENTICATED,
        "agent-unknown",
        "no agent has this credential; enrol it again with: truevault admin server enrol");
  }

  /**
   * An agent that joined just now.
   *
   * @param credential 256 random bits in base64url; a secret
   */
  public record Enrolled(ServerKey server, String credential) {
    @Override
    public String toString() {
      return "Enrolled[" + server + "]";
    }
  }
}
