package com.truevault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.store.PageRequest;
import com.truevault.store.StorageException;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.Meanwhile;
import com.truevault.testing.VaultFixture;
import com.truevault.user.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MaintenanceTest {
  private final Meanwhile meanwhile = new Meanwhile(new InMemoryStorage());
  private final VaultFixture fixture = new VaultFixture(meanwhile.storage());

  @Test
  void aStepThatFailsKeepsNoneOfTheOthersFromBeingDone() {
    User kim = fixture.customer("kim@example.com");
    fixture.signIn(kim);
    fixture.clock().advance(Duration.ofDays(8));
    StorageException broken = new StorageException("storage-failed", "broken", null);
    meanwhile.afterNext(
        "deletionDue",
        () -> {
          throw broken;
        });

    StorageException thrown =
        assertThrows(StorageException.class, () -> fixture.vault().maintenance().tidy());

    assertEquals(broken, thrown);
    assertTrue(fixture.storage().sessions().list(PageRequest.first()).items().isEmpty());
  }
}
