package com.truevault.wireguard.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.peer.PeerList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Kills an agent, a process of its own, at one point after the other while it applies a list. */
final class KillPoints {
  // What a shell, and strace like it, answers for a child that signal 9 ended.
  private static final int KILLED = 128 + 9;
  private static final Path STRACE = Path.of("/usr/bin/strace");
  private static final String SCRIPT =
      """
      # MODE NUMBER COUNTER COMMAND: ends its parent with the command of that number.
      mode=$1 number=$2 counter=$3
      shift 3
      count=$(($(cat "$counter") + 1))
      echo "$count" > "$counter"
      [ "$count" = "$number" ] || exec "$@"
      case $mode in
        before) ;;
        within) head -n 20 | "$@" ;;
        after) "$@" ;;
      esac
      kill -9 "$PPID"
      """;

  private final Fault fault;
  private final Path script;
  private final Path counter;
  private int run;

  KillPoints(Fault fault) throws IOException {
    this.fault = fault;
    this.script = fault.customer().lab().folder().resolve("kill.sh");
    this.counter = fault.customer().lab().folder().resolve("counter");
    Files.writeString(script, SCRIPT);
  }

  /** Returns how often it was killed. */
  int killAtAll() throws Exception {
    int kills = 0;
    for (String mode : List.of("before", "within", "after")) {
      for (int number = 1; killAtProgram(mode, number); number++) {
        kills++;
      }
    }
    if (Files.isExecutable(STRACE)) {
      for (String call : List.of("fsync", "rename")) {
        for (int number = 1; killAtCall(call, number); number++) {
          kills++;
        }
      }
    }
    return kills;
  }

  private boolean killAtProgram(String mode, int number) throws Exception {
    return kill(List.of(), List.of("sh", script.toString(), mode, "" + number, counter.toString()));
  }

  private boolean killAtCall(String call, int number) throws Exception {
    return kill(
        List.of(
            STRACE.toString(),
            "-f",
            "-qq",
            "-e",
            "trace=" + call,
            "-e",
            "inject=" + call + ":signal=SIGKILL:when=" + number,
            "-o",
            "/dev/null"),
        List.of());
  }

  /** Ten come and the ten before them leave while it dies. */
  private boolean kill(List<String> tracer, List<String> prefix) throws Exception {
    run++;
    PeerList list = fault.nextConfirmed(Lists.peers(1000 + 10 * run, 1010 + 10 * run));
    fault.panel().answers(200, fault.lists().signed(list));
    Files.writeString(counter, "0");
    int code = code(tracer, prefix);
    assertTrue(Set.of(0, KILLED).contains(code), () -> "run " + run + " ended with " + code);
    String key = fault.customer().peer().publicKey().base64();
    assertTrue(fault.customer().server().hasPeer(key), () -> "cut off by run " + run);
    fault.expect(list);
    fault.restartAgent();
    fault.poll();
    assertTrue(fault.equalsList(), () -> "after run " + run);
    assertEquals("none", fault.trouble(), () -> "after run " + run);
    return code == KILLED;
  }

  private int code(List<String> tracer, List<String> prefix) throws Exception {
    AgentOptions options = fault.options();
    List<String> command = new ArrayList<>(tracer);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KilledAgent.class.getName());
    command.addAll(List.of(options.panel().toString(), fault.state().toString()));
    command.addAll(List.of(options.interfaceName(), String.valueOf(options.keyFile())));
    command.addAll(prefix);
    command.addAll(options.commandPrefix());
    Path output = fault.customer().lab().folder().resolve("killed.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the agent hangs in run " + run);
    return process.exitValue();
  }
}
