package com.truevault.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/** A cold process until its first page is there, on a data folder that exists. */
final class StartUp implements Benchmark {
  private static final double TARGET = 2;

  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    Path data = folder.resolve("data");
    new Shop(data).close();
    Path log = folder.resolve("log");
    Rounds.Medians millis =
        new Rounds(2, 7)
            .alternate(
                round -> millis(log, BareHost.class.getName(), "200"),
                round ->
                    millis(
                        log,
                        "com.truevault.web.Main",
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        "0"));
    return List.of(Result.time("start to first answered page", millis, TARGET));
  }

  private double millis(Path log, String mainClass, String... arguments) throws Exception {
    long start = System.nanoTime();
    try (HostProcess host = HostProcess.ofClass(log, mainClass, arguments)) {
      HttpResponse<Void> page =
          client.send(
              HttpRequest.newBuilder(host.url().resolve("/")).build(), BodyHandlers.discarding());
      if (page.statusCode() != 200) {
        throw new IOException("the first page was answered " + page.statusCode());
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }
}
