package com.truevault.wireguard.lab;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Datagrams sent every 20 ms and echoed from the other side, to measure for how long traffic ever
 * stopped.
 */
public final class EchoStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final Path log;
  private final Writer questions;
  private int asked = 1;

  EchoStream(Node node, String address) {
    log = node.newLog();
    process = node.start(log, Node.java(EchoProcess.class, address));
    questions = process.outputWriter();
    Node.awaitReady(EchoProcess.class, process, log);
  }

  /** What came back until now. */
  public record Report(long sent, long received, Duration longestGap) {}

  /** Counts since the last {@link #restart}; a gap that has not ended yet counts too. */
  public Report report() throws IOException {
    String[] counts = ask("report").split(" ", -1);
    return new Report(
        Long.parseLong(counts[0]),
        Long.parseLong(counts[1]),
        Duration.ofMillis(Long.parseLong(counts[2])));
  }

  /** Forgets counts and gaps that have ended. */
  public void restart() throws IOException {
    ask("restart");
  }

  /** Waits until echoes come, and returns how long that took. */
  public Duration awaitEcho(Duration limit) throws IOException {
    long before = report().received();
    return Wait.until("an echo", limit, () -> report().received() > before);
  }

  @Override
  public void close() {
    Teardown.stop(process);
  }

  private String ask(String question) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    int line = asked++;
    Wait.until(
        "the stream's answer to " + question,
        PATIENCE,
        () -> Files.readString(log).chars().filter(c -> c == '\n').count() > line);
    List<String> answers = Files.readAllLines(log);
    return answers.get(line);
  }
}
