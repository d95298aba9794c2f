package com.truevault.wireguard.agent;

import com.truevault.server.ServerKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.network.Kernel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The agent of one VPN server, put together. Three threads: one asks for lists, one watches the
 * interface, one reports; the network never keeps the second waiting. Safe for use by many threads.
 */
public final class NodeAgent implements AutoCloseable {
  private static final Duration AFTER_MISTAKE = Duration.ofSeconds(5);
  private static final Duration WATCH_EVERY = Duration.ofMillis(500);

  private final Consumer<String> log;
  private final Agent agent;
  private final Poller poller;
  private final Reporter reporter;
  private final List<Thread> threads = new ArrayList<>();

  private NodeAgent(Agent agent, Poller poller, Reporter reporter, Consumer<String> log) {
    this.agent = agent;
    this.poller = poller;
    this.reporter = reporter;
    this.log = log;
  }

  /**
   * An agent that was enrolled before.
   *
   * @param software its version, for reports
   * @param log takes events, one line each, without secrets and without addresses of customers
   * @throws IOException if it was not enrolled
   */
  public static NodeAgent of(
      AgentOptions options,
      String software,
      Clocks clocks,
      RandomGenerator random,
      Consumer<String> log)
      throws IOException {
    PanelIdentity identity = new IdentityFile(options.stateFolder()).read();
    CredentialFile credential = new CredentialFile(options.stateFolder());
    credential.secret();
    PanelClient panel = new HttpPanelClient(options.panel(), credential);
    Agent agent = new Agent(identity, options.stateFolder(), options.wireGuard(), clocks, log);
    return new NodeAgent(
        agent,
        new Poller(panel, agent, clocks, random),
        new Reporter(
            panel,
            agent,
            new CredentialRotation(panel, credential, clocks.wall(), log),
            software,
            log),
        log);
  }

  /**
   * Exchanges a token for a credential and keeps it.
   *
   * @return the server this agent is of from now on
   * @throws IOException if the panel cannot be reached or refuses
   */
  public static ServerKey enrol(AgentOptions options, String token, String software, Clocks clocks)
      throws IOException {
    return new Enrolment(options.panel(), options.stateFolder(), clocks.wall())
        .enrol(token, publicKey(options.wireGuard()), software)
        .server();
  }

  private static @Nullable PublicKey publicKey(Kernel kernel) {
    try {
      return kernel.read().publicKey();
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Changes the credential for a new one; an agent that runs takes it up by itself.
   *
   * @throws IOException if the panel gives none; the old one stays in use
   */
  public static void rotate(AgentOptions options, Clocks clocks, Consumer<String> log)
      throws IOException {
    CredentialFile credential = new CredentialFile(options.stateFolder());
    PanelClient panel = new HttpPanelClient(options.panel(), credential);
    new CredentialRotation(panel, credential, clocks.wall(), log).rotate();
  }

  /** Applies the list that was kept, then begins to ask, watch and report. */
  public void start() {
    agent.start();
    Bell never = new Bell();
    begin("poller", poller, never);
    begin("reporter", reporter, agent.changes());
    begin(
        "watcher",
        () -> {
          agent.watch();
          return WATCH_EVERY;
        },
        never);
  }

  private void begin(String name, Recurring work, Bell bell) {
    Thread thread = new Thread(() -> repeat(name, work, bell), name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void repeat(String name, Recurring work, Bell bell) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        bell.await(attempt(name, work));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One mistake of ours must not end what keeps customers online. */
  private Duration attempt(String name, Recurring work) {
    try {
      return work.step();
    } catch (RuntimeException e) {
      log.accept(name + " failed and goes on: " + e);
      return AFTER_MISTAKE;
    }
  }

  /** Stops; a change that is under way is finished, and the interface stays as it is. */
  @Override
  public void close() {
    agent.stop();
    threads.forEach(Thread::interrupt);
  }
}
