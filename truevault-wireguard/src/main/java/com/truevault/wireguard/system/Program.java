package com.truevault.wireguard.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Starts programs and waits for them. Arguments reach the program as they are: no shell reads them.
 * Safe for use by several threads.
 */
public final class Program {
  /** How many bytes of each output are kept; the rest is read and dropped. */
  public static final int MOST_OUTPUT = 16 << 20;

  private static final Executor START = Program::start;

  private final List<String> prefix;
  private final Duration timeout;

  /**
   * Programs of this machine, or of a part of it.
   *
   * @param prefix put before every command, such as {@code ip netns exec NAME}; may be empty
   * @param timeout after which a program is ended
   */
  public Program(List<String> prefix, Duration timeout) {
    this.prefix = List.copyOf(prefix);
    this.timeout = timeout;
  }

  /** Whether programs run where this process does, and not in a part of the machine. */
  public boolean isDirect() {
    return prefix.isEmpty();
  }

  /**
   * Runs a program to its end.
   *
   * @param arguments the program's name and what it is given
   * @param input what it reads; may be empty
   * @throws IllegalStateException if the waiting thread is interrupted; the program is ended
   */
  public Result run(List<String> arguments, String input) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Messages are read, so they must not be translated.
    builder.environment().put("LC_ALL", "C");
    try {
      return finish(builder.start(), input);
    } catch (IOException e) {
      return new Result(Result.NOT_STARTED, "", "cannot start " + command.get(0) + ": not found");
    }
  }

  private Result finish(Process process, String input) {
    CompletableFuture<String> output = reading(process.getInputStream());
    CompletableFuture<String> error = reading(process.getErrorStream());
    CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> feed(process, input), START);
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        end(process);
        return new Result(Result.TIMED_OUT, "", "no end within " + timeout.toSeconds() + " s");
      }
      writing.join();
      return new Result(process.exitValue(), output.join(), error.join());
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a program ran", e);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void feed(Process process, String input) {
    try (OutputStream to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A program may end without reading all of its input; its exit code tells.
      return;
    }
  }

  private static CompletableFuture<String> reading(InputStream from) {
    return CompletableFuture.supplyAsync(() -> read(from), START);
  }

  private static String read(InputStream from) {
    try (from) {
      String kept = new String(from.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      from.transferTo(OutputStream.nullOutputStream());
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException("output of a program cannot be read", e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "program");
    thread.setDaemon(true);
    thread.start();
  }
}
