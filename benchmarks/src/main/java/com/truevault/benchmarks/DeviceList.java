package com.truevault.benchmarks;

import com.truevault.device.NewDevice;
import com.truevault.user.Registration;
import com.truevault.user.User;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of one's own devices asked for over HTTP, beside a servlet without any work. */
final class DeviceList implements Benchmark {
  private static final int USERS = 16;
  private static final int DEVICES = 3;
  private static final double SECONDS = 3;
  private static final double TARGET = 0.5;
  private static final String PASSWORD = "a long enough secret 7";
  private static final String PATH = "/api/v1/devices";

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
      List<ApiCaller> readers = signIn(ours.url());
      List<String> tokens = readers.stream().map(ApiCaller::token).toList();
      int bytes = readers.get(0).get(PATH).length();
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

  private List<ApiCaller> signIn(URI url) throws Exception {
    List<ApiCaller> callers = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      callers.add(ApiCaller.signIn(client, url, email(i), PASSWORD));
    }
    return callers;
  }

  private static String email(int number) {
    return "reader" + number + "@example.com";
  }
}
