package com.truevault.sqlite.jdbc;

import static com.truevault.sqlite.jdbc.Parameters.bind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private enum Colour {
    DEEP_BLUE
  }

  @Test
  void storesFlagsMomentsAndConstantsInTheirOneForm() {
    Parameters parameters =
        bind("flag", true)
            .and("moment", Instant.EPOCH)
            .and("constant", Colour.DEEP_BLUE)
            .and("nothing", null);

    assertEquals(1, parameters.value("flag", ""));
    assertEquals("1970-01-01 00:00:00.000", parameters.value("moment", ""));
    assertEquals("deep_blue", parameters.value("constant", ""));
    assertNull(parameters.value("nothing", ""));
  }

  @Test
  void refusesWhatHasNoStoredForm() {
    assertThrows(IllegalArgumentException.class, () -> bind("a", Optional.of("x")));
    assertThrows(IllegalArgumentException.class, () -> bind("a", 1.5));
  }

  @Test
  void refusesNamesThatAreBoundTwiceOrNotAtAll() {
    assertThrows(IllegalArgumentException.class, () -> bind("a", 1).and("a", 2));
    assertThrows(IllegalArgumentException.class, () -> bind("a", 1).value("b", "select :b"));
  }

  @Test
  void valuesAreNeverPrinted() {
    assertFalse(bind("password", "hunter2").toString().contains("hunter2"));
  }
}
