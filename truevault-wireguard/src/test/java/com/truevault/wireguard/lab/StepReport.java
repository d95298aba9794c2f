package com.truevault.wireguard.lab;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a scenario did, what was expected, what was seen and how long it took; written as Markdown
 * for people and as JSON for programs, also when a step failed.
 */
public final class StepReport {
  private final String title;
  private final List<Step> steps = new ArrayList<>();

  /** An empty report. */
  public StepReport(String title) {
    this.title = title;
  }

  /**
   * A row of the report.
   *
   * @param milliseconds from the act to what was expected
   */
  public record Step(String what, String expected, String seen, long milliseconds) {}

  /** Does a step and notes it; a failure is noted too and then goes on its way. */
  public void step(String what, String expected, Callable<?> work) throws Exception {
    long start = System.nanoTime();
    String seen = "";
    try {
      seen = String.valueOf(work.call());
    } catch (Exception | AssertionError e) {
      seen = "FAILED: " + e.getMessage();
      throw e;
    } finally {
      long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
      steps.add(new Step(what, expected, seen, took));
    }
  }

  /** The rows until now. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Writes NAME.md and NAME.json into a folder. */
  public void write(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".md"), markdown());
    Files.writeString(folder.resolve(name + ".json"), json());
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# " + title + "\n\n");
    text.append("| what | expected | seen | ms |\n|---|---|---|---:|\n");
    for (Step step : steps) {
      text.append("| ").append(cell(step.what()));
      text.append(" | ").append(cell(step.expected()));
      text.append(" | ").append(cell(step.seen()));
      text.append(" | ").append(step.milliseconds()).append(" |\n");
    }
    return text.toString();
  }

  private String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.beginObject().name("title").value(title).name("steps").beginArray();
      for (Step step : steps) {
        json.beginObject();
        json.name("what").value(step.what());
        json.name("expected").value(step.expected());
        json.name("seen").value(step.seen());
        json.name("milliseconds").value(step.milliseconds());
        json.endObject();
      }
      json.endArray().endObject();
    }
    return text + "\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\s+", " ");
  }
}
