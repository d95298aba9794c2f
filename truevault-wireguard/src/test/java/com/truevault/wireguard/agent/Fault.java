package com.truevault.wireguard.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.peer.PeerList;
import com.truevault.peer.Shrinkage;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.StepReport;
import com.truevault.wireguard.network.InterfaceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A customer online, an agent that is stepped by hand, and a panel that does as it is told. */
final class Fault implements AutoCloseable {
  private static final Pattern KIND = Pattern.compile("\"refusal\":\\{\"kind\":\"(\\w+)\"");
  private static final List<Peer> OTHERS = Lists.peers(100, 140);

  private final StepReport steps;
  private final PayingCustomer customer;
  private final Lists lists;
  private final FakePanel panel;
  private final Path state;
  private final Clocks clocks = new Clocks(this::now, this::nanos);
  private Duration ahead = Duration.ZERO;
  private Duration jumped = Duration.ZERO;
  private long generation = 1;
  private PeerList inForce;
  private Agent agent;
  private Poller poller;
  private boolean isMounted;

  private Fault(StepReport steps, PayingCustomer customer) throws IOException {
    this.steps = steps;
    this.customer = customer;
    this.lists = new Lists(customer.plan());
    this.panel = new FakePanel(lists);
    this.state = customer.lab().folder().resolve("state");
    new CredentialFile(state).save(panel.credential(), Instant.now());
    new IdentityFile(state).save(lists.identity);
    this.inForce = next(List.of());
    this.agent = newAgent();
    this.poller = newPoller();
  }

  static Fault prepare(StepReport steps) throws IOException {
    Fault fault = new Fault(steps, PayingCustomer.in(NetworkLab.open()));
    fault.agent.start();
    fault.deliver(fault.inForce);
    assertTrue(fault.customer.longestGap().compareTo(Duration.ofHours(1)) < 0);
    return fault;
  }

  private Agent newAgent() {
    AgentOptions options = options();
    return new Agent(lists.identity, state, options.wireGuard(), clocks, event -> {});
  }

  private Poller newPoller() {
    return new Poller(client(), agent, clocks, new Random(1));
  }

  private HttpPanelClient client() {
    return new HttpPanelClient(panel.url(), new CredentialFile(state));
  }

  AgentOptions options() {
    return customer.options(panel.url(), state);
  }

  PayingCustomer customer() {
    return customer;
  }

  Lists lists() {
    return lists;
  }

  FakePanel panel() {
    return panel;
  }

  Agent agent() {
    return agent;
  }

  /** As after a crash or a reboot: nothing is known but what rests on the disk. */
  void restartAgent() {
    agent = newAgent();
    poller = newPoller();
    agent.start();
  }

  /** The next list: the customer, forty others, and these. */
  PeerList next(List<Peer> more) {
    return next(more, null);
  }

  /** As {@link #next(List)}, with an administrator's word that it may be short. */
  PeerList nextConfirmed(List<Peer> more) {
    return next(more, new Shrinkage("admin", Instant.now(), 1));
  }

  private PeerList next(List<Peer> more, @Nullable Shrinkage word) {
    List<Peer> peers = new ArrayList<>();
    peers.add(customer.peer());
    peers.addAll(OTHERS);
    peers.addAll(more);
    generation++;
    return lists.list(generation, peers, Instant.now(), word);
  }

  void deliver(PeerList list) throws IOException {
    panel.answers(200, lists.signed(list));
    inForce = list;
    poll();
    assertTrue(equalsList(), "the kernel equals list " + list.version());
  }

  /** What a restart has to come to. */
  void expect(PeerList list) {
    inForce = list;
  }

  void poll() {
    assertTrue(poller.step().compareTo(Poller.REPAIR) <= 0);
  }

  /** Two steps: the second with what the poller does about a refusal. */
  void expectRefusal(String what, String kind) throws Exception {
    row(
        what,
        "refused by name, nothing changes",
        () -> {
          poll();
          poll();
          assertTrue(equalsList());
          return reportedKind();
        },
        kind);
  }

  void row(String what, String expected, Callable<String> work, @Nullable String mustSee)
      throws Exception {
    steps.step(
        what,
        expected,
        () -> {
          customer.restart();
          String seen = work.call();
          Duration gap = customer.longestGap();
          assertEquals(mustSee == null ? seen : mustSee, seen);
          assertTrue(gap.compareTo(PayingCustomer.KEEPALIVE) < 0, () -> "no traffic for " + gap);
          return seen + "; traffic paused " + gap.toMillis() + " ms at most";
        });
  }

  InterfaceState kernel() throws IOException {
    return options().wireGuard().read();
  }

  /** Whether the kernel has the list in force and nobody else. */
  boolean equalsList() throws IOException {
    InterfaceState seen = kernel();
    return seen.peers().size() == inForce.peers().size()
        && inForce.peers().stream().allMatch(seen::has)
        && seen.port() == inForce.plan().port();
  }

  /** What the panel was told. */
  String report() throws Exception {
    panel.reports().clear();
    CredentialRotation rotation =
        new CredentialRotation(client(), new CredentialFile(state), Instant::now, event -> {});
    new Reporter(client(), agent, rotation, "test", event -> {}).step();
    return panel.reports().take();
  }

  String reportedKind() throws Exception {
    Matcher kind = KIND.matcher(report());
    return kind.find() ? kind.group(1) : "none";
  }

  void passCompare() {
    pass(Agent.COMPARE_EVERY);
    agent.watch();
  }

  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  void jump(Duration step) {
    jumped = jumped.plus(step);
  }

  private long nanos() {
    return System.nanoTime() + ahead.toNanos();
  }

  private Instant now() {
    return Instant.now().plus(ahead).plus(jumped);
  }

  void panelGone() {
    panel.close();
  }

  /** The kind of refusal that a poll ended with. */
  String trouble() {
    com.truevault.agent.Refusal worst = agent.trouble();
    return worst == null ? "none" : worst.kind().name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Puts a small and full disk in the place of the agent's. */
  void fillDisk() throws IOException {
    PayingCustomer.system("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", state + "");
    isMounted = true;
    new CredentialFile(state).save(panel.credential(), Instant.now());
    try {
      Files.write(state.resolve("filler"), new byte[1 << 20]);
    } catch (IOException full) {
      // As it should be.
    }
  }

  Path state() {
    return state;
  }

  @Override
  public void close() {
    panel.close();
    if (isMounted) {
      PayingCustomer.system("umount", state + "");
    }
    customer.close();
  }
}
