package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.secret.RandomIds;
import com.truevault.testing.Race;
import com.truevault.user.PasswordHasher.Cost;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private static final Cost CHEAP = new Cost(8, 1);
  private static final byte[] SALT = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

  private final RandomIds random = new RandomIds(new SecureRandom());
  private final PasswordHasher hasher = new PasswordHasher(CHEAP, random, 2);

  static String bcrypt(String password) {
    return OpenBSDBCrypt.generate("2y", password.toCharArray(), SALT, 4);
  }

  @Test
  void writesArgon2idAsAPhcString() {
    String standard = new PasswordHasher(Cost.STANDARD, random, 1).hash("seven green horses");

    assertTrue(
        standard.matches(
            "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"),
        standard);
    assertTrue(hasher.verify("seven green horses", standard));
  }

  @Test
  void saltsEveryHash() {
    assertNotEquals(hasher.hash("the same"), hasher.hash("the same"));
  }

  @Test
  void looksAtEveryByteOfAPassword() {
    String password = "x".repeat(72);
    String hash = hasher.hash(password + "y");

    assertTrue(hasher.verify(password + "y", hash));
    assertFalse(hasher.verify(password, hash));
    assertFalse(hasher.verify(password + "z", hash));
    assertFalse(hasher.verify("before\0after", hasher.hash("before\0other")));
    assertFalse(hasher.verify("before", hasher.hash("before\0after")));
  }

  @Test
  void takes64Emoji() {
    String password = "😀".repeat(63) + "🙂";
    String hash = hasher.hash(password);

    assertTrue(hasher.verify(password, hash));
    assertFalse(hasher.verify("😀".repeat(64), hash));
  }

  @Test
  void verifiesBcryptAndCallsItOutdated() {
    String hash = bcrypt("seven green horses");

    assertTrue(hash.startsWith("$2y$04$"));
    assertTrue(hasher.verify("seven green horses", hash));
    assertTrue(hasher.verify("seven green horses", "$2b" + hash.substring(3)));
    assertFalse(hasher.verify("seven green horse", hash));
    assertTrue(hasher.isOutdated(hash));
  }

  @Test
  void letsBcryptCutNothingOff() {
    String hash = bcrypt("x".repeat(72));

    assertTrue(hasher.verify("x".repeat(72), hash));
    assertFalse(hasher.verify("x".repeat(73), hash));
    assertFalse(hasher.verify("short\0tail", bcrypt("short")));
  }

  @Test
  void callsAnotherCostOutdated() {
    String hash = new PasswordHasher(new Cost(16, 1), random, 1).hash("seven green horses");

    assertTrue(hasher.verify("seven green horses", hash));
    assertTrue(hasher.isOutdated(hash));
    assertFalse(hasher.isOutdated(hasher.hash("seven green horses")));
  }

  @Test
  void refusesHashesOfAnUnknownForm() {
    for (String hash : new String[] {"", "plain", "$argon2i$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA"}) {
      assertThrows(IllegalStateException.class, () -> hasher.verify("x", hash));
    }
  }

  @Test
  void refusesAtOnceWhenTooManyWait() {
    PasswordHasher alone = new PasswordHasher(new Cost(4096, 2), random, 1);

    Race race = Race.of(150, () -> alone.hash("seven green horses"));

    assertTrue(race.successes() > 0, "nobody was served");
    assertFalse(race.failures().isEmpty());
    for (Throwable failure : race.failures()) {
      assertEquals("sign-in-busy", ((TrueVaultException) failure).code());
    }
  }

  @Test
  void worksAsHardForNobody() {
    Cost hard = new Cost(256 * 1024, 1);
    long nobody = cheapest(() -> new PasswordHasher(hard, random, 1).verifyNobody("seven"));
    long cheap = cheapest(() -> hasher.verifyNobody("seven"));

    assertTrue(nobody > 20 * cheap, nobody + " ns at 256 MiB, " + cheap + " ns at 8 KiB");
  }

  private static long cheapest(Runnable work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
