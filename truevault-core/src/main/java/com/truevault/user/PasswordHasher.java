package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.secret.RandomIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with argon2id (19 MiB, 2 passes, 1 lane: OWASP's first choice) and still
 * verifies bcrypt. No more hashes run at once than there are cores, so that a flood of sign-ins
 * does not take the machine down. Safe for use by many threads.
 */
public final class PasswordHasher {
  private static final String PREFIX = "$argon2id$v=19$";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int PATIENCE_SECONDS = 10;
  private static final int WAITING_PER_PERMIT = 48;

  private final Cost cost;
  private final RandomIds random;
  private final Semaphore permits;
  private final int mostWaiting;
  private final String nobody;

  /** Hashes at the given cost with at most that many hashes at once. */
  public PasswordHasher(Cost cost, RandomIds random, int atOnce) {
    this.cost = cost;
    this.random = random;
    this.permits = new Semaphore(atOnce, true);
    this.mostWaiting = atOnce * WAITING_PER_PERMIT;
    this.nobody = phc(random.bytes(SALT_BYTES), random.bytes(HASH_BYTES));
  }

  /** The hash of a new password as a PHC string. */
  public String hash(String password) {
    byte[] salt = random.bytes(SALT_BYTES);
    return phc(salt, limited(() -> argon2(password, salt, cost, HASH_BYTES)));
  }

  /** Whether the password is the one that was hashed. */
  public boolean verify(String password, String hash) {
    return hash.startsWith("$2")
        ? limited(() -> bcrypt(password, hash))
        : verifyArgon2(password, hash);
  }

  /** Takes as long as a verification, for users who do not exist. */
  public void verifyNobody(String password) {
    verify(password, nobody);
  }

  /** Whether the hash was made by another algorithm or at another cost. */
  public boolean isOutdated(String hash) {
    return !hash.startsWith(PREFIX + cost.phc() + "$");
  }

  private boolean verifyArgon2(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (!hash.startsWith(PREFIX) || parts.length != 6) {
      throw new IllegalStateException("password hash has an unknown form");
    }
    Cost of = Cost.parse(parts[3]);
    byte[] salt = Base64.getDecoder().decode(parts[4]);
    byte[] expected = Base64.getDecoder().decode(parts[5]);
    return MessageDigest.isEqual(
        expected, limited(() -> argon2(password, salt, of, expected.length)));
  }

  private static boolean bcrypt(String password, String hash) {
    // bcrypt never saw more than 72 bytes or anything after NUL; such passwords were refused.
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= 72
        && password.indexOf('\0') < 0
        && OpenBSDBCrypt.checkPassword(hash, password.toCharArray());
  }

  private static byte[] argon2(String password, byte[] salt, Cost cost, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.kibibytes())
            .withIterations(cost.passes())
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private String phc(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return PREFIX
        + cost.phc()
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(hash);
  }

  private <T> T limited(Supplier<T> work) {
    // Whoever waits holds a thread that others need, so not everybody may.
    if (permits.getQueueLength() >= mostWaiting) {
      throw busy();
    }
    try {
      if (!permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }

  static TrueVaultException busy() {
    return new TrueVaultException(
        ErrorKind.UNAVAILABLE,
        "sign-in-busy",
        "too many people are signing in at this moment; try again in a few seconds");
  }

  /**
   * What one hash costs.
   *
   * @param kibibytes memory, at least 8
   * @param passes at least 1
   */
  public record Cost(int kibibytes, int passes) {
    /** OWASP's first choice of 2026: 19 MiB, two passes. */
    public static final Cost STANDARD = new Cost(19 * 1024, 2);

    String phc() {
      return "m=" + kibibytes + ",t=" + passes + ",p=1";
    }

    static Cost parse(String phc) {
      String[] parts = phc.split("[=,]", -1);
      return new Cost(Integer.parseInt(parts[1]), Integer.parseInt(parts[3]));
    }
  }
}
