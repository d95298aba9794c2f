package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVault;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SettableClock;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.EmailAddress;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.user.Registration;
import com.truevault.user.Session.Origin;
import com.truevault.user.SignIns.Attempt;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * At the real cost of a password hash and on real files, an address that is known takes as long as
 * one that is not. Both are asked for in turn, and medians compared, so that whatever else the
 * machine does falls on both; what it leaves is noise, which another round does not repeat, while a
 * difference in the work stays. Forgetting a password needs no clock: nothing is looked up before
 * the answer.
 */
@Tag("slow")
class UniformTimeTest {
  private static final String PASSWORD = "seven green horses";
  private static final int PAIRS = 40;
  private static final int ROUNDS = 8;
  private static final double WITHIN = 0.05;

  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-31T10:00:00Z"));
  private TrueVault vault;
  private int number;

  @BeforeEach
  void registerSomebody() {
    vault =
        TrueVault.builder()
            .storage(temporary.get())
            .payments(
                new SimulatedGateway(new RandomIds(new SecureRandom()), clock, "http://127.0.0.1/"))
            .mail(new RecordingMailSender())
            .masterKeys(new MasterKey("test", new byte[32]))
            .clock(clock)
            .passwordCost(Cost.STANDARD)
            .build();
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void timeTellsNobodyWhoseAddressIsKnown() {
    List<String> known = List.of("kim@example.com", "robin@example.com");
    known.forEach(email -> vault.users().register(registration(email)));
    assertAlike("signing in", "kim@example.com", this::signIn);
    assertAlike("signing up", "robin@example.com", this::signUp);
  }

  private void assertAlike(String what, String known, Consumer<String> act) {
    double gap = 1;
    for (int round = 0; round < ROUNDS && gap > WITHIN; round++) {
      gap = gap(known, act);
    }
    assertTrue(gap <= WITHIN, what + ": medians differ by " + gap);
  }

  private double gap(String known, Consumer<String> act) {
    long[] ofKnown = new long[PAIRS];
    long[] ofUnknown = new long[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      // An hour later nothing is throttled, for either.
      clock.advance(Duration.ofHours(2));
      String unknown = "nobody" + number++ + "@example.com";
      boolean knownFirst = i % 2 == 0;
      long first = time(knownFirst ? known : unknown, act);
      long second = time(knownFirst ? unknown : known, act);
      ofKnown[i] = knownFirst ? first : second;
      ofUnknown[i] = knownFirst ? second : first;
    }
    double median = median(ofKnown);
    return Math.abs(median - median(ofUnknown)) / median;
  }

  private static long time(String email, Consumer<String> act) {
    long start = System.nanoTime();
    act.accept(email);
    return System.nanoTime() - start;
  }

  private static double median(long[] times) {
    Arrays.sort(times);
    return (times[times.length / 2] + times[times.length / 2 - 1]) / 2.0;
  }

  private void signIn(String email) {
    EmailAddress address = EmailAddress.of(email);
    vault.signIns().signIn(new Attempt(address, "wrong", "", Origin.of("192.0.2.7", "")));
  }

  private void signUp(String email) {
    vault.users().signUp(registration(email));
  }

  private static Registration registration(String email) {
    return Registration.of(email, PASSWORD, "Alex", "Example");
  }
}
