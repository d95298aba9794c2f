package com.truevault.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.Storage;
import com.truevault.device.DeviceFixture;
import com.truevault.peer.NodeKey.Purpose;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link NodeKeyStore} does. */
public interface NodeKeyStoreContract {
  NodeKey LIST =
      new NodeKey(Purpose.LIST, DeviceFixture.key(1).base64(), "sealed:k1:private", null);
  NodeKey PROBE =
      new NodeKey(
          Purpose.PROBE, DeviceFixture.key(2).base64(), "sealed:k1:private", "sealed:k1:shared");

  Storage storage();

  private NodeKeyStore keys() {
    return storage().nodeKeys();
  }

  @Test
  default void startsWithoutKeys() {
    assertEquals(Optional.empty(), keys().find(Purpose.LIST));
    assertEquals(Optional.empty(), keys().find(Purpose.PROBE));
  }

  @Test
  default void givesBackTheKeyOfEachPurpose() {
    keys().add(LIST, Corpus.MOMENT);
    keys().add(PROBE, Corpus.MOMENT);

    assertEquals(Optional.of(LIST), keys().find(Purpose.LIST));
    assertEquals(Optional.of(PROBE), keys().find(Purpose.PROBE));
  }

  @Test
  default void refusesASecondKeyOfAPurpose() {
    keys().add(LIST, Corpus.MOMENT);

    assertThrows(RuntimeException.class, () -> keys().add(LIST, Corpus.MOMENT));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(storage().transactions(), DataFile.SERVERS, () -> keys().add(PROBE, Corpus.MOMENT));

    assertEquals(Optional.empty(), keys().find(Purpose.PROBE));
  }
}
