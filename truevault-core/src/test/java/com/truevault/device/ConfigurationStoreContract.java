package com.truevault.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.Storage;
import com.truevault.device.ConfigurationStore.Stored;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ConfigurationStore} does. */
public interface ConfigurationStoreContract {
  DeviceId ONE = new DeviceId("device-nr-1");
  DeviceId TWO = new DeviceId("device-nr-2");
  ServerKey BERLIN = new ServerKey("berlin");
  ServerKey NEW_YORK = new ServerKey("new_york");

  Storage storage();

  private ConfigurationStore configurations() {
    return storage().configurations();
  }

  private static Stored text(ServerKey server, String text) {
    return new Stored(server, text, Corpus.MOMENT, null);
  }

  private Stored put(DeviceId device, ServerKey server) {
    Stored stored = text(server, "PrivateKey = YOUR_PRIVATE_KEY\n");
    configurations().put(device, stored);
    return stored;
  }

  @BeforeEach
  default void addTwoDevices() {
    storage().devices().add(DeviceFixture.numbered(1), Corpus.MOMENT);
    storage().devices().add(DeviceFixture.numbered(2), Corpus.MOMENT);
  }

  @Test
  default void startsEmpty() {
    assertEquals(Optional.empty(), configurations().find(ONE, BERLIN));
    assertEquals(List.of(), configurations().ofDevice(ONE));
  }

  @Test
  default void givesBackATextOfOneDeviceForOneServer() {
    Stored stored = put(ONE, BERLIN);

    assertEquals(Optional.of(stored), configurations().find(ONE, BERLIN));
    assertEquals(Optional.empty(), configurations().find(ONE, NEW_YORK));
    assertEquals(Optional.empty(), configurations().find(TWO, BERLIN));
  }

  @Test
  default void replacesAText() {
    put(ONE, BERLIN);
    Stored newer =
        new Stored(
            BERLIN,
            "# O'Brien \"🛜\"\nPrivateKey = YOUR_PRIVATE_KEY\n  ",
            Corpus.MOMENT.plusMillis(1),
            Corpus.MOMENT.plusMillis(2));
    configurations().put(ONE, newer);

    assertEquals(List.of(newer), configurations().ofDevice(ONE));
  }

  @Test
  default void refusesATextOfNoDevice() {
    assertThrows(RuntimeException.class, () -> put(new DeviceId("device-nr-9"), BERLIN));
  }

  @Test
  default void listsTextsByServerKey() {
    Stored newYork = put(ONE, NEW_YORK);
    Stored berlin = put(ONE, BERLIN);
    put(TWO, BERLIN);

    assertEquals(List.of(berlin, newYork), configurations().ofDevice(ONE));
  }

  @Test
  default void notesThatATextWasHandedOut() {
    Stored before = put(ONE, BERLIN);
    configurations().downloaded(ONE, BERLIN, Corpus.MOMENT.plusMillis(5));
    configurations().downloaded(ONE, NEW_YORK, Corpus.MOMENT);

    assertEquals(
        List.of(
            new Stored(BERLIN, before.text(), before.generatedAt(), Corpus.MOMENT.plusMillis(5))),
        configurations().ofDevice(ONE));
  }

  @Test
  default void forgetsTheTextsOfADevice() {
    put(ONE, BERLIN);
    put(ONE, NEW_YORK);
    Stored kept = put(TWO, BERLIN);

    configurations().dropOf(ONE);
    configurations().dropOf(ONE);

    assertEquals(List.of(), configurations().ofDevice(ONE));
    assertEquals(List.of(kept), configurations().ofDevice(TWO));
  }

  @Test
  default void forgetsTheTextsForAServer() {
    put(ONE, BERLIN);
    put(TWO, BERLIN);
    Stored kept = put(ONE, NEW_YORK);

    configurations().dropFor(BERLIN);
    configurations().dropFor(BERLIN);

    assertEquals(List.of(kept), configurations().ofDevice(ONE));
    assertEquals(List.of(), configurations().ofDevice(TWO));
  }

  @Test
  default void forgetsTheTextsOfARemovedDevice() {
    put(ONE, BERLIN);

    storage().devices().remove(ONE);

    assertEquals(List.of(), configurations().ofDevice(ONE));
  }

  @Test
  default void keepsOneTextPutByManyThreads() {
    Race race = Race.of(8, () -> put(ONE, BERLIN));

    assertEquals(8, race.successes());
    assertEquals(1, configurations().ofDevice(ONE).size());
  }

  @Test
  default void keepsTextsThroughARollback() {
    Stored kept = put(ONE, BERLIN);

    Undone.run(
        storage().transactions(),
        DataFile.DEVICES,
        () -> {
          configurations().dropOf(ONE);
          put(TWO, BERLIN);
        });

    assertEquals(List.of(kept), configurations().ofDevice(ONE));
    assertEquals(List.of(), configurations().ofDevice(TWO));
  }
}
