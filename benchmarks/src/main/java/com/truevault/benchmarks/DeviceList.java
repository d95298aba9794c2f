package com.truevault.benchmarks;

import com.truevault.device.NewDevice;
import com.truevault.user.Registration;
import com.truevault.user.User;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of one's own devices asked for over HTTP, beside a servlet without any work. */
final class DeviceList implements Benchmark {
  private static final int USERS = 16;
  private static final int DEVICES = 3;
  private static final double SECONDS = 3;
  private static final double TARGET = 0.5;
  private static final String PASSWORD = "a long enough secret 7";
  private static final String PATH = "/api/v1/devices";
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "http";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    Path data = folder.resolve("data");
    fill(data);
    try (HostProcess ours =
        HostProcess.ofClass(
            folder.resolve("ours.log"),
            "com.truevault.web.Main",
            "serve",
            "--data",
            data.toString(),
            "--port",
            "0")) {
      List<String> tokens = signIn(ours.url());
      int bytes = answer(ours.url(), tokens.get(0)).length();
      try (HostProcess floor =
              HostProcess.ofClass(
                  folder.resolve("floor.log"), BareHost.class.getName(), String.valueOf(bytes));
          LoadGenerator bare = new LoadGenerator(floor.url());
          LoadGenerator full = new LoadGenerator(ours.url())) {
        Rounds.Medians perSecond =
            new Rounds(8, 7)
                .alternate(
                    round -> bare.perSecond(PATH, tokens, SECONDS),
                    round -> full.perSecond(PATH, tokens, SECONDS));
        return List.of(
            Result.rate(
                "session check + list of 3 devices, " + bytes + " bytes", perSecond, TARGET));
      }
    }
  }

  private static void fill(Path data) {
    Keys keys = new Keys(3);
    try (Shop shop = new Shop(data)) {
      for (int i = 0; i < USERS; i++) {
        User user =
            shop.vault().users().register(Registration.of(email(i), PASSWORD, "Customer", ""));
        shop.pay(user);
        for (NewDevice device : keys.devices(DEVICES)) {
          shop.vault().devices().add(user, device);
        }
      }
      shop.vault().maintenance().deliver();
    }
  }

  private List<String> signIn(URI url) throws Exception {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email(i), PASSWORD);
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(url.resolve("/api/v1/sessions"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      Matcher token = TOKEN.matcher(answer.body());
      if (!token.find()) {
        throw new IOException("signing in was answered " + answer.statusCode());
      }
      tokens.add(token.group(1));
    }
    return tokens;
  }

  private String answer(URI url, String token) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(url.resolve(PATH))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private static String email(int number) {
    return "reader" + number + "@example.com";
  }
}
