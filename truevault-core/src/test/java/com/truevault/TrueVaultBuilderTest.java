package com.truevault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.secret.MasterKey;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.VaultFixture;
import com.truevault.user.EmailAddress;
import org.junit.jupiter.api.Test;

class TrueVaultBuilderTest {
  @Test
  void namesEveryPortThatIsMissing() {
    assertEquals(
        "a vault needs storage, payments, mail and a master key; missing: storage payments mail"
            + " masterKeys",
        assertThrows(IllegalStateException.class, () -> TrueVault.builder().build()).getMessage());
    assertEquals(
        "a vault needs storage, payments, mail and a master key; missing: payments",
        assertThrows(
                IllegalStateException.class,
                () ->
                    TrueVault.builder()
                        .storage(new InMemoryStorage())
                        .mail(new RecordingMailSender())
                        .masterKeys(new MasterKey("k1", new byte[32]))
                        .build())
            .getMessage());
  }

  @Test
  void letsSeveralVaultsLiveInOneProcess() {
    VaultFixture one = new VaultFixture();
    VaultFixture other = new VaultFixture();

    one.customer("kim@example.com");

    assertEquals(1, one.vault().users().count());
    assertEquals(0, other.vault().users().count());
  }

  @Test
  void hasNobodyWhoCanSignInAfterInstallation() {
    VaultFixture fresh = new VaultFixture();

    assertEquals(0, fresh.vault().users().count());
    for (String address : new String[] {"admin@example.com", "admin@truevault.example"}) {
      assertEquals(
          java.util.Optional.empty(), fresh.vault().users().findByEmail(EmailAddress.of(address)));
    }
  }

  @Test
  void closesItsStorage() {
    VaultFixture fixture = new VaultFixture();
    fixture.vault().close();

    assertEquals(
        "storage-closed",
        assertThrows(TrueVaultException.class, () -> fixture.customer("kim@example.com")).code());
  }
}
