package com.truevault.wireguard.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Program of {@link KillPoints}: an agent from its start until it has applied one list. */
final class KilledAgent {
  private KilledAgent() {}

  public static void main(String[] arguments) throws Exception {
    URI panel = URI.create(arguments[0]);
    Path state = Path.of(arguments[1]);
    List<String> prefix = Arrays.asList(arguments).subList(4, arguments.length);
    AgentOptions options =
        new AgentOptions(panel, arguments[2], Path.of(arguments[3]), state, prefix);
    Clocks clocks = new Clocks(Instant::now, System::nanoTime);
    Agent agent =
        new Agent(new IdentityFile(state).read(), state, options.wireGuard(), clocks, event -> {});
    agent.start();
    HttpPanelClient client = new HttpPanelClient(panel, new CredentialFile(state));
    new Poller(client, agent, clocks, new Random(1)).step();
    System.exit(agent.trouble() == null ? 0 : 1);
  }
}
