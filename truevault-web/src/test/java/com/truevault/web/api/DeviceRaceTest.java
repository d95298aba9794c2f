package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.device.Device;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits hold when everything comes at once (security row 34). */
class DeviceRaceTest {
  private static final int CALLERS = 50;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "on files: {0}")
  @ValueSource(booleans = {false, true})
  void fiftyDevicesAtOnceBecomeExactlyAsManyAsThePlanAllows(boolean onFiles) throws Exception {
    try (TestHost host = onFiles ? TestHost.onFiles(folder.resolve("d")) : TestHost.inMemory()) {
      Cast cast = new Cast(host);
      Member user = cast.subscriber();
      List<Answer> answers = together(cast.client(user));
      assertEquals(3, answers.stream().filter(answer -> answer.status() == 201).count());
      assertEquals(
          CALLERS - 3,
          answers.stream().filter(answer -> answer.code().equals("device-limit-reached")).count());
      List<Device> devices = host.vault().devices().of(user.user());
      assertEquals(3, devices.size());
      assertEquals(3, devices.stream().map(Device::address).distinct().count());
      assertEquals(3, devices.stream().map(Device::tunnelName).distinct().count());
    }
  }

  private static List<Answer> together(Client client) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        calls.add(() -> client.post("/api/v1/devices", device()));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  private static Map<String, Object> device() {
    return Map.of(
        "name", "Phone",
        "type", "mobile",
        "operatingSystem", "iOS",
        "publicKey", Cast.key().base64(),
        "server", Cast.SERVER);
  }
}
