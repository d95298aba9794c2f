package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.KillSwitch;
import com.truevault.testing.VaultFixture;
import org.junit.jupiter.api.Test;

/** Known and unknown addresses cost the same commits, so that time tells nobody which is which. */
class UniformWorkTest {
  private static final String KNOWN = "kim@example.com";
  private static final String UNKNOWN = "no@example.com";

  private final KillSwitch storage = new KillSwitch(new InMemoryStorage(), -1, true);
  private final VaultFixture fixture = new VaultFixture(storage.wired());

  UniformWorkTest() {
    fixture.customer(KNOWN);
  }

  private int commits(Runnable work) {
    int before = storage.commits();
    work.run();
    return storage.commits() - before;
  }

  @Test
  void signingUp() {
    for (int round = 0; round < 5; round++) {
      String fresh = "fresh" + round + "@example.com";
      assertEquals(commits(() -> signUp(fresh)), commits(() -> signUp(KNOWN)), fresh);
    }
  }

  @Test
  void signingInWithAWrongPassword() {
    for (int round = 0; round < 4; round++) {
      assertEquals(
          commits(() -> fixture.signIn(UNKNOWN, "wrong password", "")),
          commits(() -> fixture.signIn(KNOWN, "wrong password", "")));
    }
  }

  @Test
  void forgettingThePassword() {
    for (int round = 0; round < 5; round++) {
      assertEquals(
          commits(() -> fixture.vault().passwords().forgot(EmailAddress.of(UNKNOWN))),
          commits(() -> fixture.vault().passwords().forgot(EmailAddress.of(KNOWN))));
    }
  }

  private void signUp(String email) {
    fixture
        .vault()
        .users()
        .signUp(Registration.of(email, VaultFixture.PASSWORD, "Alex", "Example"));
  }
}
